import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import BylineEntry, Outcome, SearchRecord
from evidence.prose import shown
from evidence.prose.asserting import asserts
from evidence.prose.sentences import split
from evidence.vocabulary import Severity
from reviews.checks import declared, ties
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

PROMISE = "Tea restores lost memory in healthy adults"
TOLD = {
    "claims": [
        claim("c1", "effect", cite("a", quote="It improves memory and mood in adults."), population="people")
    ],
    "sources": [source("a")],
    "subject": "Tea",
}


@rule(
    "SR14",
    name=gettext_lazy("Assertion where no claim can stand"),
    severity=Severity.BLOCK,
    standard="House rule: what readers are shown is claimed and sourced, wherever it stands",
    flagged=[
        example(f"## {PROMISE}\n\nWords.", subject="Tea"),
        example(f"> {PROMISE}.", subject="Tea"),
        example(f"```\n{PROMISE}.\n```", subject="Tea"),
        example("Words.", subject="Tea", title=PROMISE),
        example("Words.", subject="Tea", outcomes=[Outcome("o1", PROMISE)]),
        example("Words.", subject="Tea", byline=(BylineEntry("ada", "Ada", f"MSc. {PROMISE}"),)),
    ],
    passed=[
        example("## Does tea restore lost memory?\n\nWords.", subject="Tea"),
        example("## Effects of tea on memory\n\nWords.", subject="Tea"),
        example("Tea may improve memory in adults.[^c1]\n\n> It improves memory and mood in adults.", **TOLD),
        example("## Tea may improve memory\n\nTea may improve memory in adults.[^c1]", **TOLD),
        example("> In rats tea restores memory.", subject="Tea"),
        example("Words.", subject="Tea", search=SearchRecord("MEDLINE", "tea AND memory")),
    ],
)
def check(manuscript, circumstances):
    """Headings, quotations, code, the titles of links and the fields that are printed carry no marker, and are read all
    the same. What they assert of people stands in the text as a claim with its source, no less strongly, or a citation
    holds the words that are quoted; else it is put as a question, or taken out. The code is new, for its subject is no
    sentence that could be ticked."""
    quotes = [
        _plain(cited.quote)
        for claim_ in manuscript.claims
        for cited in claim_.citations
        if cited.quote.strip()
    ]
    for subject, where, text in _texts(manuscript):
        for start, end in split(text) or ((0, len(text)),):
            words = text[start:end]
            if asserts(words, declared.agents(manuscript)).label == "none" or _is_told(
                manuscript, words, where, quotes
            ):
                continue
            yield Finding(
                subject=subject,
                words=words,
                message=_("“%(words)s” asserts something where no claim can stand.") % {"words": words},
                mend=_(
                    "Say it in the text as a claim with its source, ask it as a question, or take it out."
                ),
            )


def _is_told(manuscript, words, where, quotes):
    if where == shown.QUOTATION and any(_plain(words) in quote for quote in quotes):
        return True
    return where == shown.HEADING and ties.is_borne(manuscript, words, heading=True)


def _plain(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def _texts(manuscript):
    """(subject, where, text) of everything that is printed and is no sentence of a body."""
    yield "article", shown.HEADING, manuscript.title
    yield "article", "field", manuscript.subject
    yield "article", "field", manuscript.funding
    yield "article", "field", manuscript.search.databases
    yield "article", "field", manuscript.search.query
    for one in manuscript.byline:
        for text in (one.name, one.credentials, one.role):
            yield f"byline:{one.key}", "field", text
    for section in manuscript.sections:
        yield f"section:{section.key}", shown.HEADING, section.heading
        for where, text in shown.unmarkable(section.body):
            yield f"section:{section.key}", where, text
    for claim_ in manuscript.claims:
        yield f"claim:{claim_.key}", "field", claim_.jurisdiction
        for cited in claim_.citations:
            for text in (cited.locator, cited.unit):
                yield f"claim:{claim_.key}", "field", text
    for outcome in manuscript.outcomes:
        for text in _of_outcome(outcome):
            yield f"outcome:{outcome.key}", "field", text


def _of_outcome(outcome):
    yield from (outcome.name, outcome.comparison, outcome.population)
    yield from (outcome.relative_effect, outcome.baseline_risk, outcome.absolute_effect)
    yield from (rating.reason for rating in outcome.domains)
