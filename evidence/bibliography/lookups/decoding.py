"""Bytes of an answer to text: in the character set that its head lines name, else in the one it names itself."""

import codecs
import re

_NAMED_INSIDE = re.compile(rb"<(?:meta[^>]+charset\s*=\s*|\?xml[^>]+encoding\s*=\s*)[\"']?([\w.:\-]+)", re.I)
HEAD = 2048  # bytes in which a page has to name its character set (HTML standard: 1024)
# Codecs of names, no character sets of texts; reading a large text so takes hours.
FOR_NAMES = ("idna", "punycode")
FOR_BROWSERS = "windows-1252"  # what browsers read where nothing is named (HTML standard, encoding sniffing)


def decoded(data, content_type):
    """The text of `data`, whatever its server says of it; what cannot be read becomes a replacement character."""
    inside = _NAMED_INSIDE.search(data[:HEAD])
    for charset in (_named(content_type), inside and inside[1].decode("ascii")):
        # A name may be of no character set ("rot13"), or of none at all.
        try:
            if codecs.lookup(charset).name not in FOR_NAMES:
                return data.decode(charset, "replace").removeprefix("\ufeff")
        except (LookupError, ValueError, TypeError):
            continue
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(FOR_BROWSERS, "replace")


def _named(content_type):
    return content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'") or None
