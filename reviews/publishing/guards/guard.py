"""What a guard is, and the words that several of them are made of."""

from dataclasses import dataclass

from django.apps import apps

ALWAYS = "1 = 1"

# Promise 4: somebody, or who shares a contributor with them now or once, wrote a part of what changed since the last
# edition of an article, or signs it.
CONTRIBUTED = """
(EXISTS (
    SELECT 1 FROM evidence_contribution c JOIN evidence_revision v ON v.id = c.revision_id
    WHERE (c.user_id = {user} OR c.user_id IN (
        SELECT m.user_id FROM evidence_contributorlink l
        JOIN evidence_contributorlink m ON m.contributor_id = l.contributor_id WHERE l.user_id = {user}
    ))
    AND v.article_id = {article}
    AND v.number > COALESCE((
        SELECT MAX(w.number) FROM evidence_edition e JOIN evidence_revision w ON w.id = e.revision_id
        WHERE e.article_id = {article}
    ), 0)
) OR EXISTS (
    SELECT 1 FROM evidence_contributorlink l JOIN evidence_bylineentry b ON b.contributor_id = l.contributor_id
    WHERE l.user_id = {user} AND b.article_id = {article}
))
"""


@dataclass(frozen=True)
class Guard:
    """A statement that is refused: `act` on `table`, where `condition` holds over OLD and NEW and, where columns are
    named in `frozen`, one of them changes. `only` names the one vendor that has it."""

    name: str
    table: str
    act: str
    message: str
    condition: str = ALWAYS
    frozen: tuple[str, ...] = ()
    only: str = ""


def guard(table, act, message, condition=ALWAYS, *, named="", frozen=(), only=""):
    """A Guard called after its table and act, or after its table and what it is `named`."""
    name = f"vouch_{table}_{named or act.lower()}"
    return Guard(name, table, act, message, condition, tuple(frozen), only)


def model_of(table):
    """The model whose rows stand in a table; raises StopIteration for a table of nobody."""
    return next(one for one in apps.get_models(include_auto_created=True) if one._meta.db_table == table)


def columns_but(table, *free):
    """Every column of a table but the named ones: a column that is added later is frozen until somebody frees it.

    Raises ValueError for a free column that the table does not have."""
    columns = [field.column for field in model_of(table)._meta.concrete_fields]
    if unknown := set(free) - set(columns):
        raise ValueError(f"{table} has no column {', '.join(sorted(unknown))}")
    return tuple(column for column in columns if column not in free)
