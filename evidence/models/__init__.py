"""What we say and on what grounds: rows, one noun a file; QuerySets carry the filters, in spoken words.

Import the nouns from here. It imports `manuscript` and what lies beneath.
"""

from evidence.models.article import Article
from evidence.models.byline import BylineEntry
from evidence.models.citation import Citation
from evidence.models.claim import Claim
from evidence.models.comparison import Comparison
from evidence.models.consensus import Consensus
from evidence.models.contributor import Contributor
from evidence.models.contributor_link import ContributorLink
from evidence.models.covered import COVERED, LEFT_OUT
from evidence.models.declaration import Declaration
from evidence.models.domain_rating import DomainRating
from evidence.models.edition import Edition
from evidence.models.event import Event
from evidence.models.job import Job
from evidence.models.notice import Notice
from evidence.models.outcome import Outcome
from evidence.models.persons import Persons
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

__all__ = [
    "COVERED",
    "LEFT_OUT",
    "Article",
    "BylineEntry",
    "Citation",
    "Claim",
    "Comparison",
    "Consensus",
    "Contribution",
    "Contributor",
    "ContributorLink",
    "Declaration",
    "DomainRating",
    "Edition",
    "Event",
    "IndexedSource",
    "Job",
    "Notice",
    "Outcome",
    "Persons",
    "Publication",
    "Rating",
    "Reading",
    "Revision",
    "RowDigest",
    "Section",
    "Source",
    "SourceAlias",
    "SourceTerm",
    "SourceUpdate",
    "Topic",
]
