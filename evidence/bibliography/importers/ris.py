"""RIS: `TY  - JOUR` … `ER  -`, as reference managers and publishers write it, or nearly so."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.records import Problem, Record
from evidence.bibliography.importers.ris_fields import csl_of
from evidence.bibliography.importers.ris_tags import KNOWN
from evidence.bibliography.importers.tagged import lines_of

_LINE = re.compile(r"^\s*(?P<tag>[A-Za-z][A-Za-z0-9])(?P<gap>[ \t]{0,4})-(?:[ \t]+|$)(?P<value>.*)$")
# What opens and closes a record is known however it is spaced.
FRAME = ("TY", "ER")
FOLDED = ("AB", "N2", "N1")


def read(text):
    """Records and Problems of a RIS text. A record without its end tag ends where the next begins."""
    number, start, fields = 0, 0, []
    for line in lines_of(text, _Matcher(text), closing=("ER",), listed=("KW",)):
        if line.tag == "TY":
            if start:
                number += 1
                yield from _told(number, start, fields)
                yield Problem(
                    number, start, _("The record has no end tag (ER); it was ended before the next one.")
                )
            start, fields = line.number, [line]
        elif line.tag == "ER" and start:
            number += 1
            yield from _told(number, start, fields)
            start, fields = 0, []
        elif start and line.tag:
            fields.append(line)
        elif line.tag != "ER" and line.value and (line.tag or not start):
            yield Problem(
                0, line.number, _("“%(words)s” stands outside of any record.") % {"words": line.value[:60]}
            )
    if start:
        yield from _told(number + 1, start, fields)
        yield Problem(number + 1, start, _("The last record has no end tag (ER)."))


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


def _told(number, start, fields):
    csl, problems = csl_of(fields)
    if csl:
        yield Record(number, start, csl)
        if not csl.get("title"):
            problems = [*problems, (start, _("The record has no title."))]
    else:
        problems = [(start, _("The record holds nothing that could be read."))]
    for line, message in problems:
        yield Problem(number, line, message)
