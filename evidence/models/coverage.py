"""Which rows the ledger vouches for and by which columns; each app fills the table in its own `covered` module."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import islice

from evidence import canonical

SIZE = 24  # hexadecimal digits of a column's digest: nobody finds another text for it, and rows stay small
BATCH = 300  # rows at a time: some hold a whole page

_TABLE = {}


@dataclass(frozen=True, eq=False)
class Covered:
    """A model whose rows the ledger vouches for: every column but those `left_out` (name → reason), `beyond` (columns
    of rows that it points to, as look-ups) and `many` (relations, as the sorted keys of what they name)."""

    model: type
    left_out: dict = field(default_factory=dict)
    beyond: tuple = ()
    many: tuple = ()

    @cached_property
    def label(self):
        return self.model._meta.label_lower

    @cached_property
    def columns(self):
        """Every name that is digested, in order."""
        own = [one.attname for one in self.model._meta.concrete_fields if not one.primary_key]
        return tuple(sorted({*own, *self.beyond, *self.many} - set(self.left_out)))

    def states(self, rows=None):
        """(primary key, {column: digest}) of rows as they are stored now, in the order of their keys; one query, and
        one more for each relation and `BATCH` rows. `rows`: a queryset, all without it."""
        plain = [name for name in self.columns if name not in (*self.many, *self.beyond)]
        rows = self.model._default_manager.all() if rows is None else rows
        found = rows.order_by("pk").values_list("pk", *plain).iterator(chunk_size=BATCH)
        for batch in batched(found):
            more = self._more([row[0] for row in batch])
            for pk, *values in batch:
                said = {**dict(zip(plain, values, strict=True)), **more[pk]}
                yield pk, {name: digest_of(said[name]) for name in self.columns}

    def _more(self, pks):
        # Asked apart: a row that points to nothing would be left out of a join.
        beyond = dict.fromkeys(self.beyond)
        found = {pk: {**beyond, **{name: [] for name in self.many}} for pk in pks}
        if self.beyond:
            for pk, *values in self._rows(pks).values_list("pk", *self.beyond):
                found[pk] |= zip(self.beyond, values, strict=True)
        for name in self.many:
            for pk, others in self._related(name, pks).items():
                found[pk][name] = sorted(others)
        return found

    def _rows(self, pks):
        return self.model._default_manager.filter(pk__in=pks)

    def _related(self, name, pks):
        relation = self.model._meta.get_field(name)
        mine, theirs = relation.m2m_column_name(), relation.m2m_reverse_name()
        through = relation.remote_field.through._default_manager.filter(**{f"{mine}__in": pks})
        found = defaultdict(list)
        for one, other in through.values_list(mine, theirs):
            found[one].append(other)
        return found


def cover(*models):
    """Let the ledger vouch for the rows of Covered models."""
    _TABLE.update({one.label: one for one in models})


def table():
    """{label: Covered} of every model that the ledger vouches for, in the order of the labels."""
    return dict(sorted(_TABLE.items()))


def covered(row):
    """The Covered of a row. Raises LookupError for one whose model nobody named: then its event would vouch for
    nothing."""
    return _TABLE[row._meta.label_lower]


def batched(values):
    """Lists of at most `BATCH` of them, as they come."""
    values = iter(values)
    while batch := list(islice(values, BATCH)):
        yield batch


def digest_of(value):
    """Digest of one column's value, exactly as it is stored."""
    return hashlib.sha256(canonical.dumps(_plain(value)).encode()).hexdigest()[:SIZE]


def _plain(value):
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value.isoformat() if isinstance(value, date) else value
