"""CSL-JSON: one record, a list of them, or one a line; each item is checked by itself."""

from django.utils.translation import gettext as _

from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.json_items import TELLING, read_items
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.records import DATES, NAMES, finished
from evidence.bibliography.references.dates import cleaned
from evidence.bibliography.references.printed import CROSSREF_TYPES

WORDED = ("title", "container-title", "abstract", "collection-title", "title-short", "container-title-short")


def read(text):
    """Records and Problems of CSL-JSON; items that are no object, and texts that are no JSON, are told."""
    return read_items(text, csl_of, TELLING, _("The item is no CSL-JSON record with a title."))


def csl_of(item):
    """A CSL record in order: lists and nulls where texts belong are mended, types and dates in CSL's terms."""
    custom = item.get("custom") if isinstance(item.get("custom"), dict) else {}
    csl = {}
    for variable, value in item.items():
        if variable in DATES:
            csl[variable] = _date(value)
        elif variable in NAMES:
            csl[variable] = _names(value)
        elif variable in WORDED:
            csl[variable] = words(_single(value))
        elif variable == "custom":
            continue
        elif isinstance(value, list) and variable in ("ISSN", "ISBN"):
            csl[variable] = (
                ", ".join(map(str, value)) if variable == "ISSN" else str(value[0]) if value else ""
            )
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            csl[variable] = value[0]
        else:
            csl[variable] = (
                str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
            )
    kind = csl.get("type")
    csl["type"] = CROSSREF_TYPES.get(kind, kind) if isinstance(kind, str) else None
    return finished(csl, custom)


def _date(value):
    """A CSL date; texts and bare lists of parts where an object belongs are read as what they are."""
    if isinstance(value, list):
        value = {"date-parts": value if value and isinstance(value[0], list) else [value]}
    date = cleaned(value) if isinstance(value, dict) else csl_date(value)
    return csl_date(date["literal"]) if date and "literal" in date else date


def _names(value):
    people = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and one.strip():
            people.append({"literal": one.strip()})
        elif isinstance(one, dict) and (name := {k: v for k, v in one.items() if v not in ("", None)}):
            people.append(name)
    return people


def _single(value):
    return (value[0] if value else "") if isinstance(value, list) else value or ""
