"""Every attack on what guards what is public is refused by a guard, and would do its work without them."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction

from config import triggers
from evidence.models import Article
from reviews.publishing import guards
from tests.reviews.publishing.attacks import BOTH, POSTGRESQL, SQLITE
from tests.reviews.publishing.house import ARTICLES, house

pytestmark = pytest.mark.django_db
OWN = SQLITE if connection.vendor == "sqlite" else POSTGRESQL
TABLES = sorted({guard.table for guard in guards.guards(connection.vendor)})
LAST = {"page": "evidence_publication", "round": "reviews_round", "edition": "evidence_edition"}


@pytest.fixture(scope="module")
def ids(django_db_setup, django_db_blocker):
    """name → id of everything that an attack names; the house stands until the last attack."""
    with django_db_blocker.unblock(), transaction.atomic():
        house()
        yield _ids()
        transaction.set_rollback(True)


def _ids():
    found = {user.username: user.pk for user in get_user_model().objects.all()}
    found |= {one.slug: one.pk for one in Article.objects.filter(slug__in=ARTICLES)}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table whose checks at commit are still to come is not emptied, whoever guards it.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for word, table in LAST.items():
            for slug in ARTICLES:
                cursor.execute(f"SELECT MAX(id) FROM {table} WHERE article_id = %s", [found[slug]])
                found[f"{word}:{slug}"] = cursor.fetchone()[0]
    return found


def named(statement, ids):
    return re.sub(r"\{([\w:]+)\}", lambda match: str(ids[match[1]]), statement)


def ran(statement):
    """How many rows a statement changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


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
