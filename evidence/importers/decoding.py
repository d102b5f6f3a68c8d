"""Bytes of a text file as text with plain line ends."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.text_files import marked, plain_ends, printable

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.I)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def decoded(data):
    """Text of a file's bytes: by its byte-order mark, else UTF-8, else what the file itself declares, else
    Windows-1252; `\\n` line ends, no control characters. Raises ValueError for bytes that are no text."""
    text = plain_ends(_text(data)).replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _PRIVATE.sub("", printable(text))


def _text(data):
    if (text := marked(data)) is not None:
        return text
    if b"\0" in data:
        raise ValueError(_("the file is not text (it holds a NUL byte); save it as plain text."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:2000])
        try:
            return data.decode(declared[1].decode() if declared else "cp1252", errors="replace")
        except LookupError:
            return data.decode("cp1252", errors="replace")
