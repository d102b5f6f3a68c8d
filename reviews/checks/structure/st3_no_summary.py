from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.asserting import asserts
from evidence.prose.lexicon import lexicon
from evidence.prose.markers import sentences_of
from evidence.prose.numbers import quantities, same
from evidence.prose.sentences import split
from evidence.vocabulary import Severity
from reviews.checks import declared, evidence, ties, unmarked
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import Finding, rule

NAMED = (
    "clinical_outcomes",
    "disease",
)  # what an effect is claimed on: the words an absent claim would bring in
SHORT = "## In short\nIt may help a little.\n\n## Effects\n"
TOLD = {
    "claims": [claim("c1", "effect", cite("a"), population="people")],
    "sources": [source("a")],
    "subject": "Tea",
}
BODY = "## Effects on memory\nIn one trial tea may improve memory a little.[^c1]"


@rule(
    "ST3",
    name=gettext_lazy("Answer first"),
    severity=Severity.WARN,
    version=3,
    standard="Cochrane plain language summaries; WP:LEAD",
    flagged=[
        example("## Effects\nIt helps."),
        example("Opening words.\n\n## Effects\nIt helps."),
        example("## Effects\nIt helped 20 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain.", summary="It cut pain by 40 %."),
        example("## Effects\nIt helps sleep.", summary="It helps sleep and memory."),
        example("## Effects\nIt helps sleep.", summary="It may ease sleep. It also works in depression."),
        example(BODY, **TOLD, summary="Tea restores lost memory."),
        example(f"## In short\nTea cures memory loss.\n\n{BODY}", **TOLD),
        example("## Effects\nTea improves memory.", subject="Tea", summary="Tea improves memory."),
    ],
    passed=[
        example("## Effects\nIt helps.", summary="It may help a little."),
        example(SHORT + "It helps."),
        example("## Effects\nIt helped 30 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain by 40 %.[^c1]", **TOLD, summary="In 2020 it cut pain by 40 %."),
        example(BODY, **TOLD, summary="Memory may improve a little with tea."),
        example(f"## In short\nTea may improve memory slightly.\n\n{BODY}", **TOLD),
        example(
            "## Effects\nFewer people with Alzheimer's disease fell.[^c1]",
            **TOLD,
            summary="It may help in Alzheimer's.",
        ),
    ],
)
def check(manuscript, circumstances):
    """Readers are told the answer first, in a summary; and a summary says nothing that the text below does not
    say. A figure, an outcome or a disease that stands in the summary alone is pointed out. What it asserts of people
    blocks unless a sourced claim of the text says the same: the same matter, no more strongly, in no other direction
    and of no other beings; or unless it is marked as a claim itself."""
    if not manuscript.summary.strip() and not any(map(evidence.is_summary, manuscript.sections)):
        yield Finding(
            subject="article",
            words=_("summary"),
            message=_("The page does not answer first: it has no summary."),
            mend=_("Write two or three sentences that say what is known and how surely."),
        )
    for words in (*_figures_alone(manuscript), *_named_alone(manuscript)):
        yield Finding(
            subject="article",
            words=words,
            message=_("The summary says “%(words)s”, the text below does not.") % {"words": words},
            mend=_("Say it in the text too, as a claim with its source, or take it out of the summary."),
        )
    for subject, words in _untied(manuscript):
        yield Finding(
            subject=subject,
            words=words,
            severity=Severity.BLOCK,
            message=_("The summary says “%(words)s”; no sourced claim of the text bears that.")
            % {"words": words},
            mend=_("Word it as a claim of the text does, make that claim first, or take it out."),
        )


def _figures_alone(manuscript):
    values = [
        value for section in manuscript.sections for one in quantities(section.body) for value in one.values
    ]
    for figure in quantities(manuscript.summary):
        if not all(any(same(value, known) for known in values) for value in figure.values):
            yield figure.words


def _named_alone(manuscript):
    below = " ".join(f"{one.heading}\n{one.body}" for one in manuscript.sections).casefold()
    for name in NAMED:
        for _start, _end, words in lexicon(name).find(manuscript.summary):
            if words.casefold() not in below:
                yield words


def _untied(manuscript):
    """(subject, words) of what a summary asserts of people and no claim bears."""
    for subject, words in _in_summaries(manuscript):
        asserted = asserts(words, declared.agents(manuscript)).label != "none"
        if (asserted and not ties.is_borne(manuscript, words)) or unmarked.quotes(manuscript, words):
            yield subject, words
    for section in filter(evidence.is_summary, manuscript.sections):
        for words in unmarked.in_pieces(manuscript, section):
            yield f"section:{section.key}", words


def _in_summaries(manuscript):
    # The field is shown as plain text: a marker says nothing in it, nor does any other mark.
    for start, end in split(manuscript.summary):
        yield "article", manuscript.summary[start:end]
    for section in filter(evidence.is_summary, manuscript.sections):
        for sentence in sentences_of(section.body):
            if not sentence.markers:
                yield f"section:{section.key}", sentence.text
