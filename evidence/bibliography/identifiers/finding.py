"""Identifiers in running text: reference strings, notes, trial registrations in abstracts."""

import re
from functools import lru_cache

from evidence.bibliography.identifiers import doi_in_text
from evidence.bibliography.identifiers.arxiv import normalise_arxiv
from evidence.bibliography.identifiers.errors import InvalidIdentifier
from evidence.bibliography.identifiers.isbn import normalise_isbn
from evidence.bibliography.identifiers.issn import normalise_issn
from evidence.bibliography.identifiers.orcid import normalise_orcid
from evidence.bibliography.identifiers.pubmed import ADDRESSES, normalise_pmcid, normalise_pmid
from evidence.bibliography.identifiers.registration import forms_in_text, normalise_registration

KINDS = {
    "pmid": (
        normalise_pmid,
        [
            r"\bPMID\s*:?\s*[0-9]{1,8}\b",
            r"\bPubMed(?:\s+ID\s*:?|\s*:)\s*[0-9]{1,8}\b",
            rf"(?:{ADDRESSES})[0-9]{{1,8}}\b",
        ],
    ),
    "pmcid": (normalise_pmcid, [r"\bPMC[1-9][0-9]{0,8}\b"]),
    "isbn": (
        normalise_isbn,
        [r"\bISBN(?:-1[03])?:?\s*[0-9][0-9\s\-–]{8,16}[0-9X]\b", r"\b97[89][\- ]?(?:[0-9][\- ]?){9}[0-9]\b"],
    ),
    "issn": (
        normalise_issn,
        [r"\b[ep]?-?ISSN(?:-L)?\s*(?:\([a-z]{1,12}\)\s*)?:?\s*[0-9]{4}[-–]?[0-9]{3}[0-9X]\b"],
    ),
    "orcid": (normalise_orcid, [r"(?<![\w-])000[0-9]-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X](?![\w-])"]),
    "arxiv": (
        normalise_arxiv,
        [
            r"\barXiv\s*:\s*[\w.\-]+(?:/[0-9]{7})?",
            r"\barxiv\.org/(?:abs|pdf|html)/[\w.\-/]+",
            r"10\.48550/arxiv\.[\w.]+",
        ],
    ),
    "registration": (normalise_registration, [rf"(?<![\w.\-])(?:{'|'.join(forms_in_text())})"]),
}
_COMPILED = {
    kind: (normalise, re.compile("|".join(forms), re.I)) for kind, (normalise, forms) in KINDS.items()
}


def find(text):
    """The first identifier of each kind in free text: "doi" or a key of KINDS → normal form."""
    return {kind: values[0] for kind, values in find_all(text).items()}


def find_all(text):
    """Every identifier in free text: kind → normal forms in order, each once. What fails its checksum is no find."""
    found = {"doi": list(dict.fromkeys(doi_in_text.find_all(text)))}
    for kind in _COMPILED:
        found[kind] = _found(kind, text)
    return {kind: values for kind, values in found.items() if values}


@lru_cache(maxsize=2048)
def registrations(text):
    """The registration numbers in a text, as a frozenset of normal forms."""
    return frozenset(_found("registration", text))


def _found(kind, text):
    normalise, form = _COMPILED[kind]
    values = {}
    for match in form.finditer(text):
        try:
            values[normalise(match.group())] = True
        except InvalidIdentifier:
            continue
    return list(values)
