"""The ledger takes in the rows and columns that were there before it covered them."""

from django.db import transaction

from evidence.errors import Refused
from evidence.library import ledger
from evidence.models import Event
from evidence.models.coverage import batched, table


def cover_all():
    """{label: number of rows that the ledger covers from now on}; safe to repeat, also after a release that covers
    more. Raises Refused, naming the faults, as long as any row is not what the ledger says: it is not covered over."""
    wrong, late = [], {label: [] for label in table()}
    for fault in ledger.rows():
        if fault.is_late:
            late[fault.model].append(fault.row)
        else:
            wrong.append(str(fault))
    if wrong:
        raise Refused(*wrong)
    return {label: _cover(one, late[label]) for label, one in table().items()}


def _cover(one, pks):
    with transaction.atomic():
        for batch in batched(pks):
            rows = one.model._default_manager.filter(pk__in=batch).only("pk")
            Event.record(ledger.MARK, by=None, subject=one.label, rows=rows, count=len(batch))
        if not Event.objects.filter(verb=ledger.MARK, subject=one.label).exists():
            Event.record(ledger.MARK, by=None, subject=one.label, count=0)
    return len(pks)
