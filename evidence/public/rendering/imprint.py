from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Person:
    """Somebody named on the page; empty `interests` with a `declared_on` means "none declared", without one that
    nothing was declared. `declared_where` is said of what somebody else wrote down. `key` is the contributor's."""

    name: str
    credentials: str = ""
    affiliation: str = ""
    role: str = ""
    interests: str = ""
    declared_on: date | None = None
    on: datetime | None = None
    key: str = ""
    declared_where: str = ""


@dataclass(frozen=True)
class StandingWaiver:
    code: str
    message: str
    reason: str
    until: date


@dataclass(frozen=True)
class CheckList:
    """What a reviewer answered before approving, as (question, answer, reason), and when."""

    by: str
    on: datetime
    answers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Imprint:
    """Who stands behind an edition and what it was checked for; `checked_for` holds (code, name) pairs, `retracted`
    the keys of the sources that were retracted when it came out."""

    number: int
    published_at: datetime
    change_type: str = ""
    note: str = ""
    next_review: date | None = None
    authors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    checked_for: tuple[tuple[str, str], ...] = ()
    waivers: tuple[StandingWaiver, ...] = ()
    retracted: frozenset[str] = frozenset()
    check_lists: tuple[CheckList, ...] = ()
