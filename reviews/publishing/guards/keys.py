"""No row is put in the place of another: SQLite's `OR REPLACE` deletes what is in its way without asking its delete
triggers, unless the connection says `recursive_triggers`, which another program's does not.

PostgreSQL has no such statement: its `ON CONFLICT DO UPDATE` is an update, and meets the guards of updates.
"""

from django.db.models import UniqueConstraint

from reviews.publishing.guards.guard import guard, model_of


def keys(tables):
    """The guards of the keys of all these tables."""
    for table in sorted(tables):
        same = [_same(key, where) for key, where in _unique(model_of(table)._meta)]
        taken = f"EXISTS (SELECT 1 FROM {table} x WHERE {{but}}({' OR '.join(same)}))"
        message = f"another row of {table} has this key"
        yield guard(table, "INSERT", message, taken.format(but=""), named="over_insert", only="sqlite")
        but = "x.id <> OLD.id AND "
        yield guard(table, "UPDATE", message, taken.format(but=but), named="over_update", only="sqlite")


def _unique(meta):
    """[(columns, where the key counts: {column: (operator, value)})] of a model."""
    for field in meta.concrete_fields:
        if field.unique:
            yield [field.column], {}
    for names in meta.unique_together:
        yield [meta.get_field(name).column for name in names], {}
    for one in meta.constraints:
        if isinstance(one, UniqueConstraint):
            yield [meta.get_field(name).column for name in one.fields], _counting(one.condition)


def _counting(condition):
    # A condition of another shape than one name=value would be a key that nothing guards: it fails here.
    if condition is None:
        return {}
    ((column, value),) = condition.children
    return {column: ("<>" if condition.negated else "=", value)}


def _same(columns, where):
    parts = [f'x."{column}" = NEW."{column}"' for column in columns]
    for column, (operator, value) in where.items():
        parts += [f"{row}.{column} {operator} '{value}'" for row in ("x", "NEW")]
    return f"({' AND '.join(parts)})"
