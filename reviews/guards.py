"""What the database itself refuses: the SQL of every guard, for SQLite and PostgreSQL.

A guard is a condition over OLD and NEW; where it holds, the statement fails with IntegrityError. They guard
against mistakes of the application, not against the database's owner.
"""

from dataclasses import dataclass

APPEND_ONLY = (
    "evidence_edition",
    "evidence_notice",
    "evidence_event",
    "evidence_sourceupdate",
    "reviews_decision",
    "reviews_confirmation",
)

LOCKED_ARTICLE = "EXISTS (SELECT 1 FROM evidence_article a WHERE a.id = {id} AND a.locked_at IS NOT NULL)"
OF_CLAIM = "(SELECT c.article_id FROM evidence_claim c WHERE c.id = {row}.claim_id)"
OF_OUTCOME = "(SELECT o.article_id FROM evidence_outcome o WHERE o.id = {row}.outcome_id)"

# table → (how to find the article of a row, the columns that a locked draft keeps as they are)
DRAFT = {
    "evidence_section": ("{row}.article_id", ""),
    "evidence_outcome": ("{row}.article_id", ""),
    "evidence_bylineentry": ("{row}.article_id", ""),
    "evidence_domainrating": (OF_OUTCOME, ""),
    "evidence_claim": (
        "{row}.article_id",
        "article_id, key, kind, kind_guessed, population, outcome_id, jurisdiction, as_of",
    ),
    "evidence_citation": (
        OF_CLAIM,
        "claim_id, source_id, position, stance, quote, locator, figure, unit",
    ),
}
ARTICLE_COLUMNS = (
    "title, slug, language, profile, subject, summary, funding, searched_up_to, search_databases, "
    "search_query, search_on"
)

NAMED_REVISION = (
    "EXISTS (SELECT 1 FROM reviews_round r WHERE r.revision_id = {id}) "
    "OR EXISTS (SELECT 1 FROM evidence_edition e WHERE e.revision_id = {id})"
)

# Promise 1 and 4 of the design: an Edition needs its approvals, in the open round of its revision, for its
# digest, from distinct people who contributed to nothing since the last edition.
UNAPPROVED = """
NEW.digest <> (SELECT v.digest FROM evidence_revision v WHERE v.id = NEW.revision_id)
OR NOT EXISTS (
    SELECT 1 FROM reviews_round r
    WHERE r.revision_id = NEW.revision_id AND r.article_id = NEW.article_id AND r.outcome = ''
    AND NOT EXISTS (
        SELECT 1 FROM reviews_decision n WHERE n.round_id = r.id AND n.verdict <> 'approve'
    )
    AND r.required <= (
        SELECT COUNT(DISTINCT d.reviewer_id) FROM reviews_decision d
        WHERE d.round_id = r.id AND d.verdict = 'approve' AND d.digest = NEW.digest
        AND NOT EXISTS (
            SELECT 1 FROM evidence_contribution c
            JOIN evidence_revision v ON v.id = c.revision_id
            WHERE c.user_id = d.reviewer_id AND v.article_id = NEW.article_id
            AND v.number > COALESCE((
                SELECT MAX(w.number) FROM evidence_edition e
                JOIN evidence_revision w ON w.id = e.revision_id
                WHERE e.article_id = NEW.article_id
            ), 0)
        )
    )
)
"""


@dataclass(frozen=True)
class Guard:
    name: str
    table: str
    when: str
    condition: str
    message: str


def guards():
    """Every guard, in the order of their names."""
    found = [*_append_only(), *_draft(), *_revisions(), *_public()]
    return sorted(found, key=lambda guard: guard.name)


def names(vendor):
    """The names of the guards that a database of this vendor must have."""
    truncating = _postgres_only() if vendor == "postgresql" else ()
    return {guard.name for guard in guards()} | {f"vouch_{table}_truncate" for table in truncating}


TABLES = frozenset(
    {*APPEND_ONLY, *DRAFT, "evidence_article", "evidence_revision", "evidence_contribution", "reviews_round",
     "evidence_publication"}
)  # fmt: skip

PRESENT = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'vouch_%'",
    "postgresql": (
        "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE NOT t.tgisinternal AND t.tgname LIKE 'vouch_%' AND n.nspname = current_schema()"
    ),
}


def statements(vendor):
    """The SQL that creates every guard on "sqlite" or "postgresql"."""
    write = {"sqlite": _sqlite, "postgresql": _postgres}[vendor]
    written = [statement for guard in guards() for statement in write(guard)]
    if vendor == "postgresql":
        written += [statement for table in _postgres_only() for statement in _no_truncate(table)]
    return written


def drop_statement(vendor, name, table):
    return f"DROP TRIGGER {name}" if vendor == "sqlite" else f"DROP TRIGGER {name} ON {table}"


def _append_only():
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            message = f"{table} is append-only"
            yield Guard(f"vouch_{table}_{act.lower()}", table, act, "1 = 1", message)


def _draft():
    message = "the draft is locked"
    for table, (article, columns) in DRAFT.items():
        for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            when = f"UPDATE OF {columns}" if act == "UPDATE" and columns else act
            condition = LOCKED_ARTICLE.format(id=article.format(row=row))
            yield Guard(f"vouch_{table}_{act.lower()}", table, when, condition, message)
    locked = "OLD.locked_at IS NOT NULL"
    yield Guard(
        "vouch_evidence_article_update", "evidence_article", f"UPDATE OF {ARTICLE_COLUMNS}", locked, message
    )
    yield Guard("vouch_evidence_article_delete", "evidence_article", "DELETE", locked, message)


def _revisions():
    table = "evidence_revision"
    yield Guard(f"vouch_{table}_update", table, "UPDATE", "1 = 1", "a revision never changes")
    named = NAMED_REVISION.format(id="OLD.id")
    yield Guard(f"vouch_{table}_delete", table, "DELETE", named, "a round or edition names this revision")
    table = "evidence_contribution"
    yield Guard(f"vouch_{table}_update", table, "UPDATE", "1 = 1", "a contribution never changes")
    named = NAMED_REVISION.format(id="OLD.revision_id")
    yield Guard(f"vouch_{table}_delete", table, "DELETE", named, "a round or edition names this revision")


def _public():
    yield Guard(
        "vouch_evidence_edition_insert",
        "evidence_edition",
        "INSERT",
        UNAPPROVED,
        "the edition lacks approvals",
    )
    foreign = "NEW.article_id <> (SELECT e.article_id FROM evidence_edition e WHERE e.id = NEW.edition_id)"
    for act in ("INSERT", "UPDATE"):
        yield Guard(
            f"vouch_evidence_publication_{act.lower()}",
            "evidence_publication",
            act,
            foreign,
            "the edition belongs to another article",
        )


def _postgres_only():
    return (*APPEND_ONLY, "evidence_revision")


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
