"""Manuscripts of any size that every check lets through, so that the gate can be walked with them."""

from dataclasses import replace

from evidence.manuscript import Citation, Claim, Section
from tests import builders

WHAT = (
    "sleep",
    "calm",
    "alertness",
    "mood",
    "attention",
    "rest",
    "waking",
    "dreaming",
    "drowsiness",
    "comfort",
)
HOW = ("slightly", "a little", "in some adults", "for a week", "in the evening", "after two weeks")


def manuscript(sections, claims, sources):
    """The lemon balm review grown to so many sections, claims and sources (numbers; at least those of the cast)."""
    base = builders.manuscript()
    added = [replace(base.sources[0], key=f"study-{n}", doi=f"10.5555/study.{n}") for n in range(sources - 3)]
    library = (*base.sources, *(_titled(source, n) for n, source in enumerate(added)))
    grown, claimed, number = [], [], 10
    each = max(1, (claims - 10) // max(1, sections - len(base.sections)))
    for place in range(sections - len(base.sections)):
        sentences = []
        for _claim in range(each):
            number += 1
            people = 30 + number
            sentences.append(f"{_sentence(number, people)}[^c{number}]")
            citation = Citation(
                library[number % len(library)].key, "supports", figure=str(people), unit="adults"
            )
            citation = replace(citation, source="alder-2019") if citation.source == "cedar-2010" else citation
            claimed.append(
                Claim(f"c{number}", "effect", population="people", outcome="o1", citations=(citation,))
            )
        grown.append(
            Section(f"s{place + 9}", f"Effects, part {place + 1}", 2, "effects", " ".join(sentences))
        )
    return replace(
        base,
        sections=(*base.sections, *grown),
        claims=(*base.claims, *claimed),
        sources=_cited(library, claimed, base),
    )


def _sentence(number, people):
    what, how = WHAT[number % len(WHAT)], HOW[number % len(HOW)]
    return f"A trial in {people} adults found that lemon balm may improve {what} {how}."


def _titled(source, number):
    return replace(source, csl={**source.csl, "title": f"Lemon balm, study {number}"})


def _cited(library, claims, base):
    used = {citation.source for claim in (*base.claims, *claims) for citation in claim.citations}
    return tuple(source for source in library if source.key in used)
