"""Which approvals count, and whose sources changed since: each of these is to be confirmed by whoever gave it before it
counts again."""

from evidence.models import Persons, SourceUpdate
from reviews import permissions
from reviews.models import Decision


def counted_approvals(round, article, digest):
    """The approvals of a round that count for a digest, the earliest first: of that text, by reviewers who took the
    review on and are in no conflict. The gate counts them, and the page names these reviewers and no others."""
    persons = Persons()
    accepted = round.assignments.filter(accepted_at__isnull=False).values("reviewer")
    given = round.approvals().filter(digest=digest, reviewer__in=accepted).order_by("decided_at", "pk")
    return [
        decision
        for decision in given.select_related("reviewer", "contributor")
        if not permissions.why_not_approve(decision.reviewer, article, persons)
    ]


def approvals_to_confirm(user):
    """[(decision, updates)]: the user's approvals in open rounds whose sources were updated since."""
    mine = Decision.objects.filter(round__outcome="", reviewer=user, verdict=Decision.Verdict.APPROVE)
    mine = mine.select_related("round__revision", "round__article").prefetch_related("confirmations")
    return [pair for pair in updates_since(mine) if pair[1]]


def updates_since(decisions):
    """[(decision, updates of its cited sources that are newer than it and its confirmations)], in one query more than
    it takes to read the decisions."""
    rows = [
        (one, {source.key for source in one.round.revision.frozen.sources}, _confirmed_at(one))
        for one in decisions
    ]
    if not rows:
        return []
    keys, first = set().union(*(keys for _one, keys, _at in rows)), min(at for _one, _keys, at in rows)
    updates = SourceUpdate.objects.filter(source__key__in=keys, recorded_at__gt=first).select_related(
        "source"
    )
    updates = list(updates)
    return [
        (one, [update for update in updates if update.source.key in keys and update.recorded_at > at])
        for one, keys, at in rows
    ]


def _confirmed_at(decision):
    return max([decision.decided_at, *(one.confirmed_at for one in decision.confirmations.all())])
