"""What a decision or an edition rested on besides the text: declared interests, and why a flag was let stand."""

from reviews.publishing.guards.guard import CONTRIBUTED, columns_but, guard

# A reviewer accepted with it, or the person stands in the byline of an edition that came out since. Keys are quoted in
# the canonical text of a revision.
RELIED_ON = """
EXISTS (SELECT 1 FROM reviews_assignment s WHERE s.declaration_id = OLD.id)
OR EXISTS (
    SELECT 1 FROM evidence_edition e
    JOIN evidence_revision v ON v.id = e.revision_id
    JOIN evidence_contributor c ON c.id = OLD.contributor_id
    WHERE (OLD.article_id IS NULL OR OLD.article_id = e.article_id)
    AND v.manuscript LIKE '%"' || c.key || '"%'
)
"""
WAIVED = "EXISTS (SELECT 1 FROM reviews_waiver w WHERE w.flag_id = OLD.id)"
AGREED_BY_WRITER = "NEW.agreed_by_id IS NOT NULL AND " + CONTRIBUTED.format(
    user="NEW.agreed_by_id", article="(SELECT f.article_id FROM reviews_flag f WHERE f.id = NEW.flag_id)"
)


def grounds():
    """The guards of declarations, waivers and the flags that are waived."""
    table = "evidence_declaration"
    frozen = columns_but(table)
    yield guard(table, "UPDATE", "a declaration that was relied on stays", RELIED_ON, frozen=frozen)
    yield guard(table, "DELETE", "a declaration that was relied on stays", RELIED_ON)
    yield from _waivers()
    table = "reviews_flag"
    identity = ("id", "article_id", "stand", "fingerprint")
    yield guard(table, "UPDATE", "a flag stays what it is", named="kept", frozen=identity)
    yield guard(table, "UPDATE", "the flag was waived", WAIVED, frozen=("code", "subject", "raised_at"))
    yield guard(table, "DELETE", "the flag was waived", WAIVED)


def _waivers():
    table, agreement = "reviews_waiver", ("agreed_at", "agreed_by_id")
    yield guard(table, "DELETE", "a waiver is never deleted")
    at_once = "NEW.agreed_at IS NOT NULL OR NEW.voided_at IS NOT NULL"
    yield guard(table, "INSERT", "a waiver is given before it is agreed to", at_once)
    given = columns_but(table, *agreement, "voided_at")
    yield guard(table, "UPDATE", "a waiver stays as it was given", named="given", frozen=given)
    agreed = "OLD.agreed_at IS NOT NULL"
    yield guard(table, "UPDATE", "an agreement stays", agreed, named="agreed", frozen=agreement)
    yield guard(
        table, "UPDATE", "the writer cannot agree", AGREED_BY_WRITER, named="agreeing", frozen=agreement
    )
    yield guard(table, "UPDATE", "a void waiver stays void", "OLD.voided_at IS NOT NULL")
