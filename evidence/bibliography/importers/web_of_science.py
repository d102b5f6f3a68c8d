"""Web of Science's field-tagged export: `PT J`, `AU Smith, J`, values folded by three spaces, `ER`."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.records import Problem, Record
from evidence.bibliography.importers.ris_fields import csl_of
from evidence.bibliography.importers.tagged import Line, lines_of

_LINE = re.compile(r"^([A-Z][A-Z0-9])(?:\s(.*))?$")
TYPES = {"J": "JOUR", "B": "BOOK", "S": "SER", "P": "PAT"}
# Tags that mean something else than in RIS, or that RIS does not know.
AS_RIS = {"SO": "JO", "PY": "PY", "BP": "SP", "EP": "EP", "AR": "C7", "DI": "DO", "PM": "PMID", "DE": "KW",
          "BN": "SN", "PU": "PB", "PI": "CY", "J9": "J2", "DT": "M3", "UT": "U1"}  # fmt: skip
LISTED = ("AU", "AF", "BE", "CA")


def read(text):
    """Records and Problems of a Web of Science text."""
    number, fields, start = 0, [], 0
    for line in lines_of(text, _matched, joint="\n", closing=("ER", "EF")):
        if line.tag in ("FN", "VR", "EF"):
            continue
        if line.tag == "PT" and fields:
            number += 1
            yield from _told(number, start, fields)
            fields = []
        if line.tag == "ER":
            if fields:
                number += 1
                yield from _told(number, start, fields)
            fields = []
            continue
        if not line.tag:
            yield Problem(
                0, line.number, _("“%(words)s” stands outside of any record.") % {"words": line.value[:60]}
            )
            continue
        start = start if fields else line.number
        fields.append(line)
    if fields:
        yield from _told(number + 1, start, fields)


def _told(number, start, fields):
    csl = _csl(fields, start)
    if csl:
        yield Record(number, start, csl)
    if not csl.get("title"):
        yield Problem(number, start, _("The record has no title."))


def _matched(line):
    found = _LINE.match(line)
    return (found[1], (found[2] or "").strip()) if found else None


def _csl(fields, start):
    said = {line.tag: line for line in fields}
    kind = TYPES.get(said["PT"].value if "PT" in said else "", "JOUR")
    as_ris = [Line(start, "TY", kind)]
    for line in fields:
        if (line.tag == "AU" and "AF" in said) or line.tag == "PT":
            continue
        tag = "AU" if line.tag == "AF" else "A2" if line.tag == "BE" else AS_RIS.get(line.tag, line.tag)
        values = line.value.split("\n") if line.tag in LISTED else [line.value.replace("\n", " ")]
        as_ris += [Line(line.number, tag, value) for value in values]
    return csl_of(as_ris)[0]
