"""From a draft to a Manuscript: which sentences become claims, of what kind, and what they cite."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.text import slugify

from evidence.importers.sourcing import sources_of
from evidence.manuscript import BylineEntry, Citation, Claim, Manuscript, Section
from evidence.manuscript.section_kinds import guess_kind
from evidence.prose.checkable import judge
from evidence.prose.markers import mark_all, rename, sentences_of
from evidence.prose.modality import populations
from evidence.prose.proposing import EFFECTS, proposed
from evidence.prose.studied import studied
from evidence.vocabulary import ClaimKind, ClaimPopulation, SectionKind


@dataclass(frozen=True)
class Candidate:
    """A sentence that an import would make a claim: `place` is "2.0" for the first sentence of section 2."""

    place: str
    text: str
    cites: tuple[str, ...]


def candidates(draft):
    """The sentences of a draft that cite something or assert something checkable, in reading order."""
    keys = {reference.key for reference in draft.references}
    found = []
    for number, part in enumerate(draft.sections, start=1):
        for index, sentence in enumerate(sentences_of(part.body)):
            cites = tuple(key for key in sentence.markers if key in keys)
            if cites or judge(sentence.text, part.heading).checkable:
                found.append(Candidate(f"{number}.{index}", sentence.text, cites))
    return tuple(found)


def manuscript_of(draft, *, kinds=None, without=frozenset()):
    """The Manuscript of a draft: each candidate becomes a claim, its kind guessed and marked so, its citations not
    judged.

    `kinds` maps a section's number to its SectionKind where somebody chose one; `without` holds the places of
    candidates that somebody unticked.
    """
    chosen = [one for one in candidates(draft) if one.place not in without]
    claimed = {one.place: f"c{number}" for number, one in enumerate(chosen, start=1)}
    in_section = defaultdict(dict)
    for place, key in claimed.items():
        section, index = map(int, place.split("."))
        in_section[section][index] = key
    sources = sources_of(draft.references)
    kinds = kinds or {}
    sections, section_kinds = [], {}
    for number, part in enumerate(draft.sections, start=1):
        kind = kinds.get(number) or (guess_kind(part.heading) if part.heading else SectionKind.OTHER)
        section_kinds[str(number)] = kind
        body = _marked(part.body, in_section[number], draft.references)
        sections.append(Section(f"s{number}", part.heading, part.level, str(kind), body))
    claims = [
        _claim(claimed[one.place], one, section_kinds[one.place.split(".")[0]], sources) for one in chosen
    ]
    cited = {citation.source for claim in claims for citation in claim.citations}
    return Manuscript(
        title=draft.title,
        language=draft.language or "en",
        summary=draft.summary,
        byline=tuple(
            BylineEntry(
                slugify(person.name)[:60] or f"person-{place}", person.name, person.credentials, person.role
            )
            for place, person in enumerate(draft.byline, start=1)
        ),
        sections=tuple(sections),
        claims=tuple(claims),
        sources=tuple(source for source in sources.values() if source.key in cited),
    )


def _marked(body, keys, references):
    return rename(mark_all(body, keys), {reference.key: None for reference in references})


def _claim(key, candidate, section_kind, sources):
    population = guess_population(candidate.text)
    cited = dict.fromkeys(sources[reference].key for reference in candidate.cites)
    citations = tuple(Citation(source) for source in cited)
    kind = guess_claim_kind(candidate.text, section_kind)
    return Claim(key, str(kind), True, str(population), citations=citations)


def guess_population(text):
    """The ClaimPopulation that a sentence names, if it names one and no other: whom something was studied in before who
    is only spoken of."""
    named = dict(studied(text)) or populations(text)
    return ClaimPopulation(next(iter(named))) if len(named) == 1 else ClaimPopulation.UNSPECIFIED


def guess_claim_kind(text, section_kind):
    """The ClaimKind that a sentence's words point to; of an effect, its section says what kind of effect."""
    kind = proposed(text).label
    if kind not in EFFECTS:
        return ClaimKind(kind)
    by_section = {
        SectionKind.MECHANISM: ClaimKind.MECHANISM,
        SectionKind.HARMS: ClaimKind.HARM,
        SectionKind.PREGNANCY: ClaimKind.HARM,
        SectionKind.CONTRAINDICATIONS: ClaimKind.HARM,
        SectionKind.INTERACTIONS: ClaimKind.INTERACTION,
    }
    return by_section.get(section_kind, ClaimKind(kind))
