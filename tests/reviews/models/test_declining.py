"""Who approved stands by it or asks for changes; nobody leaves an approval behind."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from config import triggers
from evidence.errors import Refused
from reviews.models import Assignment
from reviews.models.state import State, state_of
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders
from tests.desk import press

pytestmark = pytest.mark.django_db


def behind_the_guards():
    """As the database's owner could; what a test drops comes back with its end."""
    connection.check_constraints()
    triggers.drop(connection)


@pytest.mark.parametrize("verdict", ["approve", "reject", "request_changes"])
def test_who_decided_may_not_decline(cast, verdict):
    current = builders.in_review(cast, reviewers=("cleo", "dev"))
    mine = current.assignments.get(reviewer=cast.cleo)
    points = [("article", "Name the dose.")]
    current.decide(by=cast.cleo, verdict=verdict, reason="So.", points=points, checklist=builders.YES)
    with pytest.raises(Refused):
        mine.decline(by=cast.cleo, reason="No time.")
    mine.refresh_from_db()
    assert mine.accepted_at and not mine.declined_at


def test_who_has_approved_is_told_on_the_desk_what_to_do_instead(cast, client):
    article = builders.approved(cast).article
    client.force_login(cast.cleo)
    answer = press(client, "decline", {"decline-reason": "No time."})
    assert (answer.status_code, b"request changes instead" in answer.content) == (409, True)
    assert state_of(article) == State.APPROVED


def test_who_has_not_decided_may_still_decline(cast):
    current = builders.in_review(cast)
    current.assignments.get().decline(by=cast.cleo, reason="I know the authors.")
    assert current.assignments.get().declined_because == "I know the authors."


@pytest.mark.parametrize("left", [{"declined_at": timezone.now()}, {}])
def test_an_approval_by_who_is_out_of_the_round_counts_no_more(cast, left):
    article = builders.approved(cast).article
    assert (state_of(article), reasons_not_to_publish(article)) == (State.APPROVED, [])
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.update(accepted_at=None, **left)
    behind_the_guards()
    Assignment.objects.update(accepted_at=None, **left)
    assert state_of(article) == State.IN_REVIEW
    assert "GV3" in [reason.code for reason in reasons_not_to_publish(article)]
