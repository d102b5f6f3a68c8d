"""Identifiers in running text: reference strings, notes, trial registrations in abstracts."""

import re

from evidence.identifiers.arxiv import normalise_arxiv
from evidence.identifiers.doi import PREFIX, normalise_doi
from evidence.identifiers.errors import InvalidIdentifier
from evidence.identifiers.isbn import normalise_isbn
from evidence.identifiers.issn import normalise_issn
from evidence.identifiers.orcid import normalise_orcid
from evidence.identifiers.pubmed import normalise_pmcid, normalise_pmid
from evidence.identifiers.registration import REGISTRIES, normalise_registration

# Angle brackets belong to DOIs of the SICI form only; elsewhere they are markup around the DOI.
_DOI = rf"(?<![\d.]){PREFIX}(?:/|%2[fF])(?:\(SICI\)[^\s\"]+|[^\s\"<>“”]+)"
_PAGE_OF_A_DOI = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|pdfdirect|meta|html|fulltext|references)|\.pdf)+$|[?#].*$"
)
_NUMBER = "|".join(f"(?:{form})" for form in REGISTRIES.values())
KINDS = {
    "doi": (normalise_doi, [_DOI]),
    "pmid": (normalise_pmid, [r"\bPMID\s*:?\s*[0-9]{1,8}\b", r"\bpubmed\.ncbi\.nlm\.nih\.gov/[0-9]{1,8}\b"]),
    "pmcid": (normalise_pmcid, [r"\bPMC[1-9][0-9]{0,8}\b"]),
    "isbn": (
        normalise_isbn,
        [r"\bISBN(?:-1[03])?:?\s*[0-9][0-9\s\-–]{8,16}[0-9X]\b", r"\b97[89][\- ]?(?:[0-9][\- ]?){9}[0-9]\b"],
    ),
    "issn": (normalise_issn, [r"\bISSN:?\s*[0-9]{4}[-–]?[0-9]{3}[0-9X]\b"]),
    "orcid": (normalise_orcid, [r"\b[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]\b"]),
    "arxiv": (
        normalise_arxiv,
        [
            r"\barXiv\s*:\s*[\w.\-]+(?:/[0-9]{7})?",
            r"\barxiv\.org/(?:abs|pdf)/[\w.\-/]+",
            r"10\.48550/arxiv\.[\w.]+",
        ],
    ),
    "registration": (normalise_registration, [rf"(?<![\w.\-/])(?:{_NUMBER})(?![\w\-])"]),
}
_COMPILED = {
    kind: (normalise, re.compile("|".join(forms), re.I)) for kind, (normalise, forms) in KINDS.items()
}


def find(text):
    """The first identifier of each kind in free text: kind (a key of KINDS) → normal form."""
    return {kind: values[0] for kind, values in find_all(text).items()}


def find_all(text):
    """Every identifier in free text: kind → normal forms in order, each once. What fails its checksum is no find."""
    found = {}
    for kind, (normalise, form) in _COMPILED.items():
        for match in form.finditer(text):
            try:
                value = normalise(
                    _cut(match.group(), text[: match.start()]) if kind == "doi" else match.group()
                )
            except InvalidIdentifier:
                continue
            if value not in found.setdefault(kind, []):
                found[kind].append(value)
    return {kind: values for kind, values in found.items() if values}


def _cut(doi, before):
    """A DOI inside a publisher's address ends where the address goes on to a view of the article."""
    address = re.search(r"https?://\S*$", before)
    if address and "doi.org" not in address.group():
        return _PAGE_OF_A_DOI.sub("", doi)
    return doi
