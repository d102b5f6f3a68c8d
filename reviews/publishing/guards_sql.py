"""How a guard is written down for SQLite and for PostgreSQL, and how a database is asked which it has."""

from dataclasses import dataclass

PRESENT = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'vouch_%'",
    "postgresql": (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND t.tgname LIKE 'vouch_%' AND n.nspname = current_schema()"
    ),
}


@dataclass(frozen=True)
class Guard:
    name: str
    table: str
    when: str
    condition: str
    message: str


def written(vendor, guards, kept):
    """The SQL that creates the guards on "sqlite" or "postgresql", which also refuses to empty the `kept` tables."""
    write = {"sqlite": _sqlite, "postgresql": _postgres}[vendor]
    statements = [statement for guard in guards for statement in write(guard)]
    if vendor == "postgresql":
        statements += [statement for table in kept for statement in _no_truncate(table)]
    return statements


def drop_statement(vendor, name, table):
    return f"DROP TRIGGER {name}" if vendor == "sqlite" else f"DROP TRIGGER {name} ON {table}"


def _sqlite(guard):
    condition = " ".join(guard.condition.split())
    yield (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.when} ON {guard.table} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
    )


def _postgres(guard):
    row = "OLD" if guard.when == "DELETE" else "NEW"
    # Doubled percent signs are not needed: the statements are executed without parameters.
    yield (
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {guard.condition} THEN RAISE EXCEPTION '{guard.message}' USING ERRCODE = '23514'; END IF; "
        f"RETURN {row}; END $$"
    )
    yield (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.when} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()"
    )


def _no_truncate(table):
    name = f"vouch_{table}_truncate"
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{table} is append-only' USING ERRCODE = '23514'; END $$"
    )
    yield f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
