"""The desk: what waits for whom, one page an article, and its verbs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from evidence.errors import Reason, Refused
from evidence.models import Article, Citation
from reviews import permissions
from reviews.desk.forms import AgreeForm, ConfirmForm, VerifyForm, WaiveForm
from reviews.desk.page import page_of
from reviews.desk.queues import queues_of
from reviews.desk.verbs import VERBS
from reviews.flags import flagging
from reviews.models import Confirmation, Decision, Flag, Waiver


@login_required
@require_safe
def queue(request):
    permissions.require(request.user, "see_desk")
    return render(request, "reviews/queue.html", queues_of(request.user))


@login_required
@require_safe
def article(request, slug):
    permissions.require(request.user, "see_desk")
    found = get_object_or_404(Article, slug=slug)
    return render(request, "reviews/article.html", page_of(request.user, found))


@login_required
@require_POST
def act(request, slug, verb):
    permissions.require(request.user, "see_desk")
    found, asked = get_object_or_404(Article, slug=slug), VERBS.get(verb)
    if asked is None:
        raise Http404
    form = asked.form(request.POST, article=found, prefix=verb)
    if "more" in request.POST and hasattr(form, "with_more"):
        return _again(request, found, asked, form.with_more())
    if not form.is_valid():
        return _again(request, found, asked, form)
    permissions.require(request.user, asked.permission, found)
    # Declarations, dates and sources move by themselves: whoever reads after this verb reads today's flags.
    flagging.reconcile(found)
    if reasons := _refused(lambda: asked.do(found, request.user, **form.arguments())):
        return _again(request, found, asked, form, reasons)
    messages.success(request, _("Done: %(verb)s.") % {"verb": asked.label})
    return redirect("desk:article", slug=slug)


@login_required
@require_POST
def verify(request, slug, pk):
    cited = get_object_or_404(
        Citation.objects.select_related("claim", "source"), pk=pk, claim__article__slug=slug
    )
    permissions.require(request.user, "verify_citation", cited.claim.article)
    _answered(request, slug, VerifyForm, _("Noted"), lambda said: cited.verify(by=request.user, **said))
    # Who reads one citation after the other stays at the list, and finds it unfolded.
    return redirect(f"{reverse('desk:article', args=[slug])}?reading=1#unverified")


@login_required
@require_POST
def waive(request, slug, pk):
    flag = get_object_or_404(Flag.objects.select_related("article"), pk=pk, article__slug=slug)
    return _answered(
        request, slug, WaiveForm, _("Waive"), lambda said: Waiver.give(flag, by=request.user, **said)
    )


@login_required
@require_POST
def agree(request, slug, pk):
    waiver = get_object_or_404(
        Waiver.objects.select_related("flag__article"), pk=pk, flag__article__slug=slug
    )
    return _answered(request, slug, AgreeForm, _("Agree"), lambda _said: waiver.agree(by=request.user))


@login_required
@require_POST
def confirm(request, slug, pk):
    decision = get_object_or_404(Decision.objects.select_related("round"), pk=pk, round__article__slug=slug)
    permissions.require(request.user, "decide", decision.round.article)
    give = Confirmation.give
    return _answered(
        request, slug, ConfirmForm, _("Confirm"), lambda said: give(decision, by=request.user, **said)
    )


def _again(request, article, verb, form, reasons=()):
    """The article's page with the form as it was filled in, and why it was not done; nothing typed is lost."""
    context = page_of(request.user, article, (verb, form), reasons)
    return render(request, "reviews/article.html", context, status=409 if reasons else 200)


def _answered(request, slug, form_class, label, verb):
    form = form_class(request.POST)
    if form.is_valid():
        reasons = _refused(lambda: verb(form.cleaned_data))
        for reason in reasons:
            messages.error(request, reason.message)
        if not reasons:
            messages.success(request, _("Done: %(verb)s.") % {"verb": label})
    for field, faults in form.errors.items():
        messages.error(request, f"{form.fields[field].label}: {' '.join(faults)}")
    return redirect("desk:article", slug=slug)


def _refused(verb):
    """Do it; the Reasons why it could not be done, none if it was."""
    try:
        verb()
    except Refused as refused:
        return refused.reasons
    except ObjectDoesNotExist:
        return (Reason(_("The round has ended, or nobody asked you."), place="desk"),)
    except IntegrityError:
        # The database's own guards: somebody changed something between the question and the act.
        return (Reason(_("Somebody else did something at the same moment: look again."), place="desk"),)
    return ()
