"""What the database itself refuses about who is who: a link that leaves no trace."""

from reviews.publishing.guards_sql import Guard

# Promise 4: who was ever linked stays known, so a link is written down before it is made.
UNTRACED = """
NEW.user_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evidence_contributorlink l WHERE l.contributor_id = NEW.id AND l.user_id = NEW.user_id
)
"""

# The logins that share a contributor, now or once, with a decision's reviewer, and whether the byline names one of
# their contributors.
KIN = """
SELECT m.user_id FROM evidence_contributorlink l
JOIN evidence_contributorlink m ON m.contributor_id = l.contributor_id WHERE l.user_id = d.reviewer_id
"""
SIGNS = """
SELECT 1 FROM evidence_contributorlink l JOIN evidence_bylineentry b ON b.contributor_id = l.contributor_id
WHERE l.user_id = d.reviewer_id AND b.article_id = NEW.article_id
"""


def people():
    """The guards of links between logins and contributors, besides that their history is append-only."""
    table, message = "evidence_contributor", "a link is written down before it is made"
    yield Guard(f"vouch_{table}_insert", table, "INSERT", UNTRACED, message)
    yield Guard(f"vouch_{table}_update", table, "UPDATE OF id, user_id", UNTRACED, message)
