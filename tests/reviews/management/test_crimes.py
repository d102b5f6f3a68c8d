"""Whatever is done to a row behind the guards, the ledger names the row and the column."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from config import triggers
from evidence.library import ledger
from evidence.models import Citation, Comparison, Section, Source, Topic
from evidence.models.comparison import Answer
from evidence.models.coverage import table
from reviews.flags import flagging
from reviews.models import Confirmation, Flag, Waiver
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders
from tests.reviews.management.crimes import crimes

pytestmark = pytest.mark.django_db(transaction=True)
REASON = "The dose follows in the next edition; readers are told so."


def everything(cast):
    """A row of every covered model, each made by its verb: a page that was rated, sent back, answered, approved,
    confirmed and published, then warned of, and a draft with a waiver."""
    draft = builders.sent_back(cast)
    builders.agreed(cast, draft)
    Citation.objects.filter(claim__article=draft).first().verify(by=cast.cleo, against="abstract")
    draft.topics.add(Topic.objects.create(name="Herbs", slug="herbs"))
    current = builders.approved(cast, draft)
    source, other = Source.objects.order_by("key")[:2]
    recording.record_update(source, "correction", by=cast.eve, asserted_by="Crossref")
    Confirmation.give(current.decisions.get(), by=cast.cleo, reason="The table is not cited.")
    publication.publish(draft, by=cast.eve)
    recording.record_update(source, "retraction", by=cast.eve, asserted_by="Crossref")
    Comparison.give(source, other, Answer.DIFFERENT, by=cast.ada)
    unsaid = builders.article(cast.ada, title="Another review")
    Section.objects.create(article=unsaid, key="s99", heading="Dose", position=99, body="")
    unsaid.revise(by=cast.ada)
    flagging.reconcile(unsaid)
    until = timezone.localdate() + timedelta(days=30)
    Waiver.give(Flag.objects.get(code="ST1"), by=cast.ada, reason=REASON, until=until)


@contextmanager
def keys_in_hand():
    """No guard, no check: what the owner of the database can do."""
    triggers.drop(connection)
    loose = "PRAGMA ignore_check_constraints = %s" if connection.vendor == "sqlite" else "SELECT '%s'"
    with connection.cursor() as cursor:
        cursor.execute(loose % "ON")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(loose % "OFF")
        triggers.create(connection)


def test_every_column_and_every_row_of_every_covered_model_is_watched(cast):
    everything(cast)
    assert [one.label for one in table().values() if not one.model._base_manager.exists()] == []
    assert [str(fault) for fault in ledger.rows()] == []
    with keys_in_hand():
        tried = list(crimes())
        assert [str(crime) for crime in tried if not crime.named()] == []
    assert len(tried) > 6 * len(table())
    assert [str(fault) for fault in ledger.rows()] == []


def test_a_waiver_that_was_turned_to_another_finding_is_named(cast):
    everything(cast)
    for column, value in {"fingerprint": "f" * 32, "stand": "live"}.items():
        before = Flag.objects.filter(code="ST1").values_list(column, flat=True).get()
        with keys_in_hand():
            Flag.objects.filter(code="ST1").update(**{column: value})
        assert [fault.columns for fault in ledger.rows()] == [(f"flag__{column}",)]
        with keys_in_hand():
            Flag.objects.filter(code="ST1").update(**{column: before})
