"""Raw HTML inside Markdown: its words stay, its tags go, pictures become notes."""

import re

from evidence.bibliography.importers.formulas import without_mathml
from evidence.importers.superscripts import cited_or_raised
from evidence.prose import pictures
from evidence.prose.raised import lowered

_FENCED = re.compile(r"(^ {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[^\n]*$|`[^`\n]+`)", re.S | re.M)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_SILENT = re.compile(r"<(script|style|iframe|object|svg|noscript)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_SUP = re.compile(r"<sup\b[^>]*>(?P<inner>.*?)</sup>", re.S | re.I)
_SUB = re.compile(r"<sub\b[^>]*>(?P<inner>.*?)</sub>", re.S | re.I)
_IMG = re.compile(r"<img\b([^>]*)>", re.I)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|blockquote)>", re.I)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^()\s]*(?:\s+\"(?P<title>[^\"]*)\")?\)")


def picture_note(caption):
    """The paragraph that stands for a picture, which no import takes along."""
    return f"\n\n{pictures.note(caption)}\n\n"


def without_html(text):
    """Markdown without tags; code stays as it is written."""
    pieces = _FENCED.split(text)
    return "".join(piece if place % 2 else _stripped(piece) for place, piece in enumerate(pieces))


def _stripped(text):
    text = _SILENT.sub("", _COMMENT.sub("", text))
    text = _SUB.sub(
        lambda m: lowered(_TAG.sub("", m["inner"]).strip()), without_mathml(text) if "<" in text else text
    )
    text = _SUP.sub(_raised, text)
    text = _IMG.sub(lambda m: picture_note(_attribute(m[1], "alt")), text)
    text = _PICTURE.sub(lambda m: picture_note(m["title"] or m["alt"]), text)
    return _TAG.sub("", _BREAK.sub("\n", text))


def _raised(match):
    before, after = match.string[max(0, match.start() - 30) : match.start()], match.string[match.end() :][:1]
    return cited_or_raised(_TAG.sub("", match["inner"]), before, after)


def _attribute(text, name):
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", text, re.I)
    return (found[1] or found[2] or "") if found else ""
