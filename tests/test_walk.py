"""The main job from end to end: a draft is flagged, mended, reviewed, approved, published, read."""

import pytest
from django.db import IntegrityError, connection, transaction

from evidence.errors import Refused
from evidence.models import Article, Edition, Event, Section
from reviews.publishing import publication
from reviews.publishing.gate import reasons_not_to_publish
from reviews.watching import recording
from tests import builders

pytestmark = pytest.mark.django_db


def test_a_sound_review_reaches_its_readers(cast, client):
    article = builders.published(cast)
    page = client.get(f"/reviews/{article.slug}/")
    assert page.status_code == 200
    assert b"Cleo Marsh" in page.content
    assert article.is_locked is False


def test_a_draft_is_no_page(cast, client):
    article = builders.article(cast.ada)
    assert client.get(f"/reviews/{article.slug}/").status_code == 404


def test_the_sound_review_has_no_blocking_flag(cast):
    article = builders.article(cast.ada)
    assert [str(flag) for flag in article.flags.open().blocking()] == []


def test_an_unapproved_version_cannot_come_out(cast):
    current = builders.in_review(cast)
    with pytest.raises(Refused):
        publication.publish(current.article, by=cast.eve)
    assert not Edition.objects.exists()


def test_the_database_refuses_an_edition_without_approvals(cast):
    current = builders.in_review(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(
            article=current.article,
            number=1,
            revision=current.revision,
            digest=current.revision.digest,
            title="Out",
            body="",
            change_type="first_edition",
            published_by=cast.eve,
        )


def test_a_blocking_flag_shuts_the_door(cast):
    article = builders.article(cast.ada)
    Section.objects.create(article=article, key="s99", heading="Dose", position=99, body="")
    current = builders.approved(cast, article)
    assert "ST1" in [reason.code for reason in reasons_not_to_publish(current.article)]


def test_the_draft_is_locked_while_it_is_reviewed(cast):
    current = builders.in_review(cast)
    with pytest.raises(Refused):
        current.article.__class__.objects.get(pk=current.article_id).revise(by=cast.ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Section.objects.filter(article=current.article).update(heading="Other")


def test_nobody_approves_what_they_wrote(cast):
    cast.ada.groups.add(cast.cleo.groups.get())
    current = builders.in_review(cast)
    with pytest.raises(Refused):
        current.assign(cast.ada, by=cast.ben)


def test_a_request_for_changes_opens_the_draft_again(cast):
    current = builders.in_review(cast)
    current.decide(by=cast.cleo, verdict="request_changes", points=[("section:s3", "Name the dose.")])
    current.refresh_from_db()
    assert (current.outcome, Article.objects.get(pk=current.article_id).is_locked) == (
        "changes_requested",
        False,
    )


def test_publishing_twice_gives_one_edition(cast):
    article = builders.published(cast)
    again = publication.publish(article, by=cast.eve)
    assert [edition.pk for edition in article.editions.all()] == [again.pk]


def test_a_retracted_source_warns_readers_at_once(cast, client):
    article = builders.published(cast)
    source = article.claims.get(key="c3").citations.get().source
    recording.record_update(source, "retraction", by=cast.eve, asserted_by="Retraction Watch")
    assert b"was retracted" in client.get(f"/reviews/{article.slug}/").content
    assert "SI1" in {flag.code for flag in article.flags.on("live").open()}


def test_a_withdrawn_page_says_so_and_comes_back_through_the_gate(cast, client):
    article = builders.published(cast)
    publication.withdraw(article, by=cast.eve, reason="A figure is in doubt.")
    assert client.get(f"/reviews/{article.slug}/").status_code == 410
    publication.reinstate(article, by=cast.eve)
    page = client.get(f"/reviews/{article.slug}/")
    assert page.status_code == 200
    assert b"checked again since, and put back" in page.content


def test_saving_without_a_change_makes_no_revision(cast):
    article = builders.article(cast.ada)
    assert article.revise(by=cast.ben).number == 1


def test_taking_an_article_costs_eight_queries_at_most(cast, django_assert_max_num_queries):
    article = builders.article(cast.ada)
    with django_assert_max_num_queries(8):
        article.manuscript()


def test_the_article_page_costs_one_query(cast, client, django_assert_num_queries):
    article = builders.published(cast)
    with django_assert_num_queries(1):
        client.get(f"/reviews/{article.slug}/")


@pytest.mark.parametrize(
    "table", ["evidence_edition", "evidence_event", "reviews_decision", "evidence_revision"]
)
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id"])
def test_what_happened_cannot_be_changed(cast, table, statement):
    builders.published(cast)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


def test_every_event_holds_the_digest_of_the_one_before(cast):
    article = builders.published(cast)
    events = list(Event.objects.filter(article=article))
    assert all(event.digest == event.computed_digest() for event in events)
    assert [e.previous for e in events[1:]] == [e.digest for e in events[:-1]]
