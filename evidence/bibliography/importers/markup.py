"""Titles and abstracts with MathML, TeX, JATS or HTML in them, as plain text: no figure altered, no words glued."""

import html
import re

from evidence.bibliography.importers.formulas import without_mathml, without_tex
from evidence.prose.raised import lowered, raised

_HIDDEN = re.compile(
    r"<(?P<name>(?:\w{1,12}:)?(?:annotation(?:-xml)?|tex-math))\b[^<>]*>.*?</(?P=name)\s*>|<!--.*?-->|<!\[CDATA\[|\]\]>",
    re.S | re.I,
)
_TEX_ALONE = re.compile(
    r"(?<!</mml:math>)<(?P<name>(?:\w{1,12}:)?tex-math)\b[^<>]*>(?P<inner>[^<]*)</(?P=name)\s*>(?!\s*<\w{0,12}:?math)",
    re.I,
)
_SHIFTED = re.compile(
    r"<(?P<name>(?:\w{1,12}:)?(?P<kind>su[bp]|inf))\b[^<>]*>(?P<inner>[^<>]{1,60}|<[^<>]{1,40}>[^<>]{1,60}</[^<>]{1,40}>)"
    r"</(?P=name)\s*>",
    re.I,
)
_BREAK = re.compile(r"</(?:jats:)?(?:p|title|sec|li|list-item|abstracttext)\s*>|<br\s*/?>", re.I)
# Only what markup is made of: "p <a and b> c" and "vitamin <D>" are words.
_NAMES = (
    r"(?:i|b|u|em|strong|small|big|sub|sup|inf|sc|scp|bold|italic|underline|monospace|roman|tt|span|p|br|a|div|title|sec|"
    r"ul|ol|li|font|q|cite|code|abbr|su[bp]scrpt|ext-link|xref|styled-content|named-content|inline-formula|disp-formula|"
    r"alternatives|abstract|math|semantics|m(?:row|i|n|o|text|sub|sup|subsup|frac|sqrt|over|under|underover|style|space|"
    r"padded|fenced|table|tr|td|stack|multiscripts|prescripts|phantom)|abstracttext|dispformula|[a-z][a-z0-9]{0,11}:[a-z][a-z-]*)"
)
_ATTRIBUTES = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))*\s*/?"
_TAG = re.compile(rf"</?{_NAMES}{_ATTRIBUTES}>", re.I)


def words(text):
    """Plain text: tags gone, entities spelled out (also those that an export escaped again), white space single.

    Raised and lowered figures are Unicode's; where there is none for a sign, "^(−6.5)" keeps the power apart.
    """
    text = str(text or "")
    for _time in range(3):
        before = text
        text = _without_tags(text) if "<" in text else text
        text = html.unescape(text) if "&" in text else text
        if text == before:
            break
    return " ".join(without_tex(text).split())


def _without_tags(text):
    text = (
        _TEX_ALONE.sub(lambda m: f"${m['inner'].strip().strip('$')}$", text) if "tex-math" in text else text
    )
    text = without_mathml(_HIDDEN.sub("", text))
    return _TAG.sub("", _BREAK.sub(" ", _SHIFTED.sub(_moved, text)))


def _moved(match):
    inner = html.unescape(_TAG.sub("", match["inner"])).strip()
    return raised(inner) if match["kind"].lower() == "sup" else lowered(inner)
