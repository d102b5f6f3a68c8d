"""What the database itself refuses: the condition of every guard.

A guard is a condition over OLD and NEW; where it holds, the statement fails with IntegrityError. They guard
against mistakes of the application, not against the database's owner.
"""

from reviews.publishing.guards_of_people import KIN, SIGNS, people
from reviews.publishing.guards_of_ratings import ratings
from reviews.publishing.guards_sql import Guard, written

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

LOCKED_ARTICLE = "EXISTS (SELECT 1 FROM evidence_article a WHERE a.id = {id} AND a.locked_at IS NOT NULL)"
OF_CLAIM = "(SELECT c.article_id FROM evidence_claim c WHERE c.id = {row}.claim_id)"
OF_OUTCOME = "(SELECT o.article_id FROM evidence_outcome o WHERE o.id = {row}.outcome_id)"

# table → (how to find the article of a row, the columns that a locked draft keeps as they are)
DRAFT = {
    "evidence_section": ("{row}.article_id", ""),
    "evidence_outcome": ("{row}.article_id", ""),
    "evidence_bylineentry": ("{row}.article_id", ""),
    "evidence_domainrating": (OF_OUTCOME, ""),
    "evidence_claim": (
        "{row}.article_id",
        "article_id, key, kind, kind_guessed, population, outcome_id, jurisdiction, as_of",
    ),
    "evidence_citation": (
        OF_CLAIM,
        "claim_id, source_id, position, stance, quote, locator, figure, unit, judged_for, judged_at, judged_by_id",
    ),
}
ARTICLE_COLUMNS = (
    "title, slug, language, profile, subject, summary, funding, searched_up_to, search_databases, "
    "search_query, search_on"
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

# Promise 1 and 4 of the design: an Edition needs its approvals, in the open round of its revision, for its
# digest, from distinct people who contributed to nothing since the last edition.
UNAPPROVED = f"""
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
        AND NOT EXISTS (
            SELECT 1 FROM evidence_contribution c
            JOIN evidence_revision v ON v.id = c.revision_id
            WHERE (c.user_id = d.reviewer_id OR c.user_id IN ({KIN})) AND v.article_id = NEW.article_id
            AND v.number > COALESCE((
                SELECT MAX(w.number) FROM evidence_edition e
                JOIN evidence_revision w ON w.id = e.revision_id
                WHERE e.article_id = NEW.article_id
            ), 0)
        )
        AND NOT EXISTS ({SIGNS})
    )
)
"""


# Promise 2: what a round was opened for stays, and an ended round ends for good, so that no approval given in it can
# count again.
OPENED_FOR = "article_id, revision_id, number, required, note, opened_at, opened_by_id"

# Promise 10: nothing goes to the reviewers again while a point that they asked for has no answer.
UNANSWERED = """
EXISTS (
    SELECT 1 FROM reviews_decision d JOIN reviews_round r ON r.id = d.round_id
    LEFT JOIN reviews_point p ON p.decision_id = d.id
    LEFT JOIN reviews_answer a ON a.point_id = p.id
    WHERE r.article_id = NEW.article_id AND d.verdict = 'request_changes' AND a.id IS NULL
)
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
IN_REVIEW = "EXISTS (SELECT 1 FROM reviews_round r WHERE r.article_id = OLD.id AND r.outcome = '')"


def guards():
    """Every guard, in the order of their names."""
    found = [*_append_only(), *_draft(), *_revisions(), *_rounds(), *_public(), *ratings(), *people()]
    return sorted(found, key=lambda guard: guard.name)


def names(vendor):
    """The names of the guards that a database of this vendor must have."""
    truncating = KEPT if vendor == "postgresql" else ()
    return {guard.name for guard in guards()} | {f"vouch_{table}_truncate" for table in truncating}


def statements(vendor):
    """The SQL that creates every guard on "sqlite" or "postgresql"."""
    return written(vendor, guards(), KEPT)


def _append_only():
    for table in APPEND_ONLY:
        for act in ("UPDATE", "DELETE"):
            message = f"{table} is append-only"
            yield Guard(f"vouch_{table}_{act.lower()}", table, act, "1 = 1", message)


def _draft():
    message = "the draft is locked"
    for table, (article, columns) in DRAFT.items():
        for act, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            when = f"UPDATE OF {columns}" if act == "UPDATE" and columns else act
            condition = LOCKED_ARTICLE.format(id=article.format(row=row))
            if act == "UPDATE":  # a row of another article is not moved into a locked draft either
                condition += " OR " + LOCKED_ARTICLE.format(id=article.format(row="NEW"))
            yield Guard(f"vouch_{table}_{act.lower()}", table, when, condition, message)
    locked = "OLD.locked_at IS NOT NULL"
    yield Guard(
        "vouch_evidence_article_update", "evidence_article", f"UPDATE OF {ARTICLE_COLUMNS}", locked, message
    )
    yield Guard("vouch_evidence_article_delete", "evidence_article", "DELETE", locked, message)


def _revisions():
    table = "evidence_revision"
    yield Guard(f"vouch_{table}_update", table, "UPDATE", "1 = 1", "a revision never changes")
    named = f"{NAMED_REVISION} OR {SINCE_EDITION}".format(id="OLD.id")
    yield Guard(f"vouch_{table}_delete", table, "DELETE", named, "this revision still counts")
    table = "evidence_contribution"
    yield Guard(f"vouch_{table}_update", table, "UPDATE", "1 = 1", "a contribution never changes")
    named = f"{NAMED_REVISION} OR {SINCE_EDITION}".format(id="OLD.revision_id")
    yield Guard(f"vouch_{table}_delete", table, "DELETE", named, "this contribution still counts")


def _rounds():
    table = "reviews_round"
    yield Guard(f"vouch_{table}_delete", table, "DELETE", "1 = 1", "a round is never deleted")
    changed = f"UPDATE OF {OPENED_FOR}"
    yield Guard(f"vouch_{table}_opened", table, changed, "1 = 1", "what a round is opened for never changes")
    yield Guard(
        f"vouch_{table}_update", table, "UPDATE", "OLD.outcome <> ''", "a round that ended never changes"
    )
    yield Guard(f"vouch_{table}_insert", table, "INSERT", UNANSWERED, "a requested change has no answer")
    table = "reviews_decision"
    yield Guard(f"vouch_{table}_insert", table, "INSERT", UNDECIDABLE, "nobody may decide this now")
    of_request = "'request_changes' = (SELECT d.verdict FROM reviews_decision d WHERE d.id = NEW.decision_id)"
    table = "reviews_point"
    yield Guard(f"vouch_{table}_insert", table, "INSERT", f"NOT {of_request}", "only a request holds points")
    locked = f"OLD.locked_at IS NOT NULL AND NEW.locked_at IS NULL AND {IN_REVIEW}"
    table = "evidence_article"
    yield Guard(f"vouch_{table}_unlock", table, "UPDATE OF locked_at", locked, "the draft is in review")


def _public():
    yield Guard(
        "vouch_evidence_edition_insert",
        "evidence_edition",
        "INSERT",
        UNAPPROVED,
        "the edition lacks approvals",
    )
    foreign = "NEW.article_id <> (SELECT e.article_id FROM evidence_edition e WHERE e.id = NEW.edition_id)"
    for act in ("INSERT", "UPDATE"):
        yield Guard(
            f"vouch_evidence_publication_{act.lower()}",
            "evidence_publication",
            act,
            foreign,
            "the edition belongs to another article",
        )


KEPT = (*APPEND_ONLY, "evidence_revision")
# Every table that a guard stands on or asks.
TABLES = frozenset({*(guard.table for guard in guards()), "reviews_assignment"})
