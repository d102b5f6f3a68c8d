"""What an importer of sources gives out: records, and problems that say where they are."""

from dataclasses import dataclass, field

from evidence.bibliography.identifiers import CSL_VARIABLES, NORMALISERS, InvalidIdentifier

NAMES = (
    "author", "editor", "translator", "collection-editor", "container-author", "director", "recipient",
    "editorial-director",
    "composer", "illustrator", "interviewer", "original-author", "reviewed-author", "contributor", "chair", "compiler",
    "curator", "guest", "host", "narrator", "organizer", "performer", "producer", "script-writer", "series-creator",
    "executive-producer",
)  # fmt: skip
DATES = ("issued", "accessed", "event-date", "original-date", "submitted", "available-date", "container")
# How exports say that there is nothing.
NOTHING = ("NA", "N/A", "n/a", "#N/A", "null", "NULL", "None", "-", "--", "–")


@dataclass(frozen=True)
class Record:
    """`number` counts from 1, `line` is where it begins; `csl` is CSL-JSON, its identifiers normalised."""

    number: int
    line: int
    csl: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Problem:
    """`record` is the number of the record it belongs to, 0 for none; `line` counts from 1."""

    record: int
    line: int
    message: str


def finished(csl, kept=None):
    """A CSL-JSON record in order: no empty variables, identifiers normalised, a type; what `kept` holds, and an
    identifier that is none, goes under `custom`."""
    kept = dict(kept or {})
    csl = _shaped(csl, kept)
    for name, variable in CSL_VARIABLES.items():
        if value := csl.get(variable):
            try:
                csl[variable] = NORMALISERS[name](str(value))
            except InvalidIdentifier:
                kept.setdefault(variable, []).append(str(csl.pop(variable)))
    record = {name: value for name, value in csl.items() if value not in ("", None, [], {})}
    record["type"] = record.get("type") or "document"
    if kept:
        record["custom"] = {**record.get("custom", {}), **kept}
    return record


def keep(kept, name, value):
    """Put a value without a place under its own name, beside what is there already."""
    if value and value not in kept.setdefault(name, []):
        kept[name].append(value)


def _shaped(csl, kept):
    """The record with names and dates where CSL has them and texts everywhere else; what is neither is kept."""
    shaped = {}
    for variable, value in csl.items():
        if variable in NAMES:
            shaped[variable] = [person for one in value or () if (person := _person(one))]
        elif variable in DATES or variable == "custom":
            shaped[variable] = value
        elif isinstance(value, int | float) and not isinstance(value, bool):
            shaped[variable] = str(value)
        elif isinstance(value, str) or value is None:
            shaped[variable] = value
        elif value not in ([], {}):
            keep(kept, variable, value)
    return shaped


def _person(name):
    if not isinstance(name, dict):
        return None
    return {
        part: str(text)
        for part, text in name.items()
        if isinstance(text, str | int | float) and str(text).strip()
    }
