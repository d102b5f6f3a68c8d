from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import BylineEntry
from evidence.manuscript.circumstances import Declared
from evidence.vocabulary import Severity
from reviews.checks.examples import example
from reviews.checks.months import months_before
from reviews.checks.rule import Finding, rule

ADA = {"byline": (BylineEntry("ada", "Ada Lind", "MSc"),)}


def declared(*days, interests=""):
    return {"declarations": {"ada": tuple(Declared(day, interests=interests) for day in days)}}


@rule(
    "GV2",
    name=gettext_lazy("Competing interests not declared"),
    severity=Severity.BLOCK,
    standard="ICMJE; JAMA benchmarks (disclosure)",
    flagged=[
        example("Text.", **ADA),
        example("Text.", **ADA, circumstances=declared(date(2025, 5, 31))),
        example("Text.", **ADA, circumstances=declared()),
        example("Text.", byline=(BylineEntry("ben", "Ben Okoro"),), circumstances=declared(date(2026, 5, 1))),
    ],
    passed=[
        example("Text.", **ADA, circumstances=declared(date(2026, 5, 1))),
        example("Text.", **ADA, circumstances=declared(date(2025, 6, 1))),
        example("Text.", **ADA, circumstances=declared(date(2020, 1, 1), date(2026, 1, 1))),
        example("Text.", **ADA, circumstances=declared(date(2026, 5, 1), interests="Fees from a seller.")),
    ],
)
def check(manuscript, circumstances):
    """Each author declares competing interests, "none" included, within the last twelve months and for the 36
    months before. Silence is no answer. The reviewers' declarations are asked for when a version is published."""
    oldest = months_before(circumstances.today, circumstances.settings.get("DECLARATION_MONTHS", 12))
    for entry in manuscript.byline:
        if not any(made.on >= oldest for made in circumstances.declarations.get(entry.key, ())):
            yield Finding(
                subject=f"byline:{entry.key}",
                words=entry.name,
                message=_("%(who)s has declared no interests in the last twelve months.")
                % {"who": entry.name},
                mend=_("Ask for a declaration and record it; “none declared” is an answer."),
            )
