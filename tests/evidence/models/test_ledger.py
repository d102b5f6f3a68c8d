"""The chains tell when somebody with the database's keys changed what happened."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config import triggers
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)


def verify(**said):
    out = StringIO()
    call_command("verify_ledger", stdout=out, **said)
    return out.getvalue()


def behind_the_guards(statement):
    triggers.drop(connection)
    with connection.cursor() as cursor:
        for one in statement.split("; "):
            cursor.execute(one)
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
            "UPDATE evidence_event SET previous = 'x' WHERE number = 1 AND article_id IS NOT NULL",
            "altered",
        ),
        (
            "UPDATE evidence_event SET number = number + 1000; UPDATE evidence_event SET number = "
            "CASE number WHEN 1002 THEN 3 WHEN 1003 THEN 2 ELSE number - 1000 END",
            "follow",
        ),
        ("UPDATE evidence_event SET about = '{}' WHERE verb = 'article.revised'", "altered"),
        ("UPDATE evidence_event SET article_id = NULL WHERE number = 4", "no article"),
        ("DELETE FROM evidence_event WHERE article_id IS NOT NULL", "without any event"),
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


def test_a_chain_cut_off_behind_is_found_by_the_head_kept_outside(cast, tmp_path):
    article = builders.published(cast)
    heads = tmp_path / "heads.txt"
    heads.write_text(verify())
    builders.article(cast.ada, title="Another review")
    verify(known=heads)
    behind_the_guards(f"DELETE FROM evidence_event WHERE number > 5 AND article_id = {article.pk}")
    verify()
    with pytest.raises(CommandError, match="known outside is missing"):
        verify(known=heads)


def test_a_chain_written_anew_is_found_by_the_head_kept_outside(cast, tmp_path):
    article = builders.published(cast)
    heads = tmp_path / "heads.txt"
    heads.write_text(verify())
    triggers.drop(connection)
    previous = "0" * 64
    for event in article.events.all():
        event.actor, event.previous = cast.rex.pk, previous
        previous = event.digest = event.computed_digest()
        event.save()
    triggers.create(connection)
    verify()
    with pytest.raises(CommandError, match="not the event that is known outside"):
        verify(known=heads)


def test_a_file_that_holds_no_heads_is_refused_by_its_line(cast, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("site 1 abc\n")
    with pytest.raises(CommandError, match="line 1"):
        verify(known=other)
