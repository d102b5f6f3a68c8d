"""Article files to drafts, one file a format; nothing is fetched, nothing is stored.

Import `read` from here, and from `claiming`, `sourcing` and `manuscripts` what makes a Manuscript of a draft. It
imports `manuscript` and what lies beneath, no row.
"""

import re
from pathlib import Path

from django.utils.translation import gettext as _

from evidence.errors import ImportRefused
from evidence.importers import docx, html_page, markdown, text
from evidence.importers.citing import with_citations

LARGEST = 5 * 1024 * 1024  # bytes
FORMATS = {"text": text.read, "markdown": markdown.read, "html": html_page.read, "docx": docx.read}
ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx",
}  # fmt: skip
FOREIGN = {
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\xd0\xcf\x11\xe0": "DOC (Word 97)",
}


def read(name, data, format=None):
    """Draft of a file's bytes, its references tied to the text.

    Raises ImportRefused, naming the file, for what cannot be read; nothing half-read comes back.
    """
    for sign, foreign in FOREIGN.items():
        if data.startswith(sign):
            refusal = _("%(file)s is a %(kind)s file: save it as DOCX, HTML or plain text and import that.")
            raise ImportRefused(refusal % {"file": name, "kind": foreign})
    if len(data) > LARGEST:
        raise ImportRefused(_("%(file)s is larger than 5 MB: split it.") % {"file": name})
    format = format or ENDINGS.get(Path(name).suffix.lower()) or guess_format(data)
    if format not in FORMATS:
        known = ", ".join(FORMATS)
        raise ImportRefused(_("%(file)s: this release reads %(known)s.") % {"file": name, "known": known})
    try:
        return with_citations(FORMATS[format](data))
    except ValueError as error:
        raise ImportRefused(f"{name}: {error}") from error


def guess_format(data):
    """The format that a file's first bytes speak for, where its name says nothing."""
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    start = data[:4000].decode("utf-8", errors="replace").lstrip("\ufeff \r\n\t")
    if re.match(r"<(?:!doctype html|html|head|body|article|main|\?xml)\b", start, re.I):
        return "html"
    if re.match(r"(?:---|\+\+\+)\s*\n", start) or re.search(r"^#{1,6} \S|^\[\^[^\]]+\]: ", start, re.M):
        return "markdown"
    return "html" if len(re.findall(r"</(?:p|div|h[1-6]|li)>", start, re.I)) > 2 else "text"
