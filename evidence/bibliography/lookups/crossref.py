"""Crossref's REST API: works by DOI or title. Polite use: https://www.crossref.org/documentation/retrieve-metadata/rest-api/."""

from urllib.parse import quote

from django.conf import settings

from evidence.bibliography.importers.crossref import csl_of
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.reading import odd, read_safely, read_several

NAME = "Crossref"
ASKS_BY = ("doi", "title")
PAUSE = 0.2  # seconds: the polite pool answers ten requests a second, and we are not alone


def by_doi(doi):
    """[CSL record] of a DOI; raises NotFound, LookUpFailed."""
    # The slash is encoded too, so that no DOI can climb out of its place in the address ("10.5555/../members").
    answer = _client().json(f"{_base()}/works/{quote(doi, safe='')}", mailto=settings.VOUCH["CONTACT"])
    return [read_safely(NAME, csl_of, answer.get("message") or {})]


def by_title(title):
    """Up to three CSL records whose reference is most like a title."""
    query = {"query.bibliographic": title[:300], "rows": 3, "mailto": settings.VOUCH["CONTACT"]}
    message = _client().json(f"{_base()}/works", **query).get("message")
    if not isinstance(message, dict):
        raise odd(NAME)
    return read_several(NAME, csl_of, message.get("items") or [])


def _client():
    return Client(NAME, PAUSE)


def _base():
    return settings.VOUCH["LOOKUPS"]["crossref"]
