"""What somebody with the database's keys could do to a row, and whether the ledger names it."""

from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from evidence.library import ledger
from evidence.models.coverage import table

FAR = 100_000  # no row has a key as high


class Crime:
    """Something done to a row of a covered model, taken back again at once; `named`: whether the ledger said so."""

    def __init__(self, one, act, column=""):
        self.one, self.act, self.column = one, act, column
        self.row = one.model._base_manager.order_by("pk").last()

    def __str__(self):
        return f"{self.one.label} {self.column} {self.act}".replace("  ", " ")

    @property
    def rows(self):
        return self.one.model._base_manager.filter(pk=self.row.pk)

    def named(self):
        with transaction.atomic():
            without_constraints(self.one.model._meta.db_table)
            pk = getattr(self, self.act)()
            found = [fault for fault in ledger.rows() if (fault.model, fault.row) == (self.one.label, pk)]
            transaction.set_rollback(True)
        return any(not self.column or self.column in fault.columns for fault in found)

    def altered(self):
        field = next(one for one in self.fields if one.attname == self.column)
        assert self.rows.update(**{self.column: self.other(field)}) == 1
        return self.row.pk

    def emptied(self):
        assert getattr(self.row, self.column).exists()
        getattr(self.row, self.column).clear()
        return self.row.pk

    def deleted(self):
        for name in self.one.many:
            getattr(self.row, name).clear()
        assert self.rows._raw_delete(connection.alias) == 1
        return self.row.pk

    def forged(self):
        said = {field.attname: self.other(field) for field in self.fields}
        return self.one.model._base_manager.bulk_create([self.one.model(pk=FAR, **said)])[0].pk

    @property
    def fields(self):
        return [field for field in self.one.model._meta.concrete_fields if not field.primary_key]

    def other(self, field):
        return other(getattr(self.row, field.attname), field)


def crimes():
    """Of every covered model: each of its own columns altered, each relation emptied, a row deleted, a row forged."""
    for one in table().values():
        own = [name for name in one.columns if name not in (*one.many, *one.beyond)]
        yield from (Crime(one, "altered", name) for name in own)
        yield from (Crime(one, "emptied", name) for name in one.many)
        yield from (Crime(one, act) for act in ("deleted", "forged"))


def other(value, field):
    """Another value that a column can hold."""
    if value is None:
        value = {"DateTimeField": timezone.now(), "DateField": timezone.localdate()}.get(
            field.get_internal_type(), FAR
        )
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 100
    if isinstance(value, datetime):
        return value + timedelta(microseconds=1)
    if isinstance(value, date):
        return value + timedelta(days=1)
    return ("y" if value[:1] == "x" else "x") + value[1:]


def without_constraints(name):
    """Whoever owns the database can do without the constraints of its tables, too."""
    if connection.vendor == "sqlite":
        return  # a pragma, set for the whole test
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = %s::regclass", [name]
        )
        for (constraint,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE {name} DROP CONSTRAINT "{constraint}"')
