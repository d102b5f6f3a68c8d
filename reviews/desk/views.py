"""The desk: what waits for whom, and one page an article with its flags and its verbs."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from evidence.errors import Refused
from evidence.models import Article
from evidence.rendering.edition import rendered_sections
from reviews import permissions
from reviews.desk.verbs import VERBS, offered
from reviews.gate import reasons_not_to_publish
from reviews.models import Assignment
from reviews.states import UNDER_WAY, state_of


@login_required
@require_safe
def queue(request):
    permissions.require(request.user, "see_desk")
    articles = Article.objects.kept().order_by("title").select_related("publication__edition")
    context = {
        "waiting": Assignment.objects.waiting_for(request.user),
        "articles": [(article, state_of(article)) for article in articles],
    }
    return render(request, "reviews/queue.html", context)


@login_required
@require_safe
def article(request, slug):
    permissions.require(request.user, "see_desk")
    found = get_object_or_404(Article, slug=slug)
    return render(request, "reviews/article.html", _context(request.user, found))


@login_required
@require_POST
def act(request, slug, verb):
    permissions.require(request.user, "see_desk")
    found, asked = get_object_or_404(Article, slug=slug), VERBS.get(verb)
    if asked is None:
        raise Http404
    form = asked.form(request.POST, article=found, prefix=verb)
    if not form.is_valid():
        return render(request, "reviews/article.html", _context(request.user, found, (asked, form)))
    _do(request, asked, found, form)
    return redirect("desk:article", slug=slug)


def _do(request, asked, article, form):
    permissions.require(request.user, asked.permission, article)
    try:
        asked.do(article, request.user, **form.arguments())
        messages.success(request, _("Done: %(verb)s.") % {"verb": asked.label})
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason.message)
    except ObjectDoesNotExist:
        messages.error(request, _("The round has ended, or nobody asked you."))


def _context(user, article, refused=None):
    state = state_of(article)
    verbs = [
        refused if refused and verb is refused[0] else (verb, form) for verb, form in offered(user, article)
    ]
    flags = list(article.flags.open())
    return {
        "article": article,
        "state": state,
        "verbs": verbs,
        "flags": [flag for flag in flags if flag.stand == "draft"],
        "live_flags": [flag for flag in flags if flag.stand == "live"],
        "sections": rendered_sections(article.manuscript()),
        "reasons": reasons_not_to_publish(article) if state in UNDER_WAY else [],
        "rounds": article.rounds.prefetch_related("decisions__reviewer"),
    }
