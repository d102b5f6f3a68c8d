from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import ClaimPopulation, Severity, StudyPopulation
from reviews.checks import evidence
from reviews.checks.examples import cite, claim, example, source
from reviews.checks.rule import SECTION, Finding, rule

PATIENTS = source("a", population="human_patients")
HEALTHY = source("a", population="human_healthy")
# Whom a claim may speak of on the strength of whom a source studied.
WITHIN = {
    ClaimPopulation.HEALTHY_ADULTS: (StudyPopulation.HEALTHY, StudyPopulation.HUMAN),
    ClaimPopulation.PATIENTS: (StudyPopulation.PATIENTS, StudyPopulation.HUMAN),
}


def of(population, found):
    return {"claims": [claim("c1", "effect", cite("a"), population=population)], "sources": [found]}


@rule(
    "EF2",
    name=gettext_lazy("Other people than those studied"),
    scope=SECTION,
    severity=Severity.WARN,
    standard="GRADE indirectness",
    flagged=[
        example("It helps healthy adults.[^c1]", **of("healthy_adults", PATIENTS)),
        example("It helps people with migraine.[^c1]", **of("patients", HEALTHY)),
        example("It slows ageing.[^c1]", **of("healthy_adults", PATIENTS)),
        example("It eases asthma.[^c1]", **of("patients", HEALTHY)),
    ],
    passed=[
        example("It helps healthy adults.[^c1]", **of("healthy_adults", HEALTHY)),
        example("It helps people with migraine.[^c1]", **of("patients", PATIENTS)),
        example("It helps people.[^c1]", **of("people", PATIENTS)),
        example("It helps healthy adults.[^c1]", **of("healthy_adults", source("a", population="human"))),
    ],
)
def check(manuscript, circumstances):
    """What helps patients need not help the healthy, and the other way round. A claim about one of them that rests
    on studies of the other alone says so, or is widened."""
    for claim_ in evidence.placed_claims(manuscript):
        within = WITHIN.get(claim_.population)
        people = [
            one.population
            for one in evidence.supports(manuscript, claim_)
            if not evidence.speaks_of_models(one)
        ]
        people = [one for one in people if one not in (StudyPopulation.NONE, StudyPopulation.UNKNOWN)]
        if within and people and not any(one in within for one in people):
            studied = StudyPopulation(people[0]).label
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.text_of(claim_),
                message=_("It speaks of %(said)s, its sources studied: %(studied)s.")
                % {"said": ClaimPopulation(claim_.population).label, "studied": studied},
                mend=_("Name the people who were studied, or cite a study of those the sentence speaks of."),
            )
