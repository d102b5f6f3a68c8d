"""The frame around an edition's body: header, footer and links are the same for every page, so they are made once."""

import hashlib
from functools import lru_cache
from types import SimpleNamespace

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.translation import get_language

from evidence.public.rendering.marks import marked
from evidence.public.site import described

TITLE, SLUG, NOTICES, BODY = "vouch-page-title", "vouch-page-slug", "vouch-page-notices", "vouch-page-body"
PAGE_VERSION = "5"  # raised when the templates around an edition change


def tag_of(etag):
    """Weak ETag of a page: its publication's etag, the templates, the language and what the site says of itself."""
    seen = "|".join([etag, PAGE_VERSION, get_language() or "", *map(str, described(None).values())])
    return f'W/"{hashlib.sha256(seen.encode()).hexdigest()[:32]}"'


def framed(*, title, slug, notices, body):
    """The whole public page as text. `notices` and `body` are safe HTML; `title` and `slug` are plain text."""
    said = {TITLE: escape(title), SLUG: slug, NOTICES: notices, BODY: marked(body, notices)}
    site = described(None)
    make = _parts.__wrapped__ if settings.DEBUG else _parts
    parts = make(get_language(), *sorted(map(str, site.values())))
    return "".join(said.get(part, part) for part in parts)


@lru_cache(maxsize=16)
def _parts(language, *site):
    """The frame cut at its gaps; remade when the language or what the site says of itself changes."""
    publication = SimpleNamespace(
        notices=NOTICES, edition=SimpleNamespace(title=TITLE, body=BODY), article=SimpleNamespace(slug=SLUG)
    )
    pieces = [render_to_string("evidence/article.html", {"publication": publication, **described(None)})]
    for gap in (TITLE, SLUG, NOTICES, BODY):
        pieces = [part for piece in pieces for part in _cut(piece, gap)]
    return tuple(pieces)


def _cut(piece, gap):
    parts = piece.split(gap)
    return [one for part in parts for one in (part, gap)][:-1]
