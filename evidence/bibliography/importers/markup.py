"""Titles and abstracts with MathML, JATS or HTML in them, as plain text."""

import html
import re

_ANNOTATION = re.compile(r"<(?:\w+:)?annotation(?:-xml)?\b.*?</(?:\w+:)?annotation(?:-xml)?>", re.S | re.I)
_BREAK = re.compile(r"</(?:jats:)?(?:p|title|sec)>|<br\s*/?>", re.I)
_SUB = re.compile(r"<(su[bp])\b[^>]*>([0-9+\-−n]{1,4})</\1>", re.I)
_TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|<!--.*?-->", re.S)
_UP = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_DOWN = str.maketrans("0123456789+-−n", "₀₁₂₃₄₅₆₇₈₉₊₋₋ₙ")


def words(text):
    """Plain text: tags gone, entities spelled out (twice, for exports escape twice), white space single."""
    text = str(text or "")
    for _twice in range(2):
        if "&" in text:
            text = html.unescape(text)
    text = _SUB.sub(
        lambda m: m[2].translate(_UP if m[1].lower() == "sup" else _DOWN), _ANNOTATION.sub("", text)
    )
    return " ".join(_TAG.sub("", _BREAK.sub(" ", text)).split())
