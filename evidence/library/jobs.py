"""Long work in bounded steps: a step takes the next items of a Job, does what fits in its time, and writes down what
became of them."""

import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.importers import Problem, Record
from evidence.library.cataloguing import Fate, catalogue, nothing
from evidence.models import Source
from evidence.vocabulary import JobKind

STEP = 2.0  # seconds
# What may become of an item: a key of its report line's "fate" → how it is told.
FATES = {
    **dict(Fate.choices),
    "left_out": gettext_lazy("Left out"),
    "problem": gettext_lazy("Could not be read"),
    "refused": gettext_lazy("Not stored"),
    "changed": gettext_lazy("Changed"),
    "unchanged": gettext_lazy("As it was"),
    "news": gettext_lazy("News recorded"),
    "nothing": gettext_lazy("Nothing new"),
    "told": gettext_lazy("To look at"),
    "failed": gettext_lazy("Could not be asked"),
    "gone": gettext_lazy("No longer there"),
}


@dataclass(frozen=True)
class Act:
    """`do(job, items, by)` gives a report line (a dict with "fate") for each of up to `size` items; safe to repeat.

    `whole`: items and report are stored in one transaction. `permission`: what a user needs for it.
    """

    do: Callable
    size: int
    permission: str
    whole: bool = False


class Overtaken(Exception):
    """Somebody else has done these items; what was done twice is taken back."""


def step(job, act, *, by):
    """Do what fits in some seconds, one round of items at least. False if somebody else is at it or all is done."""
    if not job.claim(by=by):
        return False
    until = time.monotonic() + STEP
    try:
        while items := job.items(job.position, job.position + act.size):
            with transaction.atomic() if act.whole else nullcontext():
                if not job.advance(act.do(job, items, by)):
                    raise Overtaken
            if time.monotonic() >= until:
                break
    except Overtaken:
        return False
    finally:
        job.release()
    return True


def as_item(found):
    """A Record or Problem as plain data."""
    if isinstance(found, Record):
        return {"n": found.number, "line": found.line, "csl": found.csl}
    return {"n": found.record, "line": found.line, "message": str(found.message)}


def read_item(item):
    """The Record or Problem of `as_item`."""
    if "csl" in item:
        return Record(item["n"], item["line"], item["csl"])
    return Problem(item["n"], item["line"], item["message"])


def import_records(job, items, by, note=Source.add_update, hold=nothing):
    """Records of a file into the library; those that were left out, and problems, are written down as such. `note`
    and `hold` take what they assert of a work's fate, as for `catalogue`."""
    left_out = set(job.options.get("left_out", ()))
    lines = [_line(item, job.position + place in left_out) for place, item in enumerate(items)]
    waiting = [
        (line, read_item(item)) for line, item in zip(lines, items, strict=True) if line["fate"] is None
    ]
    try:
        with transaction.atomic():
            entries = list(catalogue([pair[1] for pair in waiting], by=by, note=note, hold=hold))
        for (line, _one), entry in zip(waiting, entries, strict=True):
            line |= _told(entry)
    except (DatabaseError, ValueError):
        for line, record in waiting:
            line |= _alone(record, by, note, hold)
    return lines


def judge(job, items, by):
    """One digested field of many sources, each in a transaction of its own."""
    field, value = job.options["field"], job.options["value"]
    return [_judged(pk, field, value, by) for pk in items]


def _judged(pk, field, value, by):
    source = Source.objects.filter(pk=pk).first()
    if source is None:
        return {"fate": "gone", "title": str(pk)}
    line = {"source": source.key, "title": source.title}
    try:
        changed = source.correct(by=by, **{field: value})
    except ValidationError as refused:
        return {**line, "fate": "refused", "message": " ".join(refused.messages)}
    return {**line, "fate": "changed" if changed else "unchanged"}


def _line(item, left_out):
    line = {"n": item["n"], "line": item["line"]}
    if "csl" not in item:
        return {**line, "fate": "problem", "message": item["message"]}
    title = item["csl"].get("title") or item["csl"].get("raw") or ""
    return {**line, "title": str(title)[:300], "fate": "left_out" if left_out else None}


def _told(entry):
    return {"fate": str(entry.fate), "source": entry.source, "other": entry.other}


def _alone(record, by, note, hold):
    """A record by itself after its batch was refused, so that it spoils no neighbour."""
    try:
        with transaction.atomic():
            (entry,) = catalogue([record], by=by, note=note, hold=hold)
        return _told(entry)
    except (DatabaseError, ValueError) as error:
        said = _("The database does not take it: %(error)s") % {"error": str(error).split("\n")[0]}
        return {"fate": "refused", "message": said}


ACTS = {
    JobKind.IMPORT: Act(import_records, 100, "evidence.add_source", whole=True),
    JobKind.JUDGE: Act(judge, 10, "evidence.change_source"),
}
