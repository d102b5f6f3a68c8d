"""Bibliographic files to CSL-JSON records, one file a format; nothing is fetched, nothing is stored, nothing is lost.

Every format module has `read(text)`, which yields a Record for whatever could be read and a Problem, with its line, for
whatever could not, in the order of the file. What has no place in CSL stays with the record under `custom`.
"""

import re
from itertools import chain
from pathlib import Path

from django.utils.translation import gettext as _

from evidence.bibliography.importers import (
    bibtex,
    crossref,
    crossref_xml,
    csl_json,
    csv_table,
    nbib,
    openalex,
    pubmed_xml,
    refer,
    ris,
    web_of_science,
)
from evidence.bibliography.importers.decoding import decoded
from evidence.bibliography.importers.foreign import foreign_bytes, foreign_text, lacks_sign
from evidence.bibliography.importers.records import Problem, Record
from evidence.errors import ImportRefused

__all__ = ["ENDINGS", "FORMATS", "Problem", "Record", "guess_format", "read"]
LARGEST = 200 * 1024 * 1024  # bytes
FORMATS = {
    "ris": ris.read,
    "bibtex": bibtex.read,
    "nbib": nbib.read,
    "csl": csl_json.read,
    "crossref": crossref.read,
    "pubmed": pubmed_xml.read,
    "openalex": openalex.read,
    "csv": csv_table.read,
    "wos": web_of_science.read,
    "refer": refer.read,
    "crossref-xml": crossref_xml.read,
}
ENDINGS = {
    ".ris": "ris", ".bib": "bibtex", ".bibtex": "bibtex", ".nbib": "nbib", ".medline": "nbib", ".xml": "pubmed",
    ".csv": "csv", ".tsv": "csv", ".ciw": "wos", ".isi": "wos", ".enw": "refer", ".refer": "refer",
}  # fmt: skip


def read(name, data, format=None):
    """Records and Problems of a file's bytes, as they come.

    Raises ImportRefused, naming the file, for what is no text, too large or of no format known here.
    """
    if len(data) > LARGEST:
        raise ImportRefused(_("%(file)s is larger than 200 MB: split it.") % {"file": name})
    if foreign := foreign_bytes(data):
        raise ImportRefused(f"{name}: {foreign}")
    try:
        text = decoded(data)
    except ValueError as error:
        raise ImportRefused(f"{name}: {error}") from error
    told = format
    format = format or guess_format(name, text)
    if not told and (foreign := foreign_text(text) or lacks_sign(text, format)):
        raise ImportRefused(f"{name}: {foreign}")
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise ImportRefused(
            _("%(file)s: its format is not known; say one of %(known)s.") % {"file": name, "known": known}
        )
    return chain(_replaced(text), FORMATS[format](text))


def _replaced(text):
    """A Problem for each line in which bytes were no letters of the file's encoding."""
    if "\ufffd" in text:
        for number, line in enumerate(text.split("\n"), start=1):
            if "\ufffd" in line:
                yield Problem(0, number, _("Letters that no known encoding explains stand as “\ufffd” here."))


def guess_format(name, text):
    """A format's name by what a text looks like, else by the ending of its file's name, else an empty string."""
    start = text[:20_000].lstrip()
    if start[:1] in "[{":
        return _guess_json(start)
    if start[:1] == "<" and re.search(
        r"<(?:\w{1,20}:)?(?:crossref_result|crossref|doi_records?|query_result)\b", start
    ):
        return "crossref-xml"
    if re.match(r"<\?xml|<PubmedArticle", start):
        return "pubmed"
    if re.search(r"^TY {0,4}- ?[A-Z]{3,6}\s*$", start, re.M):
        return "ris"
    if re.search(r"^PMID\s{0,2}- ?\d|^OWN\s{0,2}- ?[A-Z]", start, re.M):
        return "nbib"
    if re.search(r"^\s{0,8}TY\s{0,4}-", start, re.M | re.I):
        return "ris"
    if re.search(r"^%0 \w", start, re.M) or (
        re.search(r"^%T \S", start, re.M) and re.search(r"^%A \S", start, re.M)
    ):
        return "refer"
    if re.match(r"(?:FN |VR |PT [A-Z]\s)", start):
        return "wos"
    if re.search(r"^\s*@\s*\w+\s*[{(]", start, re.M):
        return "bibtex"
    return ENDINGS.get(Path(name).suffix.lower(), "")


def _guess_json(start):
    if re.search(r'"(?:authorships|abstract_inverted_index|host_venue)"|"https://openalex\.org', start):
        return "openalex"
    if re.search(
        r'"(?:message-type|is-referenced-by-count|reference-count|published-print)"|"title"\s*:\s*\[', start
    ):
        return "crossref"
    return "csl"
