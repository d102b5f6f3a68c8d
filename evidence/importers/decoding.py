"""Bytes of a text file as text with plain line ends."""

import re

from django.utils.translation import gettext as _

_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]+)", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decoded(data):
    """Text of a file's bytes: by its byte-order mark, else UTF-8, else what the file itself declares, else
    Windows-1252; `\\n` line ends, no control characters. Raises ValueError for bytes that are no text."""
    text = (
        _text(data)
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
    )
    if not text.strip():
        raise ValueError(_("the file is empty."))
    return _CONTROL.sub("", text)


def _text(data):
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
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
