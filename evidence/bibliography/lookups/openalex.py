"""OpenAlex: works by DOI, PMID, PMCID or title. https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication."""

from urllib.parse import quote

from django.conf import settings

from evidence.bibliography.importers.openalex import csl_of
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.reading import read_safely, read_several

NAME = "OpenAlex"
ASKS_BY = ("doi", "pmid", "pmcid", "title")
PAUSE = 0.1  # seconds


def by_doi(doi):
    """[CSL record] of a DOI; raises NotFound, LookUpFailed."""
    return _work(f"doi:{doi}")


def by_pmid(pmid):
    """[CSL record] of a PMID."""
    return _work(f"pmid:{pmid}")


def by_pmcid(pmcid):
    """[CSL record] of a PMCID."""
    return _work(f"pmcid:{pmcid}")


def by_title(title):
    """Up to three CSL records whose text is most like a title."""
    query = {"search": title[:300], "per-page": 3, "mailto": settings.VOUCH["CONTACT"]}
    return read_several(NAME, csl_of, _client().json(f"{_base()}/works", **query).get("results") or [])


def _work(name):
    answer = _client().json(f"{_base()}/works/{quote(name, safe=':')}", mailto=settings.VOUCH["CONTACT"])
    return [read_safely(NAME, csl_of, answer)]


def _client():
    return Client(NAME, PAUSE)


def _base():
    return settings.VOUCH["LOOKUPS"]["openalex"]
