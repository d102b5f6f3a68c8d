"""The pages that this process sent last, as bytes: an unchanged page is neither fetched, nor framed, nor encoded again.

The database is asked all the same whether the page kept is still the page; see `Publication.objects.page`.
"""

from collections import OrderedDict
from typing import NamedTuple

from django.conf import settings

from evidence.public.rendering.frame import framed, tag_of

PAGES, LARGEST = 64, 1024 * 1024  # at most 64 MB a process


class Kept(NamedTuple):
    """`etag` of the publication, `tag` of the page in its frame, and the page itself as UTF-8."""

    etag: str
    tag: str
    page: bytes


NOTHING = Kept("", "", b"")
_kept = OrderedDict()


def kept(slug):
    """What is kept for a slug in today's frame, else `NOTHING`; always that while templates may change (DEBUG)."""
    found = _kept.get(slug, NOTHING)
    return found if not settings.DEBUG and found.tag == tag_of(found.etag) else NOTHING


def keep(slug, row):
    """Frame the row that `Publication.objects.page` gave, keep it unless it is huge, and return it as `Kept`."""
    page = framed(
        title=row["edition__title"], slug=slug, notices=row["notices"], body=row["edition__body"]
    ).encode()
    made = Kept(row["etag"], tag_of(row["etag"]), page)
    _kept.pop(slug, None)
    if len(page) <= LARGEST:
        _kept[slug] = made
    while len(_kept) > PAGES:
        _kept.popitem(last=False)
    return made
