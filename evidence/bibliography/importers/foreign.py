"""Files that are no list of sources this release reads: named for what they are, with what to save instead."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

START = 20_000  # characters that are looked at
BYTES = (
    (b"%PDF", "PDF"), (b"PK\x03\x04", gettext_lazy("Excel, Word or ZIP")), (b"\xd0\xcf\x11\xe0", "Excel 97 / Word 97"),
    (b"{\\rtf", "RTF"), (b"SQLite format 3", "SQLite"), (b"\x1f\x8b", "gzip"),
)  # fmt: skip
_PUBMED = gettext_lazy("PubMed → Save → Format “PubMed” (.nbib) or “CSV”")
_RIS = gettext_lazy("RIS or BibTeX")
# What begins a text of the kind, its name, and what to save instead.
TEXTS = (
    (r"\A\d{1,6}: \S[\s\S]{20,4000}?\bPMID: ?\d{1,8}\b", gettext_lazy("PubMed's summary (text)"), _PUBMED),
    (r"\A\d{1,6}\. \S[\s\S]{20,15000}?^(?:PMID|DOI): ?\S", gettext_lazy("PubMed's abstract (text)"), _PUBMED),
    (r"\A(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html)\b", gettext_lazy("a web page (HTML)"), _RIS),
    (r"\A(?:<\?xml[^>]*>\s*)?<xml>\s*<records>", "EndNote XML", _RIS),
    (r"\A(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:\w+:)?mods(?:Collection)?\b", "MODS XML", _RIS),
    (r"\A(?:<\?xml[^>]*>\s*)?<rdf:RDF\b", "RDF", _RIS),
    (
        r"\A(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<article\b",
        gettext_lazy("one article (JATS XML)"),
        _RIS,
    ),
)
# What a format's text holds, whatever else does: without it a file under its ending is of another kind.
SIGNS = {
    "ris": r"^\s*(?:TY|T1|TI|AU|A1|ID)\s{0,4}-", "bibtex": r"@\s*\w+\s*[{(]", "nbib": r"^[A-Z]{2,4}\s{0,4}-",
    "pubmed": r"<Pubmed(?:Book)?Article\b", "crossref-xml": r"<(?:\w+:)?(?:journal|book|conference|posted_content)\b",
    "wos": r"^(?:PT|AU|TI) ", "refer": r"^%[0AT] ",
}  # fmt: skip


def foreign_bytes(data):
    """A sentence on a file whose first bytes are those of another kind, or an empty string."""
    kind = next((name for sign, name in BYTES if data.startswith(sign)), "")
    return _named(kind, _RIS) if kind else ""


def foreign_text(text):
    """The same for a text by how it begins."""
    start = text[:START].lstrip()
    for form, kind, instead in TEXTS:
        if re.search(form, start, re.M | re.I):
            return _named(kind, instead)
    return ""


def lacks_sign(text, format):
    """A sentence on a text without anything of the format that it is to be read in, or an empty string."""
    if format not in SIGNS or not text.strip() or re.search(SIGNS[format], text, re.M | re.I):
        return ""
    return _("nothing in it looks like %(format)s; look at what it is, or say its format.") % {
        "format": format
    }


def _named(kind, instead):
    said = _(
        "it is %(kind)s, which is no list of sources that this release reads: save it as %(instead)s instead."
    )
    return said % {"kind": kind, "instead": instead}
