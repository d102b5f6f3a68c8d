"""The frozen shape of an article: plain, typed, immutable, with no database behind it.

Everything that people write and readers see is here and is digested; what changes by itself (dates, updates to
sources, declarations, verification) is in `circumstances`. A new field must have a default: fields at their
default are left out of the canonical form, so that no digest already stored changes.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from evidence import canonical
from evidence.prose.markers import Placement, placements

SCHEMA = 1


@dataclass(frozen=True)
class BylineEntry:
    key: str
    name: str
    credentials: str = ""
    role: str = ""


@dataclass(frozen=True)
class SearchRecord:
    databases: str = ""
    query: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Section:
    """`level` is 2 for the first level below the title; `heading` is empty for opening text."""

    key: str
    heading: str = ""
    level: int = 2
    kind: str = "other"
    body: str = ""


@dataclass(frozen=True)
class Citation:
    source: str
    stance: str = "not_judged"
    quote: str = ""
    locator: str = ""
    figure: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Claim:
    """`text` is not here: it is the sentence that carries the marker (see `Manuscript.placed`)."""

    key: str
    kind: str = "effect"
    kind_guessed: bool = False
    population: str = "unspecified"
    outcome: str = ""
    jurisdiction: str = ""
    as_of: date | None = None
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class DomainRating:
    """`steps`: levels down (negative) or up (positive); `reason` is the footnote that a non-zero step needs."""

    domain: str
    steps: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Outcome:
    key: str
    name: str = ""
    type: str = "clinical"
    comparison: str = ""
    population: str = ""
    importance: int | None = None
    participants: int | None = None
    studies: int | None = None
    direction: str = ""
    size: str = ""
    relative_effect: str = ""
    baseline_risk: str = ""
    absolute_effect: str = ""
    body: str = ""
    harm: bool = False
    domains: tuple[DomainRating, ...] = ()


@dataclass(frozen=True)
class Source:
    """A cited source: `csl` holds only the CSL-JSON fields that a reference prints."""

    key: str
    csl: Mapping = field(default_factory=dict)
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    design: str = ""
    population: str = ""
    species: str = ""
    sample_size: int | None = None
    peer_review: str = "unknown"
    level: str = ""
    funding: str = ""

    def __post_init__(self):
        object.__setattr__(self, "csl", canonical.frozen(self.csl))

    @property
    def title(self):
        return str(self.csl.get("title") or self.csl.get("raw") or self.key)

    @property
    def year(self):
        """Year of issue, or None."""
        parts = (self.csl.get("issued") or {}).get("date-parts") or ()
        return int(parts[0][0]) if parts and parts[0] and parts[0][0] else None


@dataclass(frozen=True)
class Manuscript:
    title: str
    language: str = "en"
    profile: str = "intervention_review"
    subject: str = ""
    summary: str = ""
    byline: tuple[BylineEntry, ...] = ()
    searched_up_to: date | None = None
    search: SearchRecord = field(default_factory=SearchRecord)
    funding: str = ""
    sections: tuple[Section, ...] = ()
    claims: tuple[Claim, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    sources: tuple[Source, ...] = ()

    def to_json(self):
        """Canonical text of this manuscript: what is digested, stored and verified."""
        return canonical.dumps({"schema": SCHEMA, **canonical.plain(self)})

    @cached_property
    def digest(self):
        """SHA-256 of the canonical text, in hexadecimal."""
        return digest_of(self.to_json())

    @cached_property
    def section_by_key(self):
        return {section.key: section for section in self.sections}

    @cached_property
    def claim_by_key(self):
        return {claim.key: claim for claim in self.claims}

    @cached_property
    def source_by_key(self):
        return {source.key: source for source in self.sources}

    @cached_property
    def outcome_by_key(self):
        return {outcome.key: outcome for outcome in self.outcomes}

    @cached_property
    def placed(self) -> Mapping[str, tuple[Placement, ...]]:
        """Claim key → every sentence that carries its marker, in reading order (unknown keys included)."""
        return placements(self.sections)

    def text_of(self, claim):
        """The sentence of a claim without its markers; empty while the claim is unplaced."""
        places = self.placed.get(claim.key, ())
        return places[0].text if places else ""

    def section_of(self, claim):
        """Key of the section in which a claim stands, or an empty string while it is unplaced."""
        places = self.placed.get(claim.key, ())
        return places[0].section if places else ""


def digest_of(text):
    """SHA-256 of canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def from_json(text):
    """Manuscript from the canonical text of any schema so far.

    Raises ValueError for text that is no manuscript or of a schema this release does not know.
    """
    data = canonical.loads(text)
    schema = data.pop("schema", None) if isinstance(data, dict) else None
    if schema != SCHEMA:
        raise ValueError(f"manuscript of schema {schema!r}; this release reads schema {SCHEMA}")
    return canonical.build(Manuscript, data)
