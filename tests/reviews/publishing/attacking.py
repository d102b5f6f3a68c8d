"""How an attack is written down and run."""

import re

from django.db import connection

from reviews.publishing.guards.guard import columns_but


def copied(table, where, **changed):
    """A row of a table once more, some of its columns changed: whichever columns it has by now."""
    columns = columns_but(table, "id")
    values = ", ".join(changed.get(one, f't."{one}"') for one in columns)
    names = ", ".join(f'"{one}"' for one in columns)
    return f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} t WHERE {where}"


def named(statement, ids):
    """A statement with the ids that it names."""
    return re.sub(r"\{([\w:]+)\}", lambda match: str(ids[match[1]]), statement)


def ran(statement):
    """How many rows a statement changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


def edition(article, **changed):
    """An edition made from the last round of an article."""
    revision = f"(SELECT revision_id FROM reviews_round WHERE id = {{round:{article}}})"
    digest = f"(SELECT v.digest FROM evidence_revision v WHERE v.id = {revision})"
    said = {"article_id": f"{{{article}}}", "number": "1", "revision_id": revision, "digest": digest}
    return copied("evidence_edition", "t.id = {edition:live}", **{**said, **changed})


def event(**changed):
    """The event that would put a withdrawn page back, out of its turn."""
    said = {"verb": "'page.reinstating'", "digest": "'x'", "previous": "'y'"}
    return copied("evidence_event", "t.article_id = {withdrawn} AND t.number = 1", **{**said, **changed})
