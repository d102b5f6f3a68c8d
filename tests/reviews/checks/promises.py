"""Sentences that must never reach readers unsourced, and everything somebody may declare of them or do to them."""

from dataclasses import replace
from itertools import product

from evidence.manuscript import BylineEntry, Citation, Claim, DomainRating, Outcome, Section
from evidence.vocabulary import ClaimKind, ClaimPopulation, SectionKind
from tests import builders

SENTENCES = (
    "Noopept restores lost memory within a week in healthy adults.",
    "Noopept improves memory in people.",
    "Lemon balm cures insomnia in children.",
    "Lemon balm makes people fall asleep twice as fast.",
    "It prevents dementia.",
    "Lemon balm gives you back the memory you lost.",
    "Your memory comes back with lemon balm.",
    "People who drink lemon balm tea remember more.",
    "Thanks to lemon balm, adults forget less.",
    "Lemon balm unlocks your brain.",
    "Lemon balm is a cure for anxiety.",
    "Users of lemon balm report a clearer mind.",
    "Lemon balm is safe for the liver.",
    "Lemon balm damages the kidneys of older people.",
    "Lemon balm is good for memory.",
    "Nothing restores memory like lemon balm.",
    "No doubt, lemon balm lifts a low mood.",
    "Lemon balm, first tested in rats, restores lost memory.",
    "Seven in ten healthy adults regained their memory with lemon balm.",
    "Lemon balm does not just calm the mind, it heals it.",
    "Researchers agree that lemon balm restores memory.",
    "Lemon balm may restore memory in healthy adults.",
    "Lemon balm supercharges recall in students.",
    "No study was found, and lemon balm restores memory.",
    "Lemon balm is a herb that restores lost memory.",
    "In 1996 lemon balm restored the memory of forty adults.",
    "Lemon balm never fails to sharpen the mind.",
    "No study found that lemon balm fails to restore memory.",
)
KINDS, POPULATIONS = tuple(ClaimKind.values), tuple(ClaimPopulation.values)
LENIENT = ("absence", "definition", "mechanism", "historical", "epidemiology", "regulatory")
SECTIONS = tuple(SectionKind.values)
STANCES = ((), ("not_judged",), ("mentions",), ("contradicts",), ("mentions", "contradicts"))
SURE = Outcome(
    "o9",
    "Taste",
    direction="increases",
    size="large",
    body="randomised",
    domains=tuple(
        DomainRating(name)
        for name in ("risk_of_bias", "inconsistency", "indirectness", "imprecision", "publication_bias")
    ),
)
LINKS = ("", "o1", "o9", "o99")


def bare(sentence):
    return sentence.rstrip(".")


def halves(sentence):
    words = bare(sentence).split()
    middle = max(2, len(words) // 2)
    return " ".join(words[:middle]), " ".join(words[middle:])


# How a sentence stands in a body; {k} are the markers of its claims, where they can stand.
PLACEMENTS = {
    "end": lambda s, k: f"{s}{k}",
    "before the stop": lambda s, k: f"{bare(s)}{k}.",
    "opening": lambda s, k: f"{s.split(' ', 1)[0]}{k} {s.split(' ', 1)[1]}",
    "emphasis": lambda s, k: f"**{s}**{k}",
    "linked": lambda s, k: f"[{bare(s)}](https://example.org).{k}",
    "item": lambda s, k: f"- Words.\n- {s}{k}",
    "cell": lambda s, k: f"| What | Said |\n|---|---|\n| Here | {s}{k} |",
    "quotation marks": lambda s, k: f"“{s}”{k}",
    "straight marks": lambda s, k: f'"{s}"{k}',
    "caption": lambda s, k: f"*Figure 1. {s}*{k}",
    "picture": lambda s, k: f"[Picture left out: {bare(s)}]{k}",
    "two sentences": lambda s, k: f"{halves(s)[0]}.{k} {halves(s)[1].capitalize()}.",
    "after a report": lambda s, k: f"A trial found no difference. {s}{k}",
    "after a denial": lambda s, k: f"No study was found; {s[0].lower()}{s[1:]}{k}",
}
UNMARKED = {
    **{name: (lambda s, place=place: place(s, "")) for name, place in PLACEMENTS.items()},
    "quotation": lambda s: f"Words here.\n\n> {s}",
    "heading inside": lambda s: f"### {bare(s)}\n\nWords here.",
    "fence": lambda s: f"```\n{s}\n```",
    "indented": lambda s: f"Words here.\n\n    {s}",
    "code": lambda s: f"Here: `{s}`",
    "title of a link": lambda s: f'See [here](https://example.org "{bare(s)}").',
    "quotation with a list": lambda s: f"> - {s}",
    "attributed": lambda s: f"Sellers say: “{s}”",
}
FIELDS = {
    "summary": lambda m, s: replace(m, summary=s),
    "summary beside others": lambda m, s: replace(m, summary=f"{m.summary} {s}"),
    "summary as a quotation": lambda m, s: replace(m, summary=f"> {s}"),
    "title": lambda m, s: replace(m, title=bare(s)),
    "subject": lambda m, s: replace(m, subject=f"{m.subject}. {s}"),
    "funding": lambda m, s: replace(m, funding=s),
    "searched": lambda m, s: replace(m, search=replace(m.search, databases=s)),
    "credentials": lambda m, s: replace(m, byline=(BylineEntry("ada-lind", "Ada Lind", s, "Author"),)),
    "heading": lambda m, s: with_heading(s),
    "outcome": lambda m, s: replace(m, outcomes=(*m.outcomes, Outcome("o8", bare(s)))),
    "comparison": lambda m, s: replace(m, outcomes=(replace(m.outcomes[0], comparison=s), *m.outcomes[1:])),
    "effect": lambda m, s: replace(m, outcomes=(replace(m.outcomes[0], absolute_effect=s), *m.outcomes[1:])),
    "reason": lambda m, s: replace(
        m, outcomes=(replace(m.outcomes[0], domains=(DomainRating("imprecision", -2, s),)), *m.outcomes[1:])
    ),
}
# Fields somebody may empty to be asked less.
EMPTIED = {
    "nothing": {},
    "subject": {"subject": ""},
    "subject and title": {"subject": "", "title": "A page"},
    "outcomes": {"outcomes": ()},
    "profile": {"profile": "explainer"},
    "language": {"language": "la"},
}


# What stands before a promise, so that no rule blocks for the lack of words or of any source at all.
SOUND = (
    "A trial in 40 adults found that lemon balm may improve sleep slightly.[^c60]\n\n"
    "The words below were added later by somebody who wanted them to stand there, and they are read by all who come."
)


def with_body(body, claims=(), section="other", **changes):
    """The sound review with one section more, which begins soundly."""
    m = builders.manuscript()
    added = Section("s20", "Further words", 2, section, f"{SOUND}\n\n{body}")
    sourced = replace(m.claim_by_key["c3"], key="c60")
    fields = {"outcomes": (*m.outcomes, SURE), **changes}
    return replace(m, sections=(*m.sections, added), claims=(*m.claims, sourced, *claims), **fields)


def with_heading(sentence):
    m = with_body("")
    return replace(m, sections=(*m.sections[:-1], replace(m.sections[-1], heading=bare(sentence))))


def declared_as(kind, population, link="", stances=(), key="c50"):
    cited = tuple(Citation(("alder-2019", "birch-2021")[n], stance) for n, stance in enumerate(stances))
    return Claim(key, kind, population=population, outcome=link, citations=cited, jurisdiction="US")


def declarations():
    return product(KINDS, POPULATIONS)
