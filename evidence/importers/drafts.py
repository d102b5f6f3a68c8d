"""What an importer makes of a file: a plain draft, before anything is stored."""

import datetime
from dataclasses import dataclass

from django.utils.text import slugify

from evidence.manuscript import BylineEntry, Claim, Manuscript, Section
from evidence.outline import is_container, speaks
from evidence.prose.checkable import judge
from evidence.prose.lexicon import lexicon
from evidence.prose.markers import mark, sentences_of
from evidence.prose.markup import words
from evidence.prose.modality import populations
from evidence.section_kinds import guess_kind
from evidence.vocabulary import ClaimKind, ClaimPopulation, SectionKind


class ImportRefused(Exception):
    """A file that cannot be read: the message says what, where and how to mend it."""


@dataclass(frozen=True)
class DraftSection:
    """`heading` is empty for opening text; `body` is Markdown."""

    level: int
    heading: str
    body: str


@dataclass(frozen=True)
class Draft:
    """`byline`: (name, role) pairs; `furniture`: lines set aside as belonging to the site, not the article."""

    title: str
    byline: tuple[tuple[str, str], ...] = ()
    date: datetime.date | None = None
    sections: tuple[DraftSection, ...] = ()
    furniture: tuple[str, ...] = ()

    @property
    def slug(self):
        return slugify(self.title)[:110] or "article"


def manuscript_of(draft):
    """The Manuscript of a draft: every checkable sentence becomes a claim, its kind guessed and marked so."""
    sections, claims = [], []
    for number, part in enumerate(draft.sections, start=1):
        kind = guess_kind(part.heading) if part.heading else SectionKind.OTHER
        body = _marked(part.body, kind, claims)
        sections.append(Section(f"s{number}", part.heading, part.level, str(kind), body))
    return Manuscript(
        title=draft.title,
        byline=tuple(BylineEntry(slugify(name), name, "", role) for name, role in draft.byline),
        sections=tuple(sections),
        claims=tuple(claims),
    )


def summary(draft, manuscript, flags):
    """The import as plain data for `--json`."""
    marked = {}
    for places in manuscript.placed.values():
        marked[places[0].section] = marked.get(places[0].section, 0) + 1
    return {
        "slug": draft.slug,
        "title": draft.title,
        "byline": [{"name": name, "role": role} for name, role in draft.byline],
        "date": draft.date.isoformat() if draft.date else None,
        "sections": [
            {
                "level": section.level,
                "heading": section.heading or None,
                "words": words(section.body),
                "empty": not speaks(manuscript, section, 1)
                and not is_container_with_text(manuscript, section),
                "claims": marked.get(section.key, 0),
            }
            for section in manuscript.sections
        ],
        "references": len(manuscript.sources),
        "in_text_citations": 0,
        "flags": flags,
    }


def is_container_with_text(manuscript, section):
    """Whether a heading without text of its own gathers sub-sections that say something."""
    return is_container(manuscript, section) and speaks(manuscript, section, 1)


def _marked(body, kind, claims):
    wanted = []
    for number, sentence in enumerate(sentences_of(body)):
        if judge(sentence.text).checkable:
            key = f"c{len(claims) + 1}"
            claims.append(_claim(key, sentence.text, kind))
            wanted.append((number, key))
    for number, key in reversed(wanted):
        body = mark(body, number, key)
    return body


def _claim(key, text, section_kind):
    named = populations(text)
    population = ClaimPopulation.UNSPECIFIED
    if len(named) == 1:
        population = ClaimPopulation(next(iter(named)))
    return Claim(key, str(_kind(text, section_kind)), True, str(population))


def _kind(text, section_kind):
    if lexicon("regulatory").first(text):
        return ClaimKind.REGULATORY
    by_section = {
        SectionKind.MECHANISM: ClaimKind.MECHANISM,
        SectionKind.HARMS: ClaimKind.HARM,
        SectionKind.PREGNANCY: ClaimKind.HARM,
        SectionKind.CONTRAINDICATIONS: ClaimKind.HARM,
        SectionKind.INTERACTIONS: ClaimKind.INTERACTION,
    }
    return by_section.get(section_kind, ClaimKind.EFFECT)
