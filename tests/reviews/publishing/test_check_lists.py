"""What the check list said: readers see each question of the approvals that counted, and its answer, with its day."""

import pytest
from django.utils.formats import date_format

from reviews.checklist import QUESTIONS
from reviews.models import Decision
from reviews.publishing import publication
from tests import builders

pytestmark = pytest.mark.django_db
REASON = "No warning was open."
NOT_ALL = {**builders.YES, "warnings": ("not_applicable", REASON)}


def checked(body):
    """The words under “How this was checked”."""
    return body.partition('<section id="checked">')[2]


def approve(current, by, answers=NOT_ALL):
    current.decide(by=by, verdict="approve", reason="It holds.", checklist=answers)


def test_readers_see_each_question_and_its_answer(cast):
    current = builders.in_review(cast)
    approve(current, cast.cleo)
    body = checked(publication.publish(current.article, by=cast.eve).body)
    made = Decision.objects.get()
    assert f"Cleo Marsh answered before approving, {date_format(made.decided_at, 'j F Y')}" in body
    for _key, question in QUESTIONS:
        assert str(question) in body
    assert body.count("<strong>Yes</strong>") == len(QUESTIONS) - 1
    assert f"<strong>Not applicable</strong>: {REASON}" in body


def test_an_approval_that_does_not_count_is_not_printed(cast):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))
    approve(current, cast.cleo, builders.YES)
    approve(current, cast.dev)
    cast.dev.groups.clear()
    body = checked(publication.publish(current.article, by=cast.eve).body)
    assert "Cleo Marsh answered" in body
    assert "Dev Anand" not in body
    assert REASON not in body


def test_what_was_asked_is_printed_as_it_was_asked(cast, monkeypatch):
    current = builders.in_review(cast)
    approve(current, cast.cleo)
    monkeypatch.setattr("reviews.checklist.QUESTIONS", (("other", "Another question?"),))
    body = checked(publication.publish(current.article, by=cast.eve).body)
    assert str(QUESTIONS[0][1]) in body
    assert "Another question?" not in body
