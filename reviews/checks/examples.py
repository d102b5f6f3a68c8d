"""A short way to write the manuscripts that rules and tests are tried on."""

import re
from datetime import date
from string import ascii_lowercase

from evidence.appraisal.grade import LOWERING
from evidence.canonical import frozen
from evidence.manuscript import Citation, Claim, DomainRating, Manuscript, Section, Source
from evidence.manuscript.circumstances import Circumstances
from evidence.manuscript.section_kinds import guess_kind

TODAY = date(2026, 6, 1)


def example(body="", *, claims=(), sources=(), outcomes=(), circumstances=None, **fields):
    """A (Manuscript, Circumstances) pair from Markdown: `## Heading` opens a section (s1, s2, … in order), its
    kind guessed from the heading; text before the first heading is a section without one.

    Further keywords set fields of the Manuscript (title, profile, byline, …); `circumstances` is a mapping of
    fields of Circumstances (`today` is 1 June 2026 unless set).
    """
    manuscript = Manuscript(
        title=fields.pop("title", "An example"),
        sections=tuple(sections(body)),
        claims=tuple(claims),
        sources=tuple(sources),
        outcomes=tuple(outcomes),
        **fields,
    )
    return manuscript, Circumstances(**{"today": TODAY, **(circumstances or {})})


def sections(body):
    """Sections of a Markdown text, cut at its headings of level 2 and deeper."""
    parts = re.split(r"^(#{2,6}) +(.+)$", body.strip(), flags=re.M)
    opening, rest = parts[0].strip(), parts[1:]
    number = 0
    if opening:
        number += 1
        yield Section(key=f"s{number}", body=opening)
    for marks, heading, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        number += 1
        kind = str(guess_kind(heading))
        yield Section(
            key=f"s{number}", heading=heading.strip(), level=len(marks), kind=kind, body=text.strip()
        )


def claim(key, kind="effect", *cites, **fields):
    """A claim with its citations: `claim("c1", "effect", cite("a-2020"))`."""
    return Claim(key=key, kind=kind, citations=tuple(cites), **fields)


def cite(source, stance="supports", **fields):
    return Citation(source=source, stance=stance, **fields)


def cited(*sources, kind="effect", **fields):
    """The claims and the sources of a worked example: one claim c1, supported by one source for each mapping of fields
    given (a, b, c, … in order). Further keywords set fields of the claim."""
    keyed = dict(zip(ascii_lowercase, sources, strict=False))
    return {
        "claims": [claim("c1", kind, *(cite(key) for key in keyed), **fields)],
        "sources": [source(key, **of_source) for key, of_source in keyed.items()],
    }


def source(key, design="RCT", population="human_healthy", **fields):
    """A source of the library: a randomised trial in healthy people unless said otherwise."""
    csl = {"type": "article-journal", "title": key, **fields.pop("csl", {})}
    return Source(key=key, design=design, population=population, csl=frozen(csl), **fields)


def rated(reason="Few people.", **steps):
    """The domains of an outcome that was looked at from all sides: `rated(imprecision=-2)` answers the other four that
    lower with "not serious"."""
    names = dict.fromkeys([*map(str, LOWERING), *steps])
    return tuple(DomainRating(name, steps.get(name, 0), reason if steps.get(name) else "") for name in names)
