"""What readers get, beside what it was made from: an edition beside its revision, notices beside their rows."""

from html import unescape

from django.utils.html import strip_tags

from evidence.models import Publication
from reviews.publishing.publication import rendered_notices


def faults():
    """What is wrong with public pages, in words; three queries for each batch of pages, and some for a page with
    notices."""
    pages = Publication.objects.select_related("article", "edition__revision").order_by("pk")
    for page in pages.prefetch_related("edition__notices").iterator(chunk_size=100):
        yield from (f"the page {page.article.slug}: {what}" for what in _faults(page))


def _faults(page):
    edition = page.edition
    if edition.article_id != page.article_id or edition.revision.article_id != page.article_id:
        yield "it shows the text of another article"
    if edition.digest != edition.revision.digest:
        yield "its edition does not have the digest of its revision"
    if edition.title != edition.revision.frozen.title or edition.summary != edition.revision.frozen.summary:
        yield "title or summary are not those of its revision"
    if page.etag != page.computed_etag():
        yield "its etag is not that of what it shows"
    # Words, not markup: a later release may draw the same notices otherwise.
    put = rendered_notices(page) if edition.notices.all() else ""
    if _words(page.notices) != _words(put):
        yield "it does not print the notices that were put"


def _words(markup):
    return unescape(strip_tags(markup)).split()
