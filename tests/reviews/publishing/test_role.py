"""Production's role owns nothing: the site works under it, and no attack does, nor any of the owner's tools."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction

from evidence.models import Article
from reviews.publishing import guards
from tests import builders
from tests.reviews.publishing.attacking import named, ran
from tests.reviews.publishing.attacks import BOTH, POSTGRESQL

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
DOC = Path(__file__).parents[3] / "docs/database-role.md"
OWNERS = [
    "ALTER TABLE evidence_edition DISABLE TRIGGER ALL",
    "ALTER TABLE evidence_edition DISABLE TRIGGER vouch_evidence_edition_insert",
    "DROP TRIGGER vouch_evidence_edition_insert ON evidence_edition",
    "DROP FUNCTION vouch_evidence_edition_insert() CASCADE",
    "ALTER FUNCTION vouch_evidence_edition_insert() RESET ALL",
    "CREATE OR REPLACE FUNCTION vouch_evidence_edition_insert() RETURNS trigger LANGUAGE plpgsql "
    "AS $$ BEGIN RETURN NEW; END $$",
    "CREATE TRIGGER mine BEFORE INSERT ON evidence_edition EXECUTE FUNCTION vouch_evidence_edition_insert()",
    "SET session_replication_role = replica",
    "CREATE TEMPORARY TABLE reviews_decision (id bigint)",
    "CREATE TABLE mine (id bigint)",
    "CREATE FUNCTION mine(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
    "CREATE OPERATOR <> (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = texteq)",
    "CREATE RULE mine AS ON DELETE TO evidence_edition DO INSTEAD NOTHING",
    "ALTER TABLE evidence_edition ADD COLUMN mine text",
    "DROP TABLE evidence_edition CASCADE",
    "DELETE FROM django_migrations",
]


def granted():
    """Run what the document says, for a role and a database of this test; everything is rolled back with it."""
    role, database = f"web_{connection.settings_dict['NAME']}", connection.settings_dict["NAME"]
    statements = re.search(r"```sql\n(.*?)```", DOC.read_text(encoding="utf-8"), re.S)[1]
    statements = statements.replace("vouch_web", role).replace("DATABASE vouch ", f"DATABASE {database} ")
    ran(statements)
    return role


@pytest.fixture(scope="module")
def role(ids):
    return granted()


@pytest.fixture
def under_the_role(role):
    with transaction.atomic():
        ran(f"SET LOCAL ROLE {role}")
        yield
        ran("RESET ROLE")


@pytest.mark.parametrize("statement", [*BOTH, *POSTGRESQL, *OWNERS])
def test_it_is_refused_to_the_role(under_the_role, ids, statement):
    with pytest.raises(DatabaseError), transaction.atomic():
        ran(named(statement, ids) if statement not in OWNERS else statement)


@pytest.mark.parametrize("table", sorted(guards.tables()))
def test_the_role_empties_nothing(under_the_role, table):
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        ran(f"TRUNCATE {table} CASCADE")


def test_an_article_goes_its_whole_way_under_the_role(under_the_role, ids):
    people = SimpleNamespace(**{one.username: one for one in get_user_model().objects.all()})
    builders.published(people, builders.article(people.ada, title="under the role"))
    assert Article.objects.public().filter(slug="under-the-role").exists()
