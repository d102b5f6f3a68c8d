from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import faults
from evidence.manuscript import DomainRating, Outcome
from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.rule import Finding, rule


def of(*ratings, body="observational"):
    domains = tuple(DomainRating(*rating) for rating in ratings)
    return {"outcomes": [Outcome("o1", "sleep", body=body, domains=domains)]}


@rule(
    "EF9",
    name=gettext_lazy("Rating does not add up"),
    severity=Severity.BLOCK,
    version=2,
    standard="GRADE guidelines 9",
    flagged=[
        example("", **of(("large_effect", 3, "Huge."))),
        example("", **of(("indirectness", -3, "Other people."))),
        example("", **of(("large_effect", 1), ("imprecision", -1, "Few people."))),
        example("", **of(("risk_of_bias", 1, "None."))),
        example("", **of(("risk_of_bias", -3, "No control group."))),
        example("", **of(("large_effect", 1, "Large."), body="randomised")),
        example("", **of(("large_effect", 2, "Huge."), ("imprecision", -1, "Few people."))),
        example("", **of(("indirectness", -1, "Rats."), body="animal")),
        example("", **of(("imprecision", -1, "Few cells."), body="cells")),
    ],
    passed=[
        example("", **of(("large_effect", 2, "Relative risk above 5."))),
        example("", **of(("imprecision", -3, "Six people."))),
        example("", **of(("large_effect", 1, "Large in spite of few."), ("imprecision", -1, "Few people."))),
        example("", **of()),
        example("", **of(("risk_of_bias", -3, "Confounding."), body="observational_robins")),
        example("", **of(("indirectness", -2, "Rats."), body="animal")),
        example("", **of(body="no_studies")),
    ],
)
def check(manuscript, circumstances):
    """GRADE moves a certainty only so far in each domain, and raises only observational evidence, and that only where
    nothing lowers it, unless a reason is written down. What is not rated has no domains. The level itself is computed
    and cannot differ."""
    for outcome in manuscript.outcomes:
        for fault in faults(outcome):
            yield Finding(
                subject=f"outcome:{outcome.key}",
                words=f"{outcome.name}: {fault}",
                message=_("“%(outcome)s”: %(fault)s") % {"outcome": outcome.name, "fault": fault},
                mend=_("Correct the steps of the domain, or write its reason."),
            )
