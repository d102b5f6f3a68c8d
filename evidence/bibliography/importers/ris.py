"""RIS: `TY  - JOUR` … `ER  -`, as reference managers and publishers write it, or nearly so."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.json_items import ODD_SHAPES
from evidence.bibliography.importers.records import Problem, Record
from evidence.bibliography.importers.ris_fields import csl_of
from evidence.bibliography.importers.ris_tags import KNOWN
from evidence.bibliography.importers.tagged import Line, lines_of

_LINE = re.compile(r"^\s*(?P<tag>[A-Za-z][A-Za-z0-9])(?P<gap>[ \t]{0,4})-(?:[ \t]+|$)(?P<value>.*)$")
# What opens and closes a record is known however it is spaced.
FRAME = ("TY", "ER")
MOST_BEFORE_TYPE = 200  # lines of a record that are searched for its type
FOLDED = ("AB", "N2", "N1")


def read(text):
    """Records and Problems of a RIS text."""
    yield from records_of(lines_of(text, _Matcher(text), closing=("ER",), listed=("KW",)))


def records_of(lines):
    """Records and Problems of tagged lines. Any tag may begin a record, its end tag ends it; a record without one ends
    where the next begins. Lines that a blank line parts from the next record's type belong to none."""
    number, fields = 0, []
    for line in lines:
        typed = any(one.tag == "TY" for one in fields[:MOST_BEFORE_TYPE])
        if not line.tag:
            yield _stray(line)
        elif line.tag == "TY" and typed:
            number += 1
            yield from _told(number, fields)
            said = _("The record has no end tag (ER); it was ended before the next one.")
            yield Problem(number, fields[0].number, said)
            fields = [line]
        elif line.tag == "TY" and line.apart:
            yield from map(_stray, fields)
            fields = [line]
        elif line.tag == "ER":
            if fields:
                number += 1
                yield from _told(number, fields)
            fields = []
        else:
            fields.append(line)
    if any(one.tag == "TY" for one in fields):
        yield from _told(number + 1, fields)
        yield Problem(number + 1, fields[0].number, _("The last record has no end tag (ER)."))
    else:
        yield from map(_stray, (one for one in fields if one.value))


def _stray(line):
    return Problem(
        0, line.number, _("“%(words)s” stands outside of any record.") % {"words": line.value[:60]}
    )


class _Matcher:
    """How lines with a tag are told from text that only looks so: by the spacing that the file itself keeps, and by
    where they stand. An abstract may hold "AB - " or "RESULTS - "."""

    def __init__(self, text):
        self.strict = len(re.findall(r"^[A-Z][A-Z0-9]  - ?", text, re.M)) >= 3
        self.last = ""

    def __call__(self, line):
        found = _LINE.match(line)
        if not found:
            return ("ER", "") if line.strip() == "ER" else None
        tag = found["tag"].upper()
        odd = found["gap"] != "  " or found["tag"] != tag or line[:1].isspace()
        if tag not in KNOWN and (odd or not re.fullmatch(r"[A-Z][A-Z0-9]", found["tag"])):
            return None
        if self.strict and odd and tag not in FRAME and (self.last in FOLDED or line[:1].isspace()):
            return None
        self.last = tag
        return tag, found["value"].strip()


def _told(number, fields):
    """Records and Problems of a record's lines; one that cannot be understood spoils none of its neighbours."""
    start = fields[0].number
    typed = [one for one in fields if one.tag == "TY"]
    try:
        csl, problems = csl_of(
            [*(typed or [Line(start, "TY", "GEN")]), *(f for f in fields if f.tag != "TY")]
        )
    except ODD_SHAPES as error:
        yield Problem(number, start, _("The record cannot be understood: %(error)s.") % {"error": error})
        return
    if csl:
        yield Record(number, start, csl)
        if not typed:
            problems = [*problems, (start, _("The record has no type (TY)."))]
        if not csl.get("title"):
            problems = [*problems, (start, _("The record has no title."))]
    else:
        problems = [(start, _("The record holds nothing that could be read."))]
    for line, message in problems:
        yield Problem(number, line, message)
