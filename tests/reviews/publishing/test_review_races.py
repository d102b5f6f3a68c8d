"""Reviewers, editors and publishers at the same moment, in real threads on PostgreSQL."""

import threading
import time

import pytest
from django.test import Client

from evidence.errors import Refused
from evidence.models import Edition, Event, Publication, Source
from evidence.public.rendering import render_edition
from reviews.models import Point, Round
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders
from tests.test_races import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_two_approvals_by_two_people_are_both_counted(cast):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))

    def decide(who):
        return Round.objects.get(pk=current.pk).decide(
            by=who, verdict="approve", reason="It holds.", checklist=builders.YES
        )

    at_once(lambda: decide(cast.cleo), lambda: decide(cast.dev))
    assert {one.reviewer for one in current.approvals()} == {cast.cleo, cast.dev}


def test_two_requests_at_once_are_both_heard(cast):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))

    def ask(who):
        points = [("section:s3", f"{who} asks for the dose.")]
        return Round.objects.get(pk=current.pk).decide(by=who, verdict="request_changes", points=points)

    at_once(lambda: ask(cast.cleo), lambda: ask(cast.dev))
    assert Point.objects.of(current.article).unanswered().count() == 2
    assert Event.objects.filter(verb="round.closed").count() == 1


def test_an_approval_and_a_request_at_once_end_the_round(cast):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))

    def decide(who, **said):
        return Round.objects.get(pk=current.pk).decide(by=who, **said)

    at_once(
        lambda: decide(cast.cleo, verdict="approve", reason="It holds.", checklist=builders.YES),
        lambda: decide(cast.dev, verdict="request_changes", points=[("article", "Shorten it.")]),
    )
    assert Round.objects.get().outcome == "changes_requested"


def test_a_submission_and_a_late_request_never_pass_each_other(cast):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))
    first = current.decide(by=cast.cleo, verdict="request_changes", points=[("article", "Shorten it.")])
    answers = {first.points.get().pk: "Shortened."}
    at_once(
        lambda: Round.submit(current.article, by=cast.ada, answers=answers),
        lambda: Round.objects.get(pk=current.pk).decide(
            by=cast.dev, verdict="request_changes", points=[("article", "Name the dose.")]
        ),
    )
    opened, unanswered = Round.objects.open().count(), Point.objects.unanswered().count()
    assert (opened, unanswered) in {(1, 0), (0, 2)}


def test_taking_back_and_publishing_at_once_do_one_of_both(cast):
    current = builders.approved(cast)
    results = at_once(
        lambda: Round.objects.get(pk=current.pk).take_back(by=cast.ada),
        lambda: publication.publish(current.article, by=cast.eve),
    )
    outcome = Round.objects.get().outcome
    assert (outcome, Edition.objects.count()) in {("taken_back", 0), ("published", 1)}
    assert [type(one) for one in results if isinstance(one, Exception)] in ([], [Refused])


def test_withdrawing_while_a_correction_comes_out_leaves_one_truth(cast):
    article = builders.published(cast)
    article.sections.filter(key="s8").update(heading="How sure we are")
    article.revise(by=cast.ada)
    builders.approved(cast, article)
    at_once(
        lambda: publication.publish(article, by=cast.eve, note="A heading is clearer."),
        lambda: publication.withdraw(article, by=cast.eve, reason="A figure is in doubt."),
    )
    page = Publication.objects.get()
    verbs = [e.verb for e in article.events.filter(verb__in=["edition.published", "page.withdrawn"])]
    assert page.is_live == (verbs[-1] == "edition.published")
    assert page.edition.number == 2


def test_a_retraction_during_publication_is_never_missed(cast, monkeypatch):
    article = builders.approved(cast).article
    source, rendering = Source.objects.get(key="alder-2019"), threading.Event()

    def slowly(*said):
        rendering.set()
        time.sleep(0.5)
        return render_edition(*said)

    def retract():
        rendering.wait()
        recording.record_update(source, "retraction", by=cast.eve, asserted_by="Retraction Watch")

    monkeypatch.setattr(publication, "render_edition", slowly)
    at_once(lambda: publication.publish(article, by=cast.eve), retract)
    assert Publication.objects.filter(notices__contains="was retracted").exists()
    assert article.flags.open().filter(code="SI1").exists()


def test_of_two_saves_from_one_form_the_second_is_shown_both(cast):
    article = builders.article(cast.ada)
    section = article.sections.get(key="s8")
    address = f"/admin/evidence/section/{section.pk}/change/"
    typed = {}
    for person in (cast.ada, cast.ben):
        client = Client()
        client.force_login(person)
        form = client.get(address).context["adminform"].form
        said = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
        typed[person] = (client, {**said, "heading": f"{person} says"})
    answers = at_once(*[lambda c=c, said=said: c.post(address, said) for c, said in typed.values()])
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert article.revisions.count() == 2


def test_moving_sections_during_a_submission_ends_in_one_order(cast):
    article = builders.article(cast.ada)
    pages = []
    for key, way in (("s2", "up"), ("s2", "up"), ("s3", "up"), ("s4", "down")):
        client = Client()
        client.force_login(cast.ada)
        pages.append((client, f"/admin/evidence/section/{article.sections.get(key=key).pk}/move/{way}/"))
    moves = [lambda client=client, page=page: client.post(page) for client, page in pages]
    answers = at_once(*moves, lambda: Round.submit(article, by=cast.ada))
    assert {answer.status_code for answer in answers[:-1]} <= {302, 409}
    assert article.manuscript().digest == answers[-1].revision.digest
