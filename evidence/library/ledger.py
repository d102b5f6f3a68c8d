"""The ledger read again: whether its chains hold together, and whether the rows are still what its events say."""

from dataclasses import dataclass
from itertools import groupby

from evidence import canonical
from evidence.models import Article, Event, Revision, RowDigest
from evidence.models.coverage import batched, table
from evidence.models.event import GENESIS
from evidence.models.row_digest import digest_of_rows

MARK = "ledger.covered"  # the event that took in the rows which a model had before the ledger covered it
ENTRY = ("row", "columns", "event__chain", "event__number", "event__at")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row: `what` says it, `columns` are concerned. `is_late`: nobody vouched for it yet, since
    it or the columns were there before the ledger covered them."""

    model: str
    row: int
    what: str
    columns: tuple = ()
    is_late: bool = False

    def __str__(self):
        named = f": {', '.join(self.columns)}" if self.columns else ""
        return f"{self.model} {self.row}: {self.what}{named}"


def chains(known, on_head):
    """What is wrong with the chains of events, in words; `on_head` is called with the last event of each.

    `known`: {(chain, number): digest} as they were kept elsewhere.
    """
    known, before = dict(known), None
    events = Event.objects.order_by("chain", "number").prefetch_related("rows")
    for event in events.iterator(chunk_size=500):
        if before and before.chain != event.chain:
            on_head(before)
            before = None
        yield from _faults(event, before)
        if known.pop((event.chain, event.number), event.digest) != event.digest:
            yield f"{event}: not the event that is known outside"
        before = event
    if before:
        on_head(before)
    yield from (f"{chain}/{number}: an event known outside is missing" for chain, number in known)
    silent = Article.objects.filter(events=None).values_list("pk", flat=True)
    yield from (f"article:{pk}: an article without any event" for pk in silent)


def rows():
    """Faults of the rows for which the ledger vouches. Two queries a model, and two for every batch of suspects.

    What others write while this reads looks wrong for a moment, so suspects are read once more before they are named.
    """
    for one in table().values():
        suspects = (fault.row for fault in _compared(one))
        for batch in batched(suspects):
            yield from _compared(one, batch)


def revisions():
    """What is wrong with the frozen texts, in words."""
    for revision in Revision.objects.iterator(chunk_size=100):
        if not revision.is_intact:
            yield f"revision {revision}: its text does not have its digest"


def _faults(event, before):
    if event.digest != event.computed_digest():
        yield f"{event}: altered"
    if event.rows_digest != digest_of_rows(event.rows.all()):
        yield f"{event}: what it says of rows was altered"
    if event.previous != (before.digest if before else GENESIS):
        yield f"{event}: does not follow the event before it"
    if event.number != (before.number + 1 if before else 1):
        yield f"{event}: an event is missing before it"
    if event.article_id and event.chain != f"article:{event.article_id}":
        yield f"{event}: shown with another article"
    if event.article_id is None and event.chain.startswith("article:"):
        yield f"{event}: shown with no article"


def _compared(one, pks=None):
    """Faults of one model's rows, in the order of their keys: what is stored beside what the last event says of it."""
    told, stored = RowDigest.objects.filter(model=one.label), one.model._default_manager.all()
    if pks is not None:
        told, stored = told.filter(row__in=pks), stored.filter(pk__in=pks)
    was_late = not Event.objects.filter(verb=MARK, subject=one.label).exists()
    said = groupby(told.order_by("row").values_list(*ENTRY).iterator(), key=lambda entry: entry[0])
    said = ((pk, _last(entries)) for pk, entries in said)
    for pk, columns, now in _side_by_side(said, one.states(stored)):
        if fault := _fault(one, pk, columns, now, was_late):
            yield fault


def _last(entries):
    """The columns that the latest event gives. Numbers order a chain; clocks only what stands in different ones."""
    of_chain = {}
    for _row, columns, chain, number, at in entries:
        of_chain[chain] = max(of_chain.get(chain, (0,)), (number, at, columns))
    _number, _at, columns = max(of_chain.values(), key=lambda entry: entry[1])
    return columns


def _side_by_side(said, stored):
    """(key, what is said or None, what is stored or None) of two sequences in the order of their keys."""
    end = (None, None)
    left, right = next(said, end), next(stored, end)
    while left != end or right != end:
        if right == end or (left != end and left[0] < right[0]):
            yield *left, None
            left = next(said, end)
        elif left == end or right[0] < left[0]:
            yield right[0], None, right[1]
            right = next(stored, end)
        else:
            yield *left, right[1]
            left, right = next(said, end), next(stored, end)


def _fault(one, pk, columns, now, was_late):
    if columns is None:
        return Fault(one.label, pk, "no event tells of it", is_late=was_late)
    if not columns:
        return Fault(one.label, pk, "there again after it was deleted") if now else None
    if now is None:
        return Fault(one.label, pk, "missing")
    then = canonical.loads(columns)
    if altered := sorted(name for name in then.keys() & now.keys() if then[name] != now[name]):
        return Fault(one.label, pk, "altered", tuple(altered))
    if late := sorted(now.keys() - then.keys()):
        return Fault(one.label, pk, "no event tells of", tuple(late), is_late=True)
    return None
