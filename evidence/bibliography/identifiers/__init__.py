"""Identifiers of publications, trials and people: found, brought into one form, and checked.

Every `normalise_…` takes text as people paste it, returns the one form that is stored, and raises
InvalidIdentifier with a sentence that says what is wrong. All are safe to repeat on their own result.
"""

from evidence.bibliography.identifiers.arxiv import normalise_arxiv
from evidence.bibliography.identifiers.doi import normalise_doi
from evidence.bibliography.identifiers.errors import InvalidIdentifier
from evidence.bibliography.identifiers.finding import find, find_all
from evidence.bibliography.identifiers.isbn import normalise_isbn
from evidence.bibliography.identifiers.issn import normalise_issn
from evidence.bibliography.identifiers.orcid import normalise_orcid
from evidence.bibliography.identifiers.pubmed import normalise_pmcid, normalise_pmid
from evidence.bibliography.identifiers.registration import normalise_registration, registry_of

__all__ = [
    "CSL_VARIABLES",
    "NORMALISERS",
    "InvalidIdentifier",
    "find",
    "find_all",
    "normalise_arxiv",
    "normalise_doi",
    "normalise_isbn",
    "normalise_issn",
    "normalise_orcid",
    "normalise_pmcid",
    "normalise_pmid",
    "normalise_registration",
    "registry_of",
]

# What a record of the library is known by: its column → how its value is normalised, and what CSL calls it.
NORMALISERS = {
    "doi": normalise_doi,
    "pmid": normalise_pmid,
    "pmcid": normalise_pmcid,
    "isbn": normalise_isbn,
}
CSL_VARIABLES = {name: name.upper() for name in NORMALISERS}
