"""The chains tell when somebody with the database's keys changed what happened."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config import triggers
from reviews.publishing import publication
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


def without_digests(condition):
    told = (
        f"DELETE FROM evidence_rowdigest WHERE event_id IN (SELECT id FROM evidence_event WHERE {condition})"
    )
    return f"{told}; DELETE FROM evidence_event WHERE {condition}"


@pytest.mark.parametrize(
    ("crime", "said"),
    [
        ("UPDATE evidence_event SET actor = 4711 WHERE number = 2 AND article_id IS NOT NULL", "altered"),
        (without_digests("number = 2 AND article_id IS NOT NULL"), "an event is missing"),
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
        (without_digests("article_id IS NOT NULL"), "without any event"),
        (
            "DELETE FROM evidence_rowdigest WHERE model = 'evidence.edition'",
            "what it says of rows was altered",
        ),
        ("UPDATE evidence_rowdigest SET row = 4711 WHERE model = 'evidence.edition'", "of rows was altered"),
        ("UPDATE evidence_event SET rows_digest = '' WHERE verb = 'edition.published'", "altered"),
        ("UPDATE evidence_edition SET body = 'All is well.'", r"evidence.edition \d+: altered: body"),
        ("UPDATE evidence_edition SET title = 'Cured'", "title or summary are not those of its revision"),
        ("UPDATE evidence_edition SET digest = 'x'", "does not have the digest of its revision"),
        ("UPDATE evidence_publication SET etag = 'x'", "its etag is not that of what it shows"),
        ("UPDATE evidence_publication SET notices = ''", "does not print the notices that were put"),
        ("DELETE FROM evidence_notice", r"evidence.notice \d+: missing"),
        ("UPDATE evidence_notice SET text = 'Nothing.'", "does not print the notices that were put"),
        ("UPDATE reviews_round SET required = 4", r"reviews.round \d+: altered: required"),
        ("UPDATE reviews_decision SET verdict = 'reject'", r"reviews.decision \d+: altered: verdict"),
        ("DELETE FROM reviews_assignment", r"reviews.assignment \d+: missing"),
        ("DELETE FROM evidence_contribution", r"evidence.contribution \d+: missing"),
        (
            "UPDATE evidence_revision SET manuscript = REPLACE(manuscript, 'may', 'will')",
            "does not have its digest",
        ),
    ],
)
def test_what_was_changed_behind_the_guards_is_found(cast, crime, said):
    article = builders.published(cast)
    publication.put_notice(article, by=cast.eve, kind="correction", text="The dose was wrong.")
    behind_the_guards(crime)
    with pytest.raises(CommandError, match=said):
        verify()


def test_a_chain_cut_off_behind_is_found_by_the_head_kept_outside(cast, tmp_path):
    article = builders.published(cast)
    heads = tmp_path / "heads.txt"
    heads.write_text(verify())
    builders.article(cast.ada, title="Another review")
    verify(known=heads)
    behind_the_guards(without_digests(f"number > 5 AND article_id = {article.pk}"))
    with pytest.raises(CommandError, match="no event tells of it"):
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
