"""What changes by itself: never digested, never approved, but every check is asked under it.

The value is frozen and plain, so that a check needs neither clock nor database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from evidence.manuscript.vouching import Lapse
from evidence.vocabulary import RETRACTING


@dataclass(frozen=True)
class Update:
    """Something that happened to a source later: one of Crossref's twelve types, as somebody asserted it."""

    type: str
    on: date | None = None
    notice: str = ""
    asserted_by: str = ""
    superseded: bool = False


@dataclass(frozen=True)
class Resolved:
    """What an identifier leads to by the service that was asked last: title and year (None for unknown)."""

    title: str
    year: int | None = None
    service: str = ""


@dataclass(frozen=True)
class Declared:
    """Competing interests as a contributor declared them; an empty `interests` means "none declared"."""

    on: date
    about: str = ""
    interests: str = ""


@dataclass(frozen=True)
class Circumstances:
    """By source key: `updates`; `stored_texts`; `resolved`; `dead_links`, the address of those that failed twice in a
    row; `published_as`, the title of a preprint's version of record; `retracted_inside`, titles of the retracted
    studies that a cited review includes; `issns`, those of its journal; `listed`, the title of what came with the
    article's reference list. `distinct`: pairs of source keys, in order, that somebody said are two works. By
    contributor key: `declarations`. By (claim key, source key): `verified`, the day on which somebody read the
    citation for the words it has; `lapsed`, a judgement that was given for other words. By name: `settings`."""

    today: date
    next_review: date | None = None
    updates: Mapping[str, tuple[Update, ...]] = field(default_factory=dict)
    stored_texts: Mapping[str, str] = field(default_factory=dict)
    declarations: Mapping[str, tuple[Declared, ...]] = field(default_factory=dict)
    verified: Mapping[tuple[str, str], date] = field(default_factory=dict)
    lapsed: Mapping[tuple[str, str], Lapse] = field(default_factory=dict)
    resolved: Mapping[str, Resolved] = field(default_factory=dict)
    dead_links: Mapping[str, str] = field(default_factory=dict)
    published_as: Mapping[str, str] = field(default_factory=dict)
    retracted_inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    issns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=dict)
    distinct: frozenset[tuple[str, str]] = frozenset()
    settings: Mapping = field(default_factory=dict)

    @property
    def retracted(self):
        """Keys of the sources with a standing retraction."""
        return frozenset(
            key
            for key, updates in self.updates.items()
            if any(update.type in RETRACTING for update in standing(updates))
        )


def standing(updates):
    """The Updates of one source that still say what they said: not superseded, nor lifted by one that is, of the same
    type and either later or by the same notice."""
    lifted = [one for one in updates if one.superseded]
    return [one for one in updates if not one.superseded and not any(_lifts(later, one) for later in lifted)]


def _lifts(later, one):
    same = (later.notice, later.asserted_by) == (one.notice, one.asserted_by)
    return later.type == one.type and (same or bool(later.on and one.on and later.on >= one.on))
