from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.lexicon import lexicon
from evidence.prose.numbers import quantities, same
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

NAMED = (
    "clinical_outcomes",
    "disease",
)  # what an effect is claimed on: the words an absent claim would bring in
SHORT = "## In short\nIt may help a little.\n\n## Effects\n"


@rule(
    "ST3",
    name=gettext_lazy("Answer first"),
    severity=Severity.WARN,
    version=2,
    standard="Cochrane plain language summaries; WP:LEAD",
    flagged=[
        example("## Effects\nIt helps."),
        example("Opening words.\n\n## Effects\nIt helps."),
        example("## Effects\nIt helped 20 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain.", summary="It cut pain by 40 %."),
        example("## Effects\nIt helps sleep.", summary="It helps sleep and memory."),
        example("## Effects\nIt helps sleep.", summary="It may ease sleep. It also works in depression."),
    ],
    passed=[
        example("## Effects\nIt helps.", summary="It may help a little."),
        example(SHORT + "It helps."),
        example("## Effects\nIt helped 30 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain by 40 %.", summary="In 2020 it cut pain by 40 %."),
        example("## Effects on memory\nIt helps a little.", summary="Memory may improve a little."),
        example(
            "## Effects\nFewer people with Alzheimer's disease fell.", summary="It may help in Alzheimer's."
        ),
    ],
)
def check(manuscript, circumstances):
    """Readers are told the answer first, in a summary; and a summary says nothing that the text below does not
    say. A figure, an outcome or a disease that stands in the summary alone is pointed out."""
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
