"""What happened stays as it was written: append-only tables, revisions that count, and who contributed to them."""

from reviews.publishing.guards.guard import guard

APPEND_ONLY = (
    "evidence_edition",
    "evidence_edition_sources",
    "evidence_notice",
    "evidence_event",
    "evidence_rowdigest",
    "evidence_sourceupdate",
    "evidence_rating",
    "evidence_consensus",
    "evidence_contributorlink",
    "evidence_reading",
    "reviews_decision",
    "reviews_confirmation",
    "reviews_point",
    "reviews_answer",
)

NAMED_REVISION = (
    "EXISTS (SELECT 1 FROM reviews_round r WHERE r.revision_id = {id}) "
    "OR EXISTS (SELECT 1 FROM evidence_edition e WHERE e.revision_id = {id})"
)

# Promise 4: whoever contributed since the last edition is looked up in these, so they stay until the next one is out.
SINCE_EDITION = """
(SELECT v.number FROM evidence_revision v WHERE v.id = {id}) > COALESCE((
    SELECT MAX(w.number) FROM evidence_edition e JOIN evidence_revision w ON w.id = e.revision_id
    WHERE e.article_id = (SELECT v.article_id FROM evidence_revision v WHERE v.id = {id})
), 0)
"""

# Promise 2: what is approved is a text, and its digest is of that text. SQLite has no SHA-256; `verify_ledger` reads
# every revision again on both.
NOT_ITS_DIGEST = "NEW.digest <> encode(sha256(convert_to(NEW.manuscript, 'UTF8')), 'hex')"

# Promise 9: an event follows the head of its chain.
NOT_THE_NEXT = """
NEW.number <> 1 + COALESCE((SELECT MAX(v.number) FROM evidence_event v WHERE v.chain = NEW.chain), 0)
OR NEW.previous <> COALESCE((
    SELECT v.digest FROM evidence_event v WHERE v.chain = NEW.chain AND v.number = NEW.number - 1
), '{genesis}')
""".format(genesis="0" * 64)


def history():
    """The guards of what is only ever added to."""
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            yield guard(table, act, f"{table} is append-only")
    yield guard("evidence_event", "INSERT", "an event follows the one before it", NOT_THE_NEXT)
    for table, revision in (("evidence_revision", "OLD.id"), ("evidence_contribution", "OLD.revision_id")):
        yield guard(table, "UPDATE", f"{table} never changes")
        counts = f"{NAMED_REVISION} OR {SINCE_EDITION}".format(id=revision)
        yield guard(table, "DELETE", f"this row of {table} still counts", counts)
    not_its_digest = "the digest is of another text"
    yield guard("evidence_revision", "INSERT", not_its_digest, NOT_ITS_DIGEST, only="postgresql")
