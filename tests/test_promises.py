"""The promises that are easiest to break: who may approve what, and what the database holds by itself."""

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from evidence.errors import Refused
from evidence.models import Article, Citation, Contributor, Edition, Section, Source
from reviews import permissions
from reviews.groups import REVIEWERS
from reviews.models import Decision, Round
from reviews.publishing import publication
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders

pytestmark = pytest.mark.django_db


def refuses(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def codes(article):
    return [reason.code for reason in reasons_not_to_publish(Article.objects.get(pk=article.pk))]


@pytest.fixture
def twice(settings):
    settings.VOUCH = {**settings.VOUCH, "APPROVALS": {"default": 1, "intervention_review": 2}}


def test_a_profile_that_needs_two_approvals_gets_two(cast, twice):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))
    current.decide(by=cast.cleo, verdict="approve", reason="It holds.", checklist=builders.YES)
    with pytest.raises(Refused, match="1 of 2 approvals"):
        publication.publish(current.article, by=cast.eve)
    current.decide(by=cast.dev, verdict="approve", reason="It holds.", checklist=builders.YES)
    assert publication.publish(current.article, by=cast.eve).number == 1


def test_lowering_the_number_of_approvals_helps_no_open_round(cast, twice, settings):
    current = builders.approved(cast)
    settings.VOUCH = {**settings.VOUCH, "APPROVALS": {"default": 1}}
    with pytest.raises(Refused, match="1 of 2 approvals"):
        publication.publish(current.article, by=cast.eve)
    refuses(lambda: Round.objects.update(required=1))


def test_an_approval_goes_with_the_reviewer_who_leaves(cast):
    current = builders.approved(cast)
    cast.cleo.is_active = False
    cast.cleo.save()
    assert "GV3" in codes(current.article)
    with pytest.raises(Refused):
        publication.publish(current.article, by=cast.eve)


def test_an_approval_goes_with_the_group(cast):
    current = builders.approved(cast)
    cast.cleo.groups.clear()
    with pytest.raises(Refused):
        publication.publish(current.article, by=cast.eve)


def test_joining_the_reviewers_approves_nothing(cast):
    current = builders.in_review(cast)
    cast.ben.groups.add(Group.objects.get(name=REVIEWERS))
    assert "GV3" in codes(current.article)
    with pytest.raises(Refused, match="Accept the review"):
        current.decide(by=cast.ben, verdict="approve", reason="It holds.", checklist=builders.YES)


def test_an_article_that_nobody_may_approve_is_reported_at_once(cast, client):
    for person in (cast.cleo, cast.dev):
        person.is_active = False
        person.save()
    current = Round.submit(builders.article(cast.ada), by=cast.ada)
    assert [r.message for r in reasons_not_to_publish(current.article) if "Too few people" in r.message]
    client.force_login(cast.ada)
    assert "Too few people" in client.get("/desk/articles/lemon-balm/").context["steps"][0][0].text


def test_who_changed_a_name_on_the_page_contributed_to_it(cast, client):
    article = builders.article(cast.ada)
    both = Group.objects.get(name="Editors")
    cast.cleo.groups.add(both)
    client.force_login(cast.cleo)
    person = cast.ada.contributor
    said = {"key": person.key, "name": person.name, "credentials": "MSc, PhD", "user": person.user_id or ""}
    assert (
        client.post(reverse("admin:evidence_contributor_change", args=[person.pk]), said).status_code == 302
    )
    assert article.revise(by=cast.ada).number == 2
    assert "contributed" in permissions.why_not_approve(cast.cleo, article)


def test_who_changed_a_source_contributed_to_what_cites_it(cast):
    article = builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    source.sample_size = 41
    source.save()
    source.edited(by=cast.cleo)
    article.revise(by=cast.ada)
    assert "contributed" in permissions.why_not_approve(cast.cleo, article)


def test_a_round_that_ended_never_opens_again(cast):
    current = builders.approved(cast)
    current.take_back(by=cast.ada)
    refuses(lambda: Round.objects.filter(pk=current.pk).update(outcome="", closed_at=None, closed_by=None))
    refuses(lambda: Round.objects.filter(pk=current.pk)._raw_delete("default"))


def test_what_a_round_was_opened_for_never_changes(cast):
    current = builders.approved(cast)
    other = builders.article(cast.ada, title="Another review")
    refuses(lambda: Round.objects.filter(pk=current.pk).update(revision=other.latest_revision()))
    refuses(lambda: Round.objects.filter(pk=current.pk).update(article=other))


def test_returning_to_an_approved_text_needs_a_new_approval(cast):
    current = builders.approved(cast)
    current.take_back(by=cast.ada)
    again = Round.submit(current.article, by=cast.ada)
    assert again.revision == current.revision
    with pytest.raises(Refused, match="0 of 1 approvals"):
        publication.publish(current.article, by=cast.eve)


