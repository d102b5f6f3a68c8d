"""What an importer makes of a file: plain data, before anything is stored."""

import datetime
from dataclasses import dataclass, field

from django.utils.text import slugify


@dataclass(frozen=True)
class DraftPerson:
    name: str
    role: str = ""
    credentials: str = ""


@dataclass(frozen=True)
class DraftSection:
    """`level` is 2 below the title; `heading` is empty for opening text; `body` is Markdown."""

    level: int
    heading: str
    body: str


@dataclass(frozen=True)
class DraftReference:
    """One entry of a reference list. `label` is what the text calls it ("12"); `csl` what could be read of it.

    In a finished draft the text carries `[^key]` wherever it cites this entry.
    """

    key: str
    label: str
    raw: str
    csl: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """`furniture`: lines set aside as belonging to the site; `footnotes`: (label, text) pairs not yet resolved;
    `records`: CSL records that the file itself keeps for some of these, by label; `cited`: how many citations the text
    holds; `problems`: what a person should look at, in sentences."""

    title: str
    byline: tuple[DraftPerson, ...] = ()
    date: datetime.date | None = None
    language: str = ""
    summary: str = ""
    sections: tuple[DraftSection, ...] = ()
    furniture: tuple[str, ...] = ()
    footnotes: tuple[tuple[str, str], ...] = ()
    records: dict = field(default_factory=dict)
    references: tuple[DraftReference, ...] = ()
    cited: int = 0
    problems: tuple[str, ...] = ()

    @property
    def slug(self):
        return slugify(self.title)[:110].strip("-") or "article"
