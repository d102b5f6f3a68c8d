"""What every kind of identifier suffers on the clipboard: spaces nobody sees, dashes of the wrong kind."""

import re

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")


def visible(text):
    """Text without invisible characters and without blanks at its ends."""
    return _INVISIBLE.sub("", text).replace("\u00a0", " ").strip()


def compact(text):
    """Text for a number written in groups: capitals, no blanks, every dash a hyphen."""
    return re.sub(r"\s", "", _DASHES.sub("-", visible(text))).upper()
