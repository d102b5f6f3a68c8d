"""The page behind a link that asks a person for their competing interests."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from evidence.errors import Refused
from evidence.models import Article, Contributor, Declaration
from reviews.desk.forms import InterestsForm
from reviews.flags import flagging
from reviews.models import declaring


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request, token):
    """Who has a login answers logged in; who has none answers by the link alone, and the record says so."""
    asked = declaring.read(token)
    if asked is None:
        raise Http404
    if asked.contributor.user_id and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.user.is_authenticated and asked.contributor.user_id != request.user.pk:
        raise PermissionDenied(_("Somebody else was asked."))
    form = InterestsForm(request.POST or None)
    done = request.method == "POST" and form.is_valid() and _declared(request, asked, form)
    shown = {"asked": asked, "form": form, "done": done, "answered": not done and asked.is_answered}
    return render(request, "reviews/interests.html", shown)


def _declared(request, asked, form):
    """Whether it was written down; if not, the form says why."""
    by = request.user if request.user.is_authenticated else None
    where = (
        "" if by else _("by a link that %(who)s sent") % {"who": getattr(asked.by, "contributor", asked.by)}
    )
    try:
        with transaction.atomic():
            # The person's row is the lock: two answers by one link are one.
            person = Contributor.objects.select_for_update(no_key=True).get(pk=asked.contributor.pk)
            if asked.is_answered:
                return False
            Declaration.declare(person, by=by, article=asked.article, where=where, **form.cleaned_data)
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    flagging.reconcile_all(Article.objects.by(asked.contributor))
    return True
