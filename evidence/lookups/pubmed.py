"""PubMed by E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25497/): three requests a second, tool and mail."""

from django.conf import settings
from django.utils.translation import gettext as _

from evidence.importers.sources import pubmed_xml
from evidence.importers.sources.records import Record
from evidence.lookups.client import Client
from evidence.lookups.errors import LookUpFailed, NotFound

NAME = "PubMed"
ASKS_BY = ("pmid", "doi", "title")
PAUSE = 0.34  # seconds


def by_pmid(pmid):
    """[CSL record] of a PMID; raises NotFound, LookUpFailed."""
    return _fetched([pmid])


def by_doi(doi):
    """[CSL record] of a DOI; PubMed's search may fall back to other words, so that only a record with that very DOI
    counts."""
    found = [csl for csl in _fetched(_searched(f'"{doi}"[doi]')) if csl.get("DOI") == doi]
    if not found:
        raise NotFound(_("%(service)s does not know it.") % {"service": NAME})
    return found


def by_title(title):
    """Up to three CSL records whose title has these words."""
    words = "".join(one if one.isalnum() else " " for one in title[:300])
    return _fetched(_searched(f"{words}[title]"))


def _searched(term):
    answer = _client().json(
        f"{_base()}/esearch.fcgi", db="pubmed", term=term, retmode="json", retmax=3, **_who_asks()
    )
    found = answer.get("esearchresult")
    pmids = found.get("idlist") if isinstance(found, dict) else None
    if not isinstance(pmids, list):
        raise LookUpFailed(_("%(service)s: its answer has another shape than expected.") % {"service": NAME})
    return [pmid for pmid in pmids if str(pmid).isdigit()]


def _fetched(pmids):
    if not pmids:
        raise NotFound(_("%(service)s does not know it.") % {"service": NAME})
    text = _client().text(
        f"{_base()}/efetch.fcgi", db="pubmed", id=",".join(pmids), retmode="xml", **_who_asks()
    )
    found = [one.csl for one in pubmed_xml.read(text) if isinstance(one, Record) and one.csl.get("title")]
    if found:
        return found
    if "<PubmedArticleSet" in text:
        raise NotFound(_("%(service)s does not know it.") % {"service": NAME})
    raise LookUpFailed(_("%(service)s: its answer has another shape than expected.") % {"service": NAME})


def _who_asks():
    return {"tool": "vouch", "email": settings.VOUCH["CONTACT"]}


def _client():
    return Client(NAME, PAUSE)


def _base():
    return settings.VOUCH["LOOKUPS"]["pubmed"]
