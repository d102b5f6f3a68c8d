"""A locked draft keeps what is digested of it, and no row of any draft becomes another's."""

from reviews.publishing.guards.guard import columns_but, guard

LOCKED = "EXISTS (SELECT 1 FROM evidence_article a WHERE a.id = {id} AND a.locked_at IS NOT NULL)"
OF_CLAIM = "(SELECT c.article_id FROM evidence_claim c WHERE c.id = {row}.claim_id)"
OF_OUTCOME = "(SELECT o.article_id FROM evidence_outcome o WHERE o.id = {row}.outcome_id)"
OF_ARTICLE = "{row}.article_id"

# table → (how to find the article of a row, what is free while the draft is locked, what never changes)
DRAFT = {
    "evidence_section": (OF_ARTICLE, (), ("id", "article_id", "key")),
    "evidence_outcome": (OF_ARTICLE, (), ("id", "article_id", "key")),
    "evidence_bylineentry": (OF_ARTICLE, (), ("id", "article_id")),
    "evidence_domainrating": (OF_OUTCOME, (), ("id",)),
    # Derived from the prose, which is locked itself.
    "evidence_claim": (OF_ARTICLE, ("text", "section_id", "position"), ("id", "article_id", "key")),
    # Who has read a citation is a stamp, given during a review.
    "evidence_citation": (
        OF_CLAIM,
        ("figure_read_by_id", "verified_at", "verified_by_id", "verified_against", "verified_for"),
        ("id",),
    ),
}
# Undigested, changed by verbs of their own.
FREE_OF_ARTICLE = (
    "next_review_on", "last_section", "last_claim", "last_outcome", "locked_at", "locked_by_id", "locked_for",
)  # fmt: skip

IN_REVIEW = "EXISTS (SELECT 1 FROM reviews_round r WHERE r.article_id = OLD.id AND r.outcome = '')"
PUBLISHED = "EXISTS (SELECT 1 FROM evidence_edition e WHERE e.article_id = OLD.id)"


def drafts():
    """The guards of articles and of what belongs to their drafts."""
    for table, (article, free, kept) in DRAFT.items():
        yield from _rows(table, article, columns_but(table, *free))
        yield guard(table, "UPDATE", "a row keeps its keys", named="kept", frozen=kept)
    yield from _articles()


def _rows(table, article, frozen):
    message = "the draft is locked"
    before, after = (LOCKED.format(id=article.format(row=row)) for row in ("OLD", "NEW"))
    yield guard(table, "INSERT", message, after)
    yield guard(table, "DELETE", message, before)
    # A row of another article is not moved into a locked draft either.
    yield guard(table, "UPDATE", message, f"{before} OR {after}", frozen=frozen)


def _articles():
    table, locked = "evidence_article", "OLD.locked_at IS NOT NULL"
    yield guard(table, "UPDATE", "the draft is locked", locked, frozen=columns_but(table, *FREE_OF_ARTICLE))
    yield guard(table, "DELETE", "it is locked or was published", f"{locked} OR {PUBLISHED}")
    opened = f"{locked} AND NEW.locked_at IS NULL AND {IN_REVIEW}"
    yield guard(table, "UPDATE", "the draft is in review", opened, named="unlock")
    # Readers' links hold; a published article is withdrawn, never discarded.
    kept = ("slug", "discarded_at", "discarded_by_id")
    yield guard(table, "UPDATE", "it was published", PUBLISHED, named="address", frozen=kept)
    yield guard(table, "UPDATE", "a row keeps its keys", named="kept", frozen=("id",))
