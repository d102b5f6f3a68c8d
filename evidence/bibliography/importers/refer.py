"""EndNote's tagged format (Refer): `%0 Journal Article`, `%A Berg, Anna`, a blank line between records."""

import re

from evidence.bibliography.importers.ris import records_of
from evidence.bibliography.importers.ris_tags import TYPES
from evidence.bibliography.importers.tagged import Line, lines_of

_LINE = re.compile(r"^%([0-9A-Za-z@+!$&()*<>?=~^#\[\]{}-])(?:[ \t]+(.*))?$")
KINDS = {
    "journal article": "JOUR", "book": "BOOK", "edited book": "EDBOOK", "book section": "CHAP", "thesis": "THES",
    "conference paper": "CPAPER", "conference proceedings": "CONF", "report": "RPRT", "web page": "WEB",
    "newspaper article": "NEWS", "magazine article": "MGZN", "electronic article": "EJOUR", "patent": "PAT",
    "dataset": "DATA", "government document": "GOVDOC", "generic": "GEN", "unpublished work": "UNPB", "blog": "BLOG",
}  # fmt: skip
AS_RIS = {
    "A": "AU", "B": "T2", "C": "CY", "D": "PY", "E": "ED", "G": "LA", "I": "PB", "J": "JF", "K": "KW", "M": "AN",
    "N": "IS", "P": "SP", "Q": "TT", "R": "DO", "S": "T3", "T": "TI", "U": "UR", "V": "VL", "X": "AB", "Y": "A3",
    "Z": "N1", "7": "ET", "8": "DA", "9": "M3", "@": "SN", "+": "AD", "!": "ST", "[": "Y2", "F": "LB", "L": "CN",
}  # fmt: skip


def read(text):
    """Records and Problems of a Refer text; its tags mean what RIS calls by other names."""
    yield from records_of(_as_ris(lines_of(text, _matched, listed=("K",))))


def _matched(line):
    found = _LINE.match(line)
    return (found[1], (found[2] or "").strip()) if found else None


def _as_ris(lines):
    """The lines under RIS's tags, an end tag wherever a record ends: at a blank line, or where a type stands again."""
    begun, typed = False, False
    for line in lines:
        if begun and line.tag and (line.apart or (line.tag == "0" and typed)):
            yield Line(line.number, "ER", "")
            begun = typed = False
        if line.tag == "0":
            typed = True
            kind = KINDS.get(line.value.casefold(), line.value)
            yield Line(line.number, "TY", kind if kind in TYPES else line.value or "GEN")
        elif line.tag:
            yield Line(line.number, AS_RIS.get(line.tag, f"%{line.tag}"), line.value)
        else:
            yield line
        begun = begun or bool(line.tag)
    if begun:
        yield Line(0, "ER", "")
