"""PubMed by E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25497/): three requests a second, tool and mail."""

import re

from django.conf import settings
from django.utils.translation import gettext as _

from evidence.bibliography.importers import pubmed_xml
from evidence.bibliography.importers.records import Record
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.errors import NotFound
from evidence.bibliography.lookups.reading import MOST, odd

NAME = "PubMed"
ASKS_BY = ("pmid", "doi", "title")
PAUSE = 0.34  # seconds


def by_pmid(pmid):
    """[CSL record] of a PMID; raises NotFound, LookUpFailed."""
    return _fetched([pmid])


def by_doi(doi):
    """[CSL record] of a DOI; PubMed's search may fall back to other words, so that only a record with that very DOI
    counts."""
    found = [
        csl for csl in _fetched(_searched(f'"{doi.replace(chr(34), "")}"[doi]')) if csl.get("DOI") == doi
    ]
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
        raise odd(NAME)
    return [str(pmid) for pmid in pmids if re.fullmatch("[0-9]{1,8}", str(pmid))][:MOST]


def _fetched(pmids):
    if not pmids:
        raise NotFound(_("%(service)s does not know it.") % {"service": NAME})
    text = _client().text(
        f"{_base()}/efetch.fcgi", db="pubmed", id=",".join(pmids), retmode="xml", **_who_asks()
    )
    read = list(pubmed_xml.read(text))
    found = [one.csl for one in read if isinstance(one, Record) and one.csl.get("title")]
    if found:
        return found
    if read or "<PubmedArticleSet" not in text:
        raise odd(NAME)
    raise NotFound(_("%(service)s does not know it.") % {"service": NAME})


def _who_asks():
    return {"tool": "vouch", "email": settings.VOUCH["CONTACT"]}


def _client():
    return Client(NAME, PAUSE)


def _base():
    return settings.VOUCH["LOOKUPS"]["pubmed"]
