"""Titles and names as plain text: what publishers deposit is full of HTML, JATS and MathML."""

import html
import re
import unicodedata

_ATTRIBUTES = r"(?:\s+[\w:.\-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?"
_INLINE = re.compile(
    r"</?(?:i|b|u|em|strong|small|big|sub|sup|sc|scp|bold|italic|underline|monospace|tt|span|p|br|title|inf|roman"
    r"|jats:[\w\-]+|(?:mml:)?(?:math|semantics|m(?:row|i|n|o|text|sub|sup|subsup|frac|sqrt|over|under|underover"
    rf"|style|space|padded|stack|fenced|table|tr|td|multiscripts|prescripts))){_ATTRIBUTES}>",
    re.I,
)
_ANNOTATION = re.compile(r"<((?:mml:)?annotation(?:-xml)?)\b[^<>]*>.*?</\1>", re.I | re.S)
_BREAK = re.compile(r"<(?:br|/p|/jats:p|/jats:title)\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.I)
_SHIFTED = re.compile(r"<(sub|sup|inf|jats:sub|jats:sup)>([^<>]{1,12})</\1>", re.I)
_LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_HIGH = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]")


def plain(text):
    """One line of NFC text without markup: CO<sub>2</sub> becomes CO₂, entities their characters.

    Only the tags of running text are taken out; anything else in angle brackets (p < 0.05, a script) is text and
    stays for the renderer to escape. Safe to repeat.
    """
    before = None
    while before != text and ("<" in text or "&" in text):
        before = text
        text = _ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
        text = _BREAK.sub(" ", _ANNOTATION.sub("", text))
        text = _INLINE.sub("", _SHIFTED.sub(_shifted, text))
    return " ".join(unicodedata.normalize("NFC", _UNWANTED.sub("", text)).split())


def _shifted(match):
    """Digits and signs have Unicode forms above and below the line; letters stay where they are."""
    inner = match[2].strip()
    table = _HIGH if match[1].lower().endswith("sup") else _LOW
    return inner.translate(table) if all(ord(character) in table for character in inner) else match[2]
