"""A reference as somebody typed it, cut into author, date, title, container, volume, pages, DOI and address.

Rules, no model: identifiers and years have forms, author lists have grammars, titles end where a journal, a
place of publication or an editor begins.
"""

import re

from evidence.bibliography.identifiers import find
from evidence.bibliography.references.parsing.dates_in_text import TITLE_FIRST, YEAR, last_date
from evidence.bibliography.references.parsing.heads import head
from evidence.bibliography.references.parsing.titles import title_of

_LABEL = re.compile(r"^\s*(?:\[\w{1,12}\]|\(\d{1,3}\)|\d{1,3}[.)]|\d{1,3}(?=\s+[^\W\d]))\s*")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;)\]]", re.I)
_PAGE_RANGE = re.compile(
    r"(?<![\d/.])(?P<pages>[A-Za-z]{0,2}\d{1,6}[a-z]?\s?(?:-{1,2}|[–—‑−])\s?[A-Za-z]{0,2}\d{1,6}[a-z]?)(?![\d/])"
)
_PAGE_NAMED = re.compile(
    r"\b(?:pp?|pages?|S|article(?=\s[eE]?\d))\b\.?\s?(?P<pages>[A-Za-z]?\d+(?:\s?(?:-{1,2}|[–—‑−])\s?[A-Za-z]?\d+)?)"
    r"|\b(?P<total>\d{1,4}\s?pp?\b)",
    re.I,
)
_PAGE_LAST = re.compile(
    r"(?:[:,]\s?)(?P<pages>[eE]?\d{1,8})(?!\d)(?=[.,\s]*(?:$|\(|[A-Z][a-z]+ \d{4}|\d{4}))"
)


def split(raw):
    """The parts of a raw reference as they are written there: a dict with any of author, date, title, container,
    pages, doi, url, rest; `rest` is what follows the title."""
    text = " ".join(_LABEL.sub("", raw, count=1).split())
    parts = _links(text)
    text = _without_links(text)
    author, date, rest = head(text)
    if not author and (first := TITLE_FIRST.match(rest)):
        title, date, rest = first["title"], first["date"], rest[first.end() :]
    else:
        title, rest = title_of(rest)
    undated = rest
    if not date:
        date, undated = last_date(rest)
    role = "editor" if re.search(r"\((?:[Ee]ds?|Hrsg|[Ee]ditors?)\.?\)\.?$", author) else "author"
    found = {role: author, "date": date, "title": title, "pages": _pages(rest), "rest": undated}
    return parts | {name: value.strip() for name, value in found.items() if value and value.strip()}


def _links(text):
    """The address, and the DOI unless it stands in the address only."""
    url, doi = _URL.search(text), find(_URL.sub(" ", text)).get("doi")
    parts = {"url": url.group()} if url else {}
    return parts | {"doi": doi} if doi else parts


def _without_links(text):
    """The reference without the addresses, DOIs and access notes behind it."""
    text = re.sub(r"\b(?:doi:?\s*)?(?:https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", " ", text, flags=re.I)
    text = _URL.sub(" ", text)
    text = re.sub(r"\bISBN[\s:\-\dXx–]+", " ", text)
    text = re.sub(r"\s·\s|\bPublished online\b", " ", text)
    text = re.sub(r"(?:\bPubMed\s)?\b(?:PMID|PMCID)\s*:?\s*(?:PMC)?\d+", " ", text)
    text = re.sub(
        r"\b(?:available|retrieved|accessed)\b(?:\s+(?:from|at|online|on))?[^.]{0,40}?[:.]?\s*$",
        " ",
        text,
        flags=re.I,
    )
    return re.sub(r"(?:\bdoi\s*:?|[\s,;(\[])+$", "", " ".join(text.split()), flags=re.I)


def _pages(text):
    for pattern in (_PAGE_NAMED, _PAGE_RANGE, _PAGE_LAST):
        for found in reversed(list(pattern.finditer(text))):
            groups = found.groupdict()
            pages = groups.get("pages") or groups.get("total")
            if not re.fullmatch(YEAR, pages) or re.search(r"\d\)?\s?:\s?$", text[: found.start("pages")]):
                return pages
    return ""
