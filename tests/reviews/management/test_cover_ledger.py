"""What was there before the ledger covered it is taken in, once, and nothing is covered over."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config import triggers
from evidence.library import ledger
from evidence.models import Event, RowDigest
from evidence.models.coverage import table
from reviews.models import Decision
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)


def cover():
    out = StringIO()
    call_command("cover_ledger", stdout=out)
    return dict(line.split() for line in out.getvalue().splitlines())


@pytest.fixture
def old(cast):
    """A published article of a time when events told nothing of rows."""
    article = builders.published(cast)
    triggers.drop(connection)
    RowDigest.objects.all().delete()
    for chain in Event.objects.values_list("chain", flat=True).distinct():
        previous = "0" * 64
        for event in Event.objects.filter(chain=chain).order_by("number"):
            event.previous, event.rows_digest = previous, ""
            previous = event.digest = event.computed_digest()
            event.save()
    triggers.create(connection)
    return article


def test_an_old_ledger_says_what_nobody_vouched_for_and_takes_it_in(old):
    with pytest.raises(
        CommandError, match=r"reviews.decision \d+: no event tells of it(.|\n)*run cover_ledger"
    ):
        call_command("verify_ledger", stdout=StringIO())
    taken_in = cover()
    assert set(taken_in) == set(table())
    assert taken_in["reviews.decision"] == "1"
    call_command("verify_ledger", stdout=StringIO())
    assert set(cover().values()) == {"0"}


def test_what_comes_up_after_that_is_not_taken_in(cast, old):
    cover()
    triggers.drop(connection)
    made = Decision.objects.get()
    made.pk, made.reviewer = None, cast.dev
    made.save()
    triggers.create(connection)
    with pytest.raises(CommandError, match=f"reviews.decision {made.pk}: no event tells of it"):
        cover()


def test_nothing_is_covered_over(old):
    cover()
    triggers.drop(connection)
    Decision.objects.update(reason="It is all wonderful.")
    triggers.create(connection)
    with pytest.raises(CommandError, match=r"reviews.decision \d+: altered: reason"):
        cover()


def test_a_column_that_came_with_an_update_is_taken_in(cast, monkeypatch):
    one = table()["reviews.decision"]
    monkeypatch.setitem(vars(one), "columns", tuple(set(one.columns) - {"reason"}))
    builders.published(cast)
    monkeypatch.undo()
    cover_of_rest = [str(fault) for fault in ledger.rows()]
    assert cover_of_rest == [f"reviews.decision {Decision.objects.get().pk}: no event tells of: reason"]
    assert cover()["reviews.decision"] == "1"
    assert list(ledger.rows()) == []
