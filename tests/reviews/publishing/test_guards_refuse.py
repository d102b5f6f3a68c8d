"""Every attack on what guards what is public is refused by a guard, and would do its work without them."""

import pytest
from django.db import IntegrityError, connection, transaction

from config import triggers
from reviews.publishing import guards
from tests.reviews.publishing.attacking import copied, edition, named, ran
from tests.reviews.publishing.attacks import BOTH, POSTGRESQL, SQLITE

pytestmark = pytest.mark.django_db
OWN = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
TABLES = sorted({guard.table for guard in guards.guards(connection.vendor)})


def refused(statement):
    """The guard's own words; fails for a statement that is let through or refused by something else."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        ran(statement)
    messages = {guard.message for guard in guards.guards(connection.vendor)}
    messages |= {f"{table} is never emptied" for table in guards.tables()}
    said = str(refusal.value).splitlines()[0]
    assert said in messages
    return said


def works_unguarded(statement):
    """Whether it would have changed anything: an attack that never could proves nothing."""
    with transaction.atomic():
        triggers.drop(connection)
        changed = ran(statement)
        transaction.set_rollback(True)
    return changed != 0


@pytest.mark.parametrize("statement", [*BOTH, *OWN])
def test_it_is_refused(ids, statement):
    attack = named(statement, ids)
    assert refused(attack)
    assert works_unguarded(attack)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_gets_another_key(ids, table):
    assert refused(f"UPDATE {table} SET id = id + 1000000")


@pytest.mark.postgres
@pytest.mark.parametrize("table", sorted(guards.tables()))
def test_no_table_is_emptied(ids, table):
    assert refused(f"TRUNCATE {table} CASCADE")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite replaces rows")
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("table", TABLES)
def test_no_row_takes_the_place_of_another(ids, table, recursive):
    ran(f"PRAGMA recursive_triggers = {recursive}")
    try:
        assert refused(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    finally:
        ran("PRAGMA recursive_triggers = ON")


def test_this_connection_lets_replaced_rows_meet_the_guards_of_deletes(ids):
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA recursive_triggers").fetchone() == (1,)


def test_a_temporary_table_does_not_stand_in_for_one_that_a_guard_asks(ids):
    real = "main" if connection.vendor == "sqlite" else "public"
    forged = copied("reviews_decision", "t.round_id = {round:approved}", round_id="{round:locked}")
    of_locked = (
        "(SELECT v.digest FROM evidence_revision v JOIN reviews_round r ON r.revision_id = v.id "
        "WHERE r.id = {round:locked})"
    )
    approving = f"UPDATE reviews_decision SET digest = {of_locked}, verdict = 'approve'"
    with transaction.atomic():
        ran(f"CREATE TEMPORARY TABLE reviews_decision AS SELECT * FROM {real}.reviews_decision")
        ran(named(forged, ids))
        ran(named(f"{approving} WHERE round_id = {{round:locked}}", ids))
        assert refused(named(edition("locked"), ids)) == "the edition lacks approvals"
        if connection.vendor == "postgresql":
            ran("ALTER FUNCTION vouch_evidence_edition_insert() RESET ALL")
            assert ran(named(edition("locked"), ids)) == 1
        transaction.set_rollback(True)
