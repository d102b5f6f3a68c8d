from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule

SEARCHED, NEXT = date(2026, 5, 1), {"next_review": date(2027, 5, 1)}


@rule(
    "GV4",
    name=gettext_lazy("Dates missing"),
    severity=Severity.BLOCK,
    standard="JAMA benchmarks (currency); DISCERN 5; PIF TICK",
    flagged=[
        example("Text."),
        example("Text.", searched_up_to=SEARCHED),
        example("Text.", circumstances=NEXT),
        example("Text.", searched_up_to=date(2027, 1, 1), circumstances=NEXT),
    ],
    passed=[
        example("Text.", searched_up_to=SEARCHED, circumstances=NEXT),
        example("", searched_up_to=SEARCHED, circumstances=NEXT),
        example("Text.", searched_up_to=date(2026, 6, 1), circumstances=NEXT),
        example("In 2020 it began.", searched_up_to=SEARCHED, circumstances=NEXT),
    ],
)
def check(manuscript, circumstances):
    """Readers must see up to when the evidence was searched, and when the page will be looked at again. The dates
    of review and publication are set when it is published."""
    searched = manuscript.searched_up_to
    if searched is None or searched > circumstances.today:
        yield Finding(
            subject="article",
            words=_("evidence searched up to"),
            message=_("The page does not say up to when the evidence was searched, or names a future day."),
            mend=_("Enter “evidence searched up to”."),
        )
    if circumstances.next_review is None:
        yield Finding(
            subject="article",
            words=_("next review on"),
            message=_("No date is set for the next review."),
            mend=_("Enter “next review on”, within three years."),
        )
