"""What makes a page public, and what keeps it as readers were shown it."""

from reviews.publishing.guards.guard import CONTRIBUTED, columns_but, guard

# Promise 1 and 4 of the design: an Edition needs its approvals, in the open round of its revision, for its
# digest, from distinct people who contributed to nothing since the last edition.
UNAPPROVED = """
NEW.digest <> (SELECT v.digest FROM evidence_revision v WHERE v.id = NEW.revision_id)
OR NOT EXISTS (
    SELECT 1 FROM reviews_round r
    WHERE r.revision_id = NEW.revision_id AND r.article_id = NEW.article_id AND r.outcome = ''
    AND NOT EXISTS (
        SELECT 1 FROM reviews_decision n WHERE n.round_id = r.id AND n.verdict <> 'approve'
    )
    AND r.required <= (
        SELECT COUNT(DISTINCT d.reviewer_id) FROM reviews_decision d
        WHERE d.round_id = r.id AND d.verdict = 'approve' AND d.digest = NEW.digest
        AND NOT {contributed}
    )
)
""".format(contributed=CONTRIBUTED.format(user="d.reviewer_id", article="NEW.article_id"))

# It says something, under the next number of its article, of a revision of that article.
NOT_AN_EDITION = """
TRIM(NEW.body) = '' OR TRIM(NEW.title) = ''
OR NEW.article_id <> (SELECT v.article_id FROM evidence_revision v WHERE v.id = NEW.revision_id)
OR NEW.number <> 1 + COALESCE((
    SELECT MAX(e.number) FROM evidence_edition e WHERE e.article_id = NEW.article_id
), 0)
"""

# The sources of an edition are named while it comes out, and none is added to it afterwards.
IS_OUT = """
NOT EXISTS (
    SELECT 1 FROM evidence_edition e JOIN reviews_round r ON r.revision_id = e.revision_id
    WHERE e.id = NEW.edition_id AND r.article_id = e.article_id AND r.outcome = ''
)
"""

NOT_THE_NEWEST = """
NOT EXISTS (
    SELECT 1 FROM evidence_edition e WHERE e.id = NEW.edition_id AND e.article_id = NEW.article_id
    AND e.number = (SELECT MAX(n.number) FROM evidence_edition n WHERE n.article_id = NEW.article_id)
)
"""

UNRECORDED = """
'{verb}' IS DISTINCT FROM (
    SELECT v.verb FROM evidence_event v WHERE v.chain = 'article:' || NEW.article_id
    ORDER BY v.number DESC LIMIT 1
)
"""
# A newer edition, which has its approvals, ends a withdrawal by itself.
SAME_EDITION = "NEW.edition_id = OLD.edition_id"
WITHDRAWN = f"""
{SAME_EDITION} AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
AND {UNRECORDED.format(verb="page.withdrawing")}
"""
REVEALED = f"""
{SAME_EDITION} AND OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NULL
AND {UNRECORDED.format(verb="page.reinstating")}
"""

# As Django's templates escape what they print.
ESCAPED = "n.text"
for _raw, _printed in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("''", "&#x27;")):
    ESCAPED = f"REPLACE({ESCAPED}, '{_raw}', '{_printed}')"

UNWARNED = f"""
EXISTS (
    SELECT 1 FROM evidence_notice n WHERE n.edition_id = NEW.edition_id
    AND REPLACE(NEW.notices, {ESCAPED}, '') = NEW.notices
)
"""


def pages():
    """The guards of editions and of the one row that readers' pages ask."""
    yield guard("evidence_edition", "INSERT", "the edition lacks approvals", UNAPPROVED)
    yield guard("evidence_edition", "INSERT", "no edition of this revision", NOT_AN_EDITION, named="text")
    yield guard("evidence_edition_sources", "INSERT", "the edition is out", IS_OUT)
    yield from _publications()


def _publications():
    table = "evidence_publication"
    yield guard(table, "DELETE", "what was public stays known")
    yield guard(table, "INSERT", "only the newest edition becomes public", NOT_THE_NEWEST)
    frozen = columns_but(
        table, "edition_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "notices", "etag"
    )
    yield guard(table, "UPDATE", "it belongs to its article", named="kept", frozen=frozen)
    changed = ("edition_id",)
    yield guard(table, "UPDATE", "only the newest edition becomes public", NOT_THE_NEWEST, frozen=changed)
    yield guard(table, "UPDATE", "the withdrawal is not recorded", WITHDRAWN, named="withdrawn")
    yield guard(table, "UPDATE", "putting it back is not recorded", REVEALED, named="reinstated")
    still = "OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS NOT NULL"
    told = ("edition_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason")
    yield guard(table, "UPDATE", "it is withdrawn", still, named="tombstone", frozen=told)
    for act in ("INSERT", "UPDATE"):
        named = f"notices_{act.lower()}"
        yield guard(table, act, "a notice of the edition is missing", UNWARNED, named=named)
    # What a browser has kept is asked for again when readers are told more.
    stale = "NEW.etag = OLD.etag"
    shown = ("edition_id", "notices", "withdrawn_reason")
    yield guard(table, "UPDATE", "readers would keep the old page", stale, named="etag", frozen=shown)
