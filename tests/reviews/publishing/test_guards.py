"""The database's own guards: they come back after every migration, and name what is missing."""

from io import StringIO

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction

from config import triggers
from evidence.models import Article
from reviews.publishing import guards
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)


def names_present():
    return {name for name, _table in triggers.present(connection)}


def names_wanted():
    return {trigger.name for trigger in triggers.wanted(connection)}


def test_migrating_puts_back_what_was_lost():
    triggers.drop(connection)
    call_command("migrate", verbosity=0)
    assert names_present() == names_wanted()


@pytest.mark.parametrize("table", sorted(guards.tables()))
def test_a_table_may_be_altered_by_a_migration(table):
    model = next(
        m for m in Article._meta.apps.get_models(include_auto_created=True) if m._meta.db_table == table
    )
    extra = models.CharField(max_length=5, default="")
    extra.set_attributes_from_name("altered")
    triggers.drop_before_migrating(None, "default")
    with connection.schema_editor() as editor:
        editor.add_field(model, extra)
    with connection.schema_editor() as editor:
        editor.remove_field(model, extra)
    triggers.create_after_migrating(None, "default")
    assert names_present() == names_wanted()


def test_a_missing_guard_is_named():
    lost, table = "vouch_evidence_edition_insert", "evidence_edition"
    with connection.cursor() as cursor:
        on_its_table = f" ON {table}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {lost}{on_its_table}")
    said = [warning for warning in run_checks(databases=["default"]) if warning.id == "config.W001"]
    triggers.create(connection)
    assert [lost in warning.msg for warning in said] == [True]


@pytest.mark.postgres
@pytest.mark.parametrize("table", sorted(guards.tables()))
def test_history_cannot_be_emptied(cast, table):
    builders.published(cast)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {table} CASCADE")


OTHER = {
    "sqlite": [
        (
            "altered",
            "DROP TRIGGER {name}; CREATE TRIGGER {name} BEFORE INSERT ON {table} "
            "WHEN 1 = 0 BEGIN SELECT RAISE(ABORT, 'no'); END",
        ),
    ],
    "postgresql": [
        ("disabled", "ALTER TABLE {table} DISABLE TRIGGER {name}"),
        ("disabled", "ALTER TABLE {table} ENABLE REPLICA TRIGGER {name}"),
        (
            "altered",
            "CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
            "SET search_path = pg_catalog, public, pg_temp AS $$ BEGIN RETURN NEW; END $$",
        ),
        (
            "altered",
            "DROP TRIGGER {name} ON {table}; CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW "
            "WHEN (NEW.number = 0) EXECUTE FUNCTION {name}()",
        ),
        ("without a search path", "ALTER FUNCTION {name}() RESET ALL"),
        ("altered", "ALTER FUNCTION {name}() SET search_path = pg_temp, public"),
    ],
}[connection.vendor]


@pytest.mark.parametrize(("fault", "statement"), OTHER)
def test_a_guard_that_is_there_and_does_nothing_is_named(fault, statement):
    name, table = "vouch_evidence_edition_insert", "evidence_edition"
    with connection.cursor() as cursor:
        for one in statement.format(name=name, table=table).split("; CREATE"):
            cursor.execute(one if one.startswith(("DROP", "ALTER", "CREATE")) else f"CREATE{one}")
    found = triggers.faults(connection)
    with pytest.raises(CommandError):
        call_command("guards", "list", stdout=StringIO())
    call_command("guards", "on", stdout=StringIO())
    assert (found, triggers.faults(connection)) == ([(name, fault)], [])
