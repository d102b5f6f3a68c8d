"""What the database itself refuses about who is who: a link that leaves no trace."""

from reviews.publishing.guards.guard import guard

# Promise 4: who was ever linked stays known, so a link is written down before it is made.
UNTRACED = """
NEW.user_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evidence_contributorlink l WHERE l.contributor_id = NEW.id AND l.user_id = NEW.user_id
)
"""


def people():
    """The guards of links between logins and contributors, besides that their history is append-only."""
    table, message = "evidence_contributor", "a link is written down before it is made"
    yield guard(table, "INSERT", message, UNTRACED)
    yield guard(table, "UPDATE", message, UNTRACED, frozen=("user_id",))
    # Bylines, links, events and frozen texts name a person by the key.
    yield guard(table, "UPDATE", "a row keeps its keys", named="kept", frozen=("id", "key"))
