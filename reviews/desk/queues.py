"""My queue: what waits for me by my role, what I decided, and everything else."""

from django.db.models import Count, Exists, OuterRef, Q

from evidence.models import Article
from evidence.vocabulary import Severity
from reviews import permissions
from reviews.models import Assignment, Decision, Flag, Point
from reviews.models.checking import with_checked
from reviews.models.flag import Stand
from reviews.models.state import State, states_of
from reviews.publishing.approvals import approvals_to_confirm
from reviews.watching.changed import changed_sources

LATEST = 10  # decisions shown
EDITABLE = (State.DRAFT, State.LIVE_DRAFT, State.LIVE, State.WITHDRAWN)


def queues_of(user):
    """Template context of the queue, in a bounded number of queries for any number of articles."""
    rows = states_of(with_checked(_articles()))
    return {
        "waiting": Assignment.objects.waiting_for(user),
        "overtaken": Assignment.objects.overtaken(user),
        "decided": Decision.objects.filter(reviewer=user)
        .select_related("round__article")
        .order_by("-decided_at")[:LATEST],
        "to_publish": [row for row in rows if row[1] == State.APPROVED]
        if permissions.is_publisher(user)
        else None,
        "to_answer": [row for row in rows if row[0].asked and row[1] in EDITABLE]
        if permissions.is_editor(user)
        else None,
        "to_correct": [row for row in rows if row[0].live_blocking] if permissions.is_editor(user) else None,
        "to_confirm": approvals_to_confirm(user),
        "changed": changed_sources() if permissions.may(user, "record_update") else (),
        "rows": rows,
    }


def _articles():
    blocking = Flag.objects.open().filter(article=OuterRef("pk"), severity=Severity.BLOCK)
    return (
        Article.objects.kept()
        .order_by("title")
        .annotate(
            live_blocking=Exists(blocking.filter(stand=Stand.LIVE)),
            asked=Exists(Point.objects.unanswered().filter(decision__round__article=OuterRef("pk"))),
            blocking=Count(
                "flags",
                filter=Q(flags__closed_at=None, flags__severity=Severity.BLOCK, flags__stand=Stand.DRAFT),
                distinct=True,
            ),
        )
    )
