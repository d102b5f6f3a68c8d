"""Guards in the database against mistakes of the application: dropped before a migration, put back after it.

What they say is `reviews.publishing.guards`; here is only when they come and go.
"""

from django.core import checks
from django.db import connections

from reviews.publishing import guards, guards_sql


def drop_before_migrating(sender, using, **kwargs):
    drop(connections[using])


def create_after_migrating(sender, using, **kwargs):
    create(connections[using])


def drop(connection):
    """Drop every guard that the database has."""
    with connection.cursor() as cursor:
        for name, table in present(connection):
            cursor.execute(guards_sql.drop_statement(connection.vendor, name, table))


def create(connection):
    """Create every guard anew, if the tables are there (they are not while migrating back to nothing)."""
    tables = set(connection.introspection.table_names())
    if not tables >= guards.TABLES:
        return
    drop(connection)
    with connection.cursor() as cursor:
        for statement in guards.statements(connection.vendor):
            cursor.execute(statement)


def present(connection):
    """(name, table) of every guard in the database."""
    with connection.cursor() as cursor:
        cursor.execute(guards_sql.PRESENT[connection.vendor])
        return cursor.fetchall()


def none_is_missing(app_configs, databases=None, **kwargs):
    """`manage.py check --database default` names every guard that is not in place."""
    missing = []
    for alias in databases or ():
        connection = connections[alias]
        if not set(connection.introspection.table_names()) >= guards.TABLES:
            continue
        there = {name for name, _table in present(connection)}
        missing += [(alias, name) for name in sorted(guards.names(connection.vendor) - there)]
    # A warning, not an error: `migrate`, which mends it, would refuse to run.
    return [
        checks.Warning(
            f"The guard {name} is missing from the database “{alias}”.",
            hint="Run: python manage.py migrate",
            id="config.W001",
        )
        for alias, name in missing
    ]
