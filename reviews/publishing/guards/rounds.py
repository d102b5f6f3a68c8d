"""What a round was opened for, who was asked, and what they decided."""

from reviews.publishing.guards.guard import ALWAYS, columns_but, guard

# Promise 10: nothing goes to the reviewers again while a point that they asked for has no answer.
UNANSWERED = """
EXISTS (
    SELECT 1 FROM reviews_decision d JOIN reviews_round r ON r.id = d.round_id
    LEFT JOIN reviews_point p ON p.decision_id = d.id
    LEFT JOIN reviews_answer a ON a.point_id = p.id
    WHERE r.article_id = NEW.article_id AND d.verdict = 'request_changes' AND a.id IS NULL
)
"""
# A round is opened, not found ended, on a revision of its article.
NOT_OPENED = """
NEW.outcome <> '' OR NOT EXISTS (
    SELECT 1 FROM evidence_revision v WHERE v.id = NEW.revision_id AND v.article_id = NEW.article_id
)
"""
NOT_OUT = """
NEW.outcome = 'published'
AND NOT EXISTS (SELECT 1 FROM evidence_edition e WHERE e.revision_id = NEW.revision_id)
"""

# A decision is made in an open round (a further request for changes also in one that a request has ended), on the
# digest under review, by somebody who accepted to review it.
UNDECIDABLE = """
NOT EXISTS (
    SELECT 1 FROM reviews_round r
    JOIN evidence_revision v ON v.id = r.revision_id
    JOIN reviews_assignment s ON s.round_id = r.id
    WHERE r.id = NEW.round_id AND v.digest = NEW.digest
    AND s.reviewer_id = NEW.reviewer_id AND s.accepted_at IS NOT NULL
    AND (r.outcome = '' OR (r.outcome = 'changes_requested' AND NEW.verdict = 'request_changes'))
)
"""
OF_REQUEST = "'request_changes' = (SELECT d.verdict FROM reviews_decision d WHERE d.id = NEW.decision_id)"

# Only who approved stands by it, while it still counts.
NOT_THEIR_APPROVAL = """
NOT EXISTS (
    SELECT 1 FROM reviews_decision d JOIN reviews_round r ON r.id = d.round_id
    WHERE d.id = NEW.decision_id AND d.reviewer_id = NEW.confirmed_by_id AND d.verdict = 'approve' AND r.outcome = ''
)
"""

DECIDED = """
EXISTS (
    SELECT 1 FROM reviews_decision d WHERE d.round_id = OLD.round_id AND d.reviewer_id = OLD.reviewer_id
)
"""
ENDED = "NOT EXISTS (SELECT 1 FROM reviews_round r WHERE r.id = NEW.round_id AND r.outcome = '')"
# Interests are the reviewer's own, and said before the text is read.
ACCEPTED_FOR_ANOTHER = """
NEW.accepted_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evidence_declaration d JOIN evidence_contributor c ON c.id = d.contributor_id
    WHERE d.id = NEW.declaration_id AND c.user_id = NEW.reviewer_id
)
"""


def rounds():
    """The guards of rounds, decisions, points, confirmations and assignments."""
    yield from _opened()
    yield guard("reviews_decision", "INSERT", "nobody may decide this now", UNDECIDABLE)
    yield guard("reviews_point", "INSERT", "only a request holds points", f"NOT {OF_REQUEST}")
    yield guard("reviews_confirmation", "INSERT", "no approval of theirs that counts", NOT_THEIR_APPROVAL)
    yield from _assignments()


def _opened():
    # Promise 2: what a round was opened for stays, and an ended round ends for good, so that no approval given in it
    # can count again.
    table = "reviews_round"
    yield guard(table, "DELETE", "a round is never deleted")
    opened_for = columns_but(table, "outcome", "closed_at", "closed_by_id")
    message = "what a round is opened for never changes"
    yield guard(table, "UPDATE", message, ALWAYS, named="opened", frozen=opened_for)
    yield guard(table, "UPDATE", "a round that ended never changes", "OLD.outcome <> ''")
    yield guard(table, "UPDATE", "its revision is not out", NOT_OUT, named="published")
    yield guard(table, "INSERT", "a requested change has no answer", UNANSWERED)
    yield guard(table, "INSERT", "a round opens on a revision of its article", NOT_OPENED, named="opening")


def _assignments():
    table = "reviews_assignment"
    said = ("accepted_at", "declined_at", "declined_because", "declaration_id")
    yield guard(table, "DELETE", "who was asked stays asked")
    yield guard(table, "INSERT", "the round has ended", ENDED)
    yield guard(table, "INSERT", "they declared nothing", ACCEPTED_FOR_ANOTHER, named="declared_at_once")
    yield guard(table, "UPDATE", "who was asked for what stays", frozen=columns_but(table, "due", *said))
    yield guard(table, "UPDATE", "they declared nothing", ACCEPTED_FOR_ANOTHER, named="declared", frozen=said)
    yield guard(table, "UPDATE", "they have decided", f"{DECIDED} OR {ENDED}", named="decided", frozen=said)
