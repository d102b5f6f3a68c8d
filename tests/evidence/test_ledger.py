"""The chains tell when somebody with the database's keys changed what happened."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config import triggers
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)


def verify():
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    return out.getvalue()


def behind_the_guards(statement):
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.create(connection)


def test_an_honest_ledger_prints_the_head_of_every_chain(cast):
    article = builders.published(cast)
    heads = verify().splitlines()
    head = article.events.order_by("-number").first()
    assert f"{head.chain} {head.number} {head.digest}" in heads


@pytest.mark.parametrize(
    ("crime", "said"),
    [
        ("UPDATE evidence_event SET actor = 4711 WHERE number = 2 AND article_id IS NOT NULL", "altered"),
        ("DELETE FROM evidence_event WHERE number = 2 AND article_id IS NOT NULL", "an event is missing"),
        ("UPDATE evidence_event SET number = 99 WHERE number = 2 AND article_id IS NOT NULL", "missing"),
        (
            "UPDATE evidence_revision SET manuscript = REPLACE(manuscript, 'may', 'will')",
            "does not have its digest",
        ),
    ],
)
def test_what_was_changed_behind_the_guards_is_found(cast, crime, said):
    builders.published(cast)
    behind_the_guards(crime)
    with pytest.raises(CommandError, match=said):
        verify()
