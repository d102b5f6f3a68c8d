from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript import SearchRecord
from evidence.vocabulary import ClaimKind, Design, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example
from reviews.checks.months import months_before
from reviews.checks.rule import SECTION, Finding, rule

YEARS = 5  # a site may set OUTDATED_YEARS, and others by kind of claim: OUTDATED_YEARS_BY_KIND {"harm": 3}
SYNTHESES = (Design.SRMA, Design.GUID)


def of(*years, kind="effect", design="SRMA"):
    dated = ({"design": design, "csl": {"issued": {"date-parts": [[year]]}}} for year in years)
    return cited(*dated, kind=kind)


@rule(
    "SI7",
    name=gettext_lazy("Outdated evidence"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="WP:MEDDATE",
    flagged=[
        example("It helps.[^c1]", **of(2015)),
        example("It harms.[^c1]", **of(2019, kind="harm")),
        example("It helps.[^c1]", **of(2010, 2018)),
        example(
            "It harms.[^c1]",
            **of(2022, kind="harm"),
            circumstances={"settings": {"OUTDATED_YEARS_BY_KIND": {"harm": 3}}},
        ),
        example("It helps.[^c1]", **of(2015), search=SearchRecord(on=date(2020, 1, 1))),
    ],
    passed=[
        example("It helps.[^c1]", **of(2024)),
        example("It helps.[^c1]", **of(2010, 2023)),
        example("It was sold.[^c1]", **of(2010, kind="historical")),
        example("It helps.[^c1]", **of(2010), search=SearchRecord("MEDLINE", "x", date(2026, 3, 1))),
        example("It helps.[^c1]", **of(2010, design="RCT")),
    ],
)
def check(manuscript, circumstances):
    """A review of the evidence that is more than five years old may have been overtaken. A recent search that found
    nothing newer, written down in the search record, is an answer."""
    years = circumstances.settings.get("OUTDATED_YEARS", YEARS)
    by_kind = circumstances.settings.get("OUTDATED_YEARS_BY_KIND", {})
    searched = manuscript.search.on
    if searched and searched >= months_before(
        circumstances.today, circumstances.settings.get("SEARCH_MONTHS", 24)
    ):
        return
    for claim_ in evidence.placed_claims(manuscript):
        if not declared.is_serious(
            manuscript, claim_, (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION)
        ):
            continue
        dated = [one for one in evidence.supports(manuscript, claim_) if one.design in SYNTHESES and one.year]
        most = by_kind.get(claim_.kind, years)
        newest = max(dated, key=lambda one: one.year, default=None)
        if newest and circumstances.today.year - newest.year > most:
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=newest.title,
                message=_("The newest review behind this is of %(year)d.") % {"year": newest.year},
                mend=_("Look for a newer one, or record a search that found none."),
            )
