"""What a job's page shows of its items: what would become of them, and what became of them."""

from collections import Counter

from evidence.bibliography import references
from evidence.bibliography.importers import Record
from evidence.library.cataloguing import Fate, foresee
from evidence.library.jobs import FATES, read_item
from evidence.models import Source

PAGE = 100  # items
FORESEEN = {Fate.ADDED: "new", Fate.KNOWN: "known", Fate.ALIKE: "alike", Fate.CONFLICT: "conflict"}


def foreseen(job, start, end):
    """A dict for each item of a page of the preview: its reference, what would happen to it, and which sources of the
    library it concerns."""
    found = [read_item(item) for item in job.items(0, end)]
    records = [one for one in found[start:] if isinstance(one, Record)]
    earlier = [one for one in found[:start] if isinstance(one, Record)]
    entries = iter(foresee(records, earlier))
    left_out = set(job.options.get("left_out", ()))
    rows = [
        _foreseen(start + place, one, entries, start + place in left_out)
        for place, one in enumerate(found[start:])
    ]
    return _with_sources(rows)


def selected(job, start, end):
    """The sources of a page of a job over the library, in its order."""
    keys = job.items(start, end)
    by_key = Source.objects.in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]


def reported(lines):
    """A dict for each line of a report, with the sources that it names."""
    rows = [
        {
            **line,
            "label": FATES.get(line["fate"], line["fate"]),
            "keys": [line.get("source"), line.get("other")],
        }
        for line in lines
    ]
    return _with_sources(rows)


def tally(lines):
    """[(fate, its label, how many)] of a report, in the order of FATES."""
    counts = Counter(line["fate"] for line in lines)
    return [(fate, label, counts[fate]) for fate, label in FATES.items() if counts[fate]]


def _foreseen(index, found, entries, left_out):
    if not isinstance(found, Record):
        return {"index": index, "line": found.line, "number": found.record, "message": found.message}
    entry = next(entries)
    return {
        "index": index,
        "line": found.line,
        "number": found.number,
        "reference": references.render(found.csl),
        "fate": FORESEEN[entry.fate],
        "keys": [entry.source if entry.fate in (Fate.KNOWN, Fate.CONFLICT) else "", entry.other],
        "left_out": left_out,
    }


def _with_sources(rows):
    """`sources` of each row: those of its keys that are in the library."""
    keys = {key for row in rows for key in row.get("keys", ()) if key}
    by_key = {source.key: source for source in Source.objects.filter(key__in=keys)}
    for row in rows:
        row["sources"] = [by_key[key] for key in row.get("keys", ()) if key in by_key]
    return rows
