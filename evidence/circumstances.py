"""What changes by itself: never digested, never approved, but every check is asked under it.

The value is frozen and plain, so that a check needs neither clock nor database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

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
class Declared:
    """Competing interests as a contributor declared them; an empty `interests` means "none declared"."""

    on: date
    about: str = ""
    interests: str = ""


@dataclass(frozen=True)
class Circumstances:
    """`updates`, `stored_texts`: by source key. `declarations`: by contributor key.
    `verified`: (claim key, source key) of the citations that somebody has read → the day. `settings`: by name."""

    today: date
    next_review: date | None = None
    updates: Mapping[str, tuple[Update, ...]] = field(default_factory=dict)
    stored_texts: Mapping[str, str] = field(default_factory=dict)
    declarations: Mapping[str, tuple[Declared, ...]] = field(default_factory=dict)
    verified: Mapping[tuple[str, str], date] = field(default_factory=dict)
    settings: Mapping = field(default_factory=dict)

    @property
    def retracted(self):
        """Keys of the sources with a standing retraction."""
        return frozenset(
            key
            for key, updates in self.updates.items()
            if any(update.type in RETRACTING and not update.superseded for update in updates)
        )
