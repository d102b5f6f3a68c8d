"""Guards in the database against mistakes of the application: dropped before a migration, put back after it.

What they say is `reviews.publishing.guards`; here is only when they come and go, and what is wrong with those there.
"""

from collections import defaultdict

from django.core import checks
from django.db import connections

from reviews.publishing import guards
from reviews.publishing.guards import dialects


def drop_before_migrating(sender, using, **kwargs):
    drop(connections[using])


def create_after_migrating(sender, using, **kwargs):
    create(connections[using])


def drop(connection):
    """Drop every guard that the database has, and what PostgreSQL keeps of earlier ones."""
    on_its_table = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for name, table in sorted(present(connection)):
            cursor.execute(f"DROP TRIGGER {name} ON {table}" if on_its_table else f"DROP TRIGGER {name}")
        if on_its_table:
            cursor.execute(dialects.FUNCTIONS)
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP FUNCTION {name}()")


def create(connection):
    """Create every guard anew, if the tables are there (they are not while migrating back to nothing)."""
    if not _has_tables(connection):
        return
    drop(connection)
    with connection.cursor() as cursor:
        for trigger in wanted(connection):
            for statement in trigger.statements:
                cursor.execute(statement)


def wanted(connection):
    """Every Trigger that the database must have."""
    columns, schema = defaultdict(set), ""
    with connection.cursor() as cursor:
        cursor.execute(dialects.COLUMNS[connection.vendor])
        for table, column in cursor.fetchall():
            columns[table].add(column)
        if connection.vendor == "postgresql":
            cursor.execute(dialects.SCHEMA)
            schema = cursor.fetchone()[0]
    return dialects.written(connection.vendor, columns, schema)


def present(connection):
    """(name, table) → what the database tells of each guard that it has."""
    with connection.cursor() as cursor:
        cursor.execute(dialects.PRESENT[connection.vendor])
        return {(name, table): told for name, table, *told in cursor.fetchall()}


def faults(connection):
    """[(name of a guard, what is wrong with it: "missing", "disabled", "without a search path" or "altered")]"""
    there, found = present(connection), []
    for trigger in wanted(connection):
        told = there.get((trigger.name, trigger.table))
        if fault := _fault(trigger, told):
            found.append((trigger.name, fault))
    return found


def none_is_missing(app_configs, databases=None, **kwargs):
    """`manage.py check --database default` names every guard that is not in place, or not what it should be."""
    # A warning, not an error: `migrate`, which mends it, would refuse to run.
    return [
        checks.Warning(
            f"The guard {name} is {fault} in the database “{alias}”.",
            hint="Run: python manage.py migrate",
            id="config.W001",
        )
        for alias in databases or ()
        if _has_tables(connections[alias])
        for name, fault in faults(connections[alias])
    ]


def _has_tables(connection):
    return set(connection.introspection.table_names()) >= guards.tables()


def _fault(trigger, told):
    if told is None:
        return "missing"
    *said, enabled = told if len(told) > 1 else (*told, True)
    if not enabled:
        return "disabled"
    if tuple(said) == trigger.told:
        return ""
    return "without a search path" if len(said) > 1 and not said[2] else "altered"
