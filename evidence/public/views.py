"""The public pages: read-only, without session or transaction, each from rows that the one door wrote."""

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from evidence.bibliography.exporters.files import FILES, written
from evidence.manuscript import from_json
from evidence.manuscript.differences import differences
from evidence.models import Edition, Event, Notice, Publication, Topic
from evidence.public.rendering.frame import tag_of
from evidence.public.rendering.kept import keep, kept
from evidence.public.rendering.marks import marked
from evidence.public.rendering.numbering import numbered

# Asked after at every visit, at the cost of an ETag: a notice or a withdrawal reaches its readers at once.
FRESH = "public, no-cache"


@require_safe
def front(request):
    latest = Publication.objects.live().for_readers().latest_first()[:20]
    return render(request, "evidence/front.html", {"latest": latest, "topics": Topic.objects.all()})


@require_safe
def topic(request, slug):
    found = get_object_or_404(Topic, slug=slug)
    latest = Publication.objects.live().filter(topics=found).for_readers().latest_first()
    return render(request, "evidence/topic.html", {"topic": found, "latest": latest})


@require_safe
def article(request, slug):
    known = kept(slug)
    row = Publication.objects.page(slug, known=known.etag)
    if row is None:
        raise Http404
    if row["withdrawn_at"]:
        response = render(request, "evidence/withdrawn.html", {"page": row, "slug": slug}, status=410)
        tag = tag_of(row["etag"])
    else:
        tag, response = _page(request, known if row["etag"] == known.etag else keep(slug, row))
    response["ETag"] = tag
    response["Cache-Control"] = FRESH
    return response


@require_safe
def references(request, slug, ending):
    """The references of the live edition as a file, in the order of their numbers; one query."""
    row = Publication.objects.references(slug) if ending in FILES else None
    if row is None:
        raise Http404
    if row["withdrawn_at"]:
        return HttpResponse(
            _("This review was withdrawn."), status=410, content_type="text/plain; charset=utf-8"
        )
    cited = numbered(from_json(row["edition__revision__manuscript"]))
    text, media = written(cited, ending)
    response = HttpResponse(text, content_type=f"{media}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}.{ending}"'
    response["Cache-Control"] = FRESH
    return response


@require_safe
def history(request, slug):
    publication = get_object_or_404(Publication.objects.for_readers(), article__slug=slug)
    context = {
        "publication": publication,
        "editions": Edition.objects.filter(article=publication.article).defer("body"),
        "notices": Notice.objects.filter(edition__article=publication.article),
        "head": Event.objects.filter(article=publication.article).order_by("-number").first(),
    }
    return render(request, "evidence/history.html", context)


@require_safe
def edition(request, slug, number):
    publication = get_object_or_404(Publication.objects.live().for_readers(), article__slug=slug)
    found = get_object_or_404(Edition, article=publication.article, number=number)
    body = marked(found.body, publication.notices) if found == publication.edition else found.body
    context = {"publication": publication, "edition": found, "notices": found.notices.all(), "body": body}
    return render(request, "evidence/past_edition.html", context)


@require_safe
def changes(request, slug, number):
    publication = get_object_or_404(Publication.objects.live().for_readers(), article__slug=slug)
    pair = Edition.objects.filter(article=publication.article, number__in=(number - 1, number))
    earlier, later = _both(pair.select_related("revision").order_by("number"))
    told = differences(earlier.revision.frozen, later.revision.frozen)
    context = {"publication": publication, "earlier": earlier, "later": later, "changes": told}
    return render(request, "evidence/changes.html", context)


@require_safe
def robots(request):
    return HttpResponse("User-agent: *\nDisallow: /admin/\nDisallow: /desk/\n", content_type="text/plain")


def _both(pair):
    found = list(pair)
    if len(found) != 2:
        raise Http404
    return found


def _page(request, found):
    if request.META.get("HTTP_IF_NONE_MATCH") == found.tag:
        return found.tag, HttpResponseNotModified()
    return found.tag, HttpResponse(found.page)
