"""The writing desk: one page an article, its sections as data for the editor, and the acts on a sentence."""

import json

from django.contrib.auth.decorators import login_required
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evidence.errors import Refused
from evidence.models import Article
from evidence.prose.tree import parse
from reviews import permissions
from reviews.writing import acts
from reviews.writing.answers import after, candidates_html, card_html, page_of, refused, stale
from reviews.writing.forms import FORMS, said_by
from reviews.writing.sheet import Sheet

LONGEST_QUERY = 2000  # letters


@login_required
@never_cache
@require_safe
def page(request, pk):
    article = _draft(request, pk)
    return render(request, "writing/page.html", page_of(request, article))


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def section(request, pk, key):
    """GET: {"tree", "version", "labels", "sentences"} of a section. POST {"version", "tree"}: store it."""
    article = _draft(request, pk)
    if request.method == "POST":
        return _stored(request, article, key)
    shown = _section(article, key)
    sentences = [{"text": line.sentence.text, "mark": line.mark} for line in shown.lines]
    data = {"tree": parse(shown.section.body), "version": shown.version, "labels": shown.labels()}
    return JsonResponse({**data, "sentences": sentences})


@login_required
@never_cache
@require_safe
def card(request, pk, key, number):
    """The margin's card of one sentence, as HTML in {"card"}."""
    article = _draft(request, pk)
    return JsonResponse({"card": card_html(request, _section(article, key), number)})


@login_required
@never_cache
@require_safe
def sources(request, pk, key, number):
    """Sources that may stand behind a sentence, as HTML in {"found"}; `q` holds other words to look for."""
    article = _draft(request, pk)
    asked = request.GET.get("q", "")[:LONGEST_QUERY]
    return JsonResponse({"found": candidates_html(request, _section(article, key), number, asked)})


@login_required
@never_cache
@require_POST
def act(request, pk, key, verb):
    """An act on a sentence or section; what it changed on the page, as partials."""
    article = _draft(request, pk)
    if verb not in FORMS:
        raise Http404
    said = said_by(FORMS[verb], request.POST)
    if said is None:
        return JsonResponse({"refused": "The form is incomplete."}, status=400)
    return _answered(request, article, key, lambda: getattr(acts, verb)(article, by=request.user, **said))


def _stored(request, article, key):
    try:
        sent = json.loads(request.body)
        version, tree = str(sent["version"]), sent["tree"]
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"refused": "This is no section."}, status=400)
    return _answered(
        request,
        article,
        key,
        lambda: acts.rewrite(article, by=request.user, section=key, version=version, tree=tree),
    )


def _answered(request, article, key, verb):
    try:
        outcome = verb()
    except acts.Stale as found:
        return stale(found)
    except (Refused, ValueError) as error:
        return refused(error)
    return after(request, article, key, lost=outcome is True)


def _draft(request, pk):
    permissions.require(request.user, "edit")
    return get_object_or_404(Article.objects.kept(), pk=pk)


def _section(article, key):
    try:
        return Sheet(article).section(key)
    except KeyError as missing:
        raise Http404 from missing
