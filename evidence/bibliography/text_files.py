"""What every reader of a text file does at first and at last: byte-order marks, line ends, no control characters."""

import re

from django.utils.translation import gettext as _

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def marked(data):
    """The text of bytes that begin with a byte-order mark, else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    return None


def plain_ends(text):
    """The text with `\\n` line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def printable(text):
    """The text without control characters. Raises ValueError where it says nothing."""
    if not text.strip():
        raise ValueError(_("the file is empty."))
    return _CONTROL.sub("", text)
