"""How a guard is written down for SQLite and for PostgreSQL, and what a database says of those it has."""

from dataclasses import dataclass

from reviews.publishing.guards import guards, tables

COLUMNS = {
    "sqlite": (
        "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
    ),
    "postgresql": (
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
    ),
}
PRESENT = {
    "sqlite": (
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'vouch\\_%' ESCAPE '\\'"
    ),
    # Where the trigger fires, what it does, and where it looks for the tables that it asks.
    "postgresql": (
        "SELECT t.tgname, c.relname, pg_get_triggerdef(t.oid), p.prosrc, array_to_string(p.proconfig, ';'), "
        "t.tgenabled IN ('O', 'A') "
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND t.tgname LIKE 'vouch\\_%' AND n.nspname = current_schema()"
    ),
}
FUNCTIONS = (
    "SELECT p.proname FROM pg_proc p WHERE p.proname LIKE 'vouch\\_%' AND p.prorettype = 'trigger'::regtype "
    "AND p.pronamespace = current_schema()::regnamespace"
)
SCHEMA = "SELECT quote_ident(current_schema())"


@dataclass(frozen=True)
class Trigger:
    """A guard as a database keeps it: the statements that make it, and what the database tells of it then."""

    name: str
    table: str
    statements: tuple[str, ...]
    told: tuple[str, ...]


def written(vendor, columns, schema=""):
    """Every Trigger of "sqlite" or "postgresql".

    `columns` maps each table to the columns that it has: while migrations are taken back a model knows more than its
    table. `schema` is where PostgreSQL keeps the tables.
    """
    found = []
    for guard in guards(vendor):
        when = _condition(guard, columns.get(guard.table, ()))
        if vendor == "sqlite":
            found.append(_sqlite(guard, when))
        else:
            returned = "OLD" if guard.act == "DELETE" else "NEW"
            raised = f"IF {when} THEN {_raise(guard.message)} END IF; RETURN {returned};"
            found.append(_postgres(guard.name, guard.table, guard.act, "ROW", raised, schema))
    if vendor == "postgresql":
        found += [_no_truncate(table, schema) for table in sorted(tables())]
    return found


def _condition(guard, columns):
    when = " ".join(guard.condition.split())
    if guard.frozen:
        changes = [f'OLD."{one}" IS DISTINCT FROM NEW."{one}"' for one in guard.frozen if one in columns]
        when = f"({' OR '.join(changes) or '1 = 0'}) AND ({when})"
    return when


def _sqlite(guard, when):
    # SQLite learned IS DISTINCT FROM in 3.39; older ones are supported by Django too.
    when = when.replace("IS DISTINCT FROM", "IS NOT")
    statement = (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.act} ON {guard.table} "
        f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
    )
    return Trigger(guard.name, guard.table, (statement,), (statement,))


def _no_truncate(table, schema):
    emptied = f"{table} is never emptied"
    name = f"vouch_{table}_truncate"
    return _postgres(name, table, "TRUNCATE", "STATEMENT", _raise(emptied), schema)


def _postgres(name, table, act, each, does, schema):
    body = f" BEGIN {does} END "
    # Temporary tables last: PostgreSQL looks there first unless told otherwise, and anybody can make one that has the
    # name of a table which a guard asks. Nothing of the caller's: a restored dump has no path at all.
    path = f"pg_catalog, {schema}, pg_temp"
    function = (
        f"CREATE OR REPLACE FUNCTION {schema}.{name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = {path} AS $guard${body}$guard$"
    )
    made = f"CREATE TRIGGER {name} BEFORE {act} ON {schema}.{table} FOR EACH {each} EXECUTE FUNCTION "
    statements = (function, f"{made}{schema}.{name}()")
    # pg_get_triggerdef leaves out the schema of a function that the path finds.
    return Trigger(name, table, statements, (f"{made}{name}()", body, f"search_path={path}"))


def _raise(message):
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = '23514';"
