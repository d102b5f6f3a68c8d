"""Races give one record: real threads on PostgreSQL."""

import threading

import pytest
from django.db import connection

from evidence.errors import Refused
from evidence.models import Article, Edition, Event, Section
from reviews import publication
from reviews.models import Decision, Round
from tests import builders

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def at_once(*acts):
    """Run every act in a thread of its own, all let go together; their results, or what they raised."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        gate.wait()
        try:
            results[number] = act()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_publishes_give_one_edition(cast):
    article = builders.approved(cast).article
    results = at_once(*[lambda: publication.publish(article, by=cast.eve)] * 2)
    assert {result.pk for result in results} == {Edition.objects.get().pk}


def test_two_approvals_by_one_person_give_one_decision(cast):
    current = builders.in_review(cast)

    def decide():
        return Round.objects.get(pk=current.pk).decide(by=cast.cleo, verdict="approve", reason="It holds.")

    results = at_once(decide, decide)
    assert {result.pk for result in results} == {Decision.objects.get().pk}


def test_a_save_during_publish_changes_no_page(cast):
    article = builders.approved(cast).article

    def save():
        Section.objects.filter(article=article, key="s1").update(body="Something else entirely.")
        return Article.objects.get(pk=article.pk).revise(by=cast.ben)

    at_once(save, lambda: publication.publish(article, by=cast.eve))
    for edition in Edition.objects.all():
        assert "Something else" not in edition.body


def test_two_submissions_open_one_round(cast):
    article = builders.article(cast.ada)
    results = at_once(*[lambda: Round.submit(article, by=cast.ada)] * 2)
    assert not [result for result in results if isinstance(result, Refused)]
    assert Round.objects.count() == 1


def test_the_site_chain_has_no_fork(cast):
    at_once(*[lambda: Event.record("site.tested", by=cast.eve)] * 4)
    events = list(Event.objects.filter(chain="site"))
    assert [event.number for event in events] == list(range(1, len(events) + 1))
