"""Who stands behind a page is part of what was approved, and one person stays one person."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from evidence.errors import Refused
from evidence.models import BylineEntry, Contributor, Declaration, Event
from reviews import permissions
from reviews.models import Decision, Round, linking
from reviews.publishing import publication
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders

pytestmark = pytest.mark.django_db


def printed(article):
    return article.editions.first().body


def second(name):
    return Contributor.objects.create(key="second-record", name=name, credentials="MD")


def test_the_page_names_the_reviewer_as_she_was_when_she_approved(cast):
    current = builders.approved(cast)
    Contributor.objects.filter(user=cast.cleo).update(
        name="Dr Nobody", credentials="none", affiliation="X Inc."
    )
    publication.publish(current.article, by=cast.eve)
    assert "Cleo Marsh, MD, neurologist" in printed(current.article)
    assert "Dr Nobody" not in printed(current.article)


def test_interests_declared_anew_after_the_approval_are_not_what_is_printed(cast):
    current = builders.approved(cast)
    Declaration.objects.create(
        contributor=cast.cleo.contributor,
        article=current.article,
        interests="All is well.",
        declared_on=timezone.localdate(),
    )
    assert current.decisions.get().interests == ""
    said = [reason.message for reason in reasons_not_to_publish(current.article)]
    assert [one for one in said if "declared other interests after approving" in one]


def test_interests_declared_are_printed_with_their_day(cast):
    article = builders.article(cast.ada)
    current = Round.submit(article, by=cast.ada)
    current.assign(cast.cleo, by=cast.ada).accept(by=cast.cleo, interests="Paid by a tea seller in 2025.")
    builders.read(cast, article)
    current.decide(by=cast.cleo, verdict="approve", reason="It holds.", checklist=builders.YES)
    publication.publish(article, by=cast.eve)
    assert "Cleo Marsh: Paid by a tea seller in 2025. (" in printed(article)


def test_a_reviewer_whose_approval_does_not_count_is_not_printed(cast):
    current = builders.approved(cast, reviewers=("cleo", "dev"))
    cast.dev.groups.clear()
    publication.publish(current.article, by=cast.eve)
    assert "Cleo Marsh" in printed(current.article)
    assert "Dev Anand" not in printed(current.article)


def test_an_edition_knows_who_stands_behind_it(cast):
    edition = builders.published(cast).editions.get()
    assert '"key":"ada-lind"' in edition.people
    assert '"key":"cleo-marsh"' in edition.people


def test_a_second_record_for_one_login_hides_nobody(cast):
    article = builders.article(cast.ada)
    BylineEntry.objects.create(article=article, contributor=cast.cleo.contributor, position=9)
    linking.link(cast.cleo.contributor, None, by=cast.kim)
    linking.link(second("C. Marsh-Oduya"), cast.cleo, by=cast.kim)
    cast.cleo.refresh_from_db()
    assert "byline" in permissions.why_not_approve(cast.cleo, article)


def test_what_one_login_wrote_its_other_login_does_not_approve(cast):
    article = builders.article(cast.ada)
    linking.link(cast.ada.contributor, None, by=cast.kim)
    linking.link(cast.dev.contributor, None, by=cast.kim)
    linking.link(Contributor.objects.get(key="ada-lind"), cast.dev, by=cast.kim)
    assert "contributed" in permissions.why_not_approve(cast.dev, article)


def test_a_namesake_in_the_byline_is_taken_for_the_reviewer(cast):
    article = builders.article(cast.ada)
    BylineEntry.objects.create(article=article, contributor=second("Cléo  MARSH"), position=9)
    assert "byline" in permissions.why_not_approve(cast.cleo, article)
    assert permissions.why_not_approve(cast.dev, article) == ""


@pytest.mark.parametrize("name", ["ada", "ben", "cleo", "eve"])
def test_only_a_keeper_of_people_says_who_is_who(cast, name):
    with pytest.raises(PermissionDenied):
        linking.link(second("New"), cast.dev, by=getattr(cast, name))


@pytest.mark.parametrize("name", ["ada", "cleo"])
def test_nobody_is_relinked_while_they_have_a_part_in_an_open_round(cast, name):
    builders.in_review(cast)
    person = getattr(cast, name)
    for act in (lambda: linking.link(person.contributor, None, by=cast.kim),
                lambda: linking.link(person.contributor, cast.rex, by=cast.kim)):  # fmt: skip
        with pytest.raises(Refused, match="in review"):
            act()
    linking.link(cast.ben.contributor, None, by=cast.kim)


def test_every_link_is_an_event_and_stays(cast):
    linking.link(cast.dev.contributor, None, by=cast.kim)
    told = Event.objects.filter(verb="contributor.linked").last()
    assert (told.subject, told.actor) == ("contributor:dev-anand", cast.kim.pk)
    assert Contributor.objects.get(key="dev-anand").links.get().user == cast.dev


def test_decisions_of_before_are_not_rewritten(cast):
    current = builders.approved(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(round=current).update(name="Somebody else", declared_on=timezone.localdate())
