"""What the database itself refuses about independent ratings: a third rater, a late one, one person as both."""

from reviews.publishing.guards.guard import guard

# Once two have rated, neither changes a rating that the other has seen, and nobody joins them.
BOTH_ARE_IN = """
2 <= (
    SELECT COUNT(DISTINCT r.rated_by_id) FROM evidence_rating r
    WHERE r.article_id = NEW.article_id AND r.outcome_key = NEW.outcome_key AND r.sitting = NEW.sitting
)
"""

NOT_OF_TWO = """
NOT EXISTS (
    SELECT 1 FROM evidence_rating a JOIN evidence_rating b
    ON b.article_id = a.article_id AND b.outcome_key = a.outcome_key AND b.sitting = a.sitting
    WHERE a.id = NEW.first_id AND b.id = NEW.second_id AND a.rated_by_id <> b.rated_by_id
    AND a.article_id = NEW.article_id AND a.outcome_key = NEW.outcome_key AND a.sitting = NEW.sitting
)
"""


def ratings():
    """The guards of ratings and of what two raters agree upon, besides that both are append-only."""
    yield guard("evidence_rating", "INSERT", "two have rated it", BOTH_ARE_IN)
    yield guard("evidence_consensus", "INSERT", "a consensus is of two people", NOT_OF_TWO)