@pytest.mark.parametrize("verdict", ["approve", "reject"])
def test_the_database_takes_no_decision_from_who_was_not_asked(cast, verdict):
    current = builders.in_review(cast)
    said = {"round": current, "verdict": verdict, "reason": "So.", "digest": current.revision.digest}
    refuses(lambda: Decision.objects.create(reviewer=cast.dev, **said))
    refuses(lambda: Decision.objects.create(reviewer=cast.cleo, **{**said, "digest": "0" * 64}))
    current.take_back(by=cast.ada)
    refuses(lambda: Decision.objects.create(reviewer=cast.cleo, **said))


def test_a_draft_in_review_is_not_unlocked(cast):
    article = builders.in_review(cast).article
    refuses(
        lambda: Article.objects.filter(pk=article.pk).update(locked_at=None, locked_by=None, locked_for="")
    )
    with pytest.raises(Refused, match="in review"):
        article.unlock(by=cast.rex)


def test_nothing_is_moved_into_a_locked_draft(cast):
    locked = builders.in_review(cast).article
    other = builders.article(cast.ada, title="Another review")
    before = locked.manuscript().digest
    section = other.sections.get(key="s1")
    refuses(lambda: Section.objects.filter(pk=section.pk).update(article=locked, key="s99", position=99))
    cited = Citation.objects.filter(claim__article=other).first()
    target = locked.claims.get(key="c9")
    refuses(lambda: Citation.objects.filter(pk=cited.pk).update(claim=target))
    outcome = locked.outcomes.first()
    refuses(lambda: other.outcomes.first().domains.update(outcome=outcome, domain="rob"))
    refuses(lambda: other.claims.filter(key="c9").update(article=locked, key="c99"))
    assert locked.manuscript().digest == before


def test_the_sources_of_an_edition_stay(cast):
    article = builders.published(cast)
    edition = article.editions.get()
    refuses(lambda: edition.sources.clear())


def test_an_edition_without_its_own_article_is_refused(cast):
    current = builders.approved(cast)
    other = builders.article(cast.ada, title="Another review")
    said = {"revision": current.revision, "title": "Out", "body": "", "change_type": "first_edition"}
    refuses(
        lambda: Edition.objects.create(
            article=other, number=1, digest=current.revision.digest, published_by=cast.eve, **said
        )
    )


def test_approvals_of_contributors_open_no_door_in_the_database(cast):
    cast.ben.groups.add(Group.objects.get(name=REVIEWERS))
    article = builders.article(cast.ada)
    current = builders.in_review(cast, article, reviewers=("ben",))
    current.decide(by=cast.ben, verdict="approve", reason="It holds.", checklist=builders.YES)
    current.revision.credit([cast.ben.pk])
    with pytest.raises(Refused, match="0 of 1"):
        publication.publish(article, by=cast.eve)
    said = {"revision": current.revision, "title": "Out", "body": "", "change_type": "first_edition"}
    refuses(
        lambda: Edition.objects.create(
            article=article, number=1, digest=current.revision.digest, published_by=cast.eve, **said
        )
    )


def test_a_cited_source_and_a_person_behind_a_page_cannot_be_deleted(cast):
    article = builders.published(cast)
    for row in (
        Source.objects.get(key="alder-2019"),
        Contributor.objects.get(key="ada-lind"),
        cast.cleo,
        article,
    ):
        with (
            pytest.raises(Exception, match=r"(protected|RESTRICT|foreign key|append-only)"),
            transaction.atomic(),
        ):
            row.delete()


def test_the_slug_of_a_locked_article_stays(cast):
    article = builders.in_review(cast).article
    refuses(lambda: Article.objects.filter(pk=article.pk).update(slug="other"))


def test_raw_sql_meets_the_same_guards(cast):
    builders.published(cast)
    for statement in (
        "UPDATE evidence_edition SET body = 'x'",
        "DELETE FROM evidence_notice",
        "UPDATE reviews_round SET outcome = ''",
        "UPDATE evidence_contribution SET user_id = 1",
    ):
        if statement.startswith("DELETE"):
            publication.put_notice(Article.objects.get(), by=cast.eve, kind="correction", text="One figure.")
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_what_somebody_contributed_since_the_edition_is_not_forgotten(cast):
    article = builders.article(cast.ada)
    article.sections.filter(key="s8").update(heading="How good the evidence is")
    mine = article.revise(by=cast.cleo)
    article.sections.filter(key="s8").update(heading="How sure we are")
    article.revise(by=cast.ada)
    refuses(lambda: mine.contributions.all()._raw_delete("default"))
    refuses(lambda: mine.delete())
    assert "contributed" in permissions.why_not_approve(cast.cleo, article)
