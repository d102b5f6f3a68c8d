from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.prose.numbers import quantities, same
from evidence.vocabulary import Severity
from reviews.checks import evidence
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

SHORT = "## In short\nIt may help a little.\n\n## Effects\n"


@rule(
    "ST3",
    name=gettext_lazy("Answer first"),
    severity=Severity.WARN,
    standard="Cochrane plain language summaries; WP:LEAD",
    flagged=[
        example("## Effects\nIt helps."),
        example("Opening words.\n\n## Effects\nIt helps."),
        example("## Effects\nIt helped 20 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain.", summary="It cut pain by 40 %."),
    ],
    passed=[
        example("## Effects\nIt helps.", summary="It may help a little."),
        example(SHORT + "It helps."),
        example("## Effects\nIt helped 30 people.", summary="It helped 30 people."),
        example("## Effects\nIt cut pain by 40 %.", summary="In 2020 it cut pain by 40 %."),
    ],
)
def check(manuscript, circumstances):
    """Readers are told the answer first, in a summary; and a summary says nothing that the text below does not
    say. A figure that stands in the summary alone is pointed out."""
    if not manuscript.summary.strip() and not any(map(evidence.is_summary, manuscript.sections)):
        yield Finding(
            subject="article",
            words=_("summary"),
            message=_("The page does not answer first: it has no summary."),
            mend=_("Write two or three sentences that say what is known and how surely."),
        )
    values = [
        value for section in manuscript.sections for one in quantities(section.body) for value in one.values
    ]
    for figure in quantities(manuscript.summary):
        if not all(any(same(value, known) for known in values) for value in figure.values):
            yield Finding(
                subject="article",
                words=figure.words,
                message=_("The summary says “%(words)s”, the text below does not.") % {"words": figure.words},
                mend=_("Say it in the text too, as a claim with its source, or take it out of the summary."),
            )
