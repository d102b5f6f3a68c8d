"""Rows of this app for which the ledger vouches, and those for which it does not, with the reason.

A new model gets a line in one of the two tables; a new column of a covered one is covered.
"""

from evidence.models.article import Article
from evidence.models.byline import BylineEntry
from evidence.models.citation import Citation
from evidence.models.claim import Claim
from evidence.models.comparison import Comparison
from evidence.models.consensus import Consensus
from evidence.models.contributor import Contributor
from evidence.models.contributor_link import ContributorLink
from evidence.models.coverage import Covered, cover
from evidence.models.declaration import Declaration
from evidence.models.domain_rating import DomainRating
from evidence.models.edition import Edition
from evidence.models.event import Event
from evidence.models.job import Job
from evidence.models.notice import Notice
from evidence.models.outcome import Outcome
from evidence.models.publication import Publication
from evidence.models.rating import Rating
from evidence.models.reading import Reading
from evidence.models.revision import Contribution, Revision
from evidence.models.row_digest import RowDigest
from evidence.models.section import Section
from evidence.models.source import Source
from evidence.models.source_alias import SourceAlias
from evidence.models.source_term import IndexedSource, SourceTerm
from evidence.models.source_update import SourceUpdate
from evidence.models.topic import Topic

COVERED = (
    Covered(Comparison),
    Covered(Consensus),
    Covered(Contribution),
    Covered(Contributor),
    Covered(ContributorLink),
    Covered(Declaration),
    Covered(Edition, many=("sources",)),
    Covered(Notice),
    Covered(Publication, many=("topics",)),
    Covered(Rating),
    Covered(Reading),
    Covered(Revision),
    Covered(SourceUpdate),
)

DRAFT = "Of the draft: what counts of it is frozen in a Revision."
INDEX = "Counted from the library: the index is built again at will."
LEFT_OUT = {
    Article: DRAFT,
    BylineEntry: DRAFT,
    Citation: DRAFT,
    Claim: DRAFT,
    DomainRating: DRAFT,
    Event: "The ledger itself: its chain covers it.",
    IndexedSource: INDEX,
    Job: "Work under way; what comes of it has events of its own.",
    Outcome: DRAFT,
    RowDigest: "The ledger itself: its event covers it.",
    Section: DRAFT,
    Source: "Of the library: what a text says of a source is frozen in its Revision.",
    SourceAlias: "Names under which a work is found; what is said of it is frozen in Revisions.",
    SourceTerm: INDEX,
    Topic: "A word for classification.",
}

cover(*COVERED)
