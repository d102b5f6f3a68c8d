import re

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

# Of these only the title of a study tells: its record knows the healthy from the ill.
IN_TITLE = {
    ClaimPopulation.OLDER_ADULTS: re.compile(
        r"\b(?:old(?:er)?|elder\w*|ag(?:ed|eing|ing)|geriatric|senior)", re.I
    ),
    ClaimPopulation.CHILDREN: re.compile(
        r"\b(?:child|infant|adolescen|p(?:a)?ediatric|toddler|youth|school|newborn)", re.I
    ),
    ClaimPopulation.PREGNANT: re.compile(
        r"\b(?:pregnan|gestation|lactat|breast-?feed|nursing|maternal|prenatal)", re.I
    ),
}


def titled(title):
    return source("a", population="human", csl={"title": title})


def of(population, found):
    return {"claims": [claim("c1", "effect", cite("a"), population=population)], "sources": [found]}


@rule(
    "EF2",
    name=gettext_lazy("Other people than those studied"),
    scope=SECTION,
    severity=Severity.WARN,
    version=2,
    standard="GRADE indirectness",
    flagged=[
        example("It helps healthy adults.[^c1]", **of("healthy_adults", PATIENTS)),
        example("It helps people with migraine.[^c1]", **of("patients", HEALTHY)),
        example("It slows ageing.[^c1]", **of("healthy_adults", PATIENTS)),
        example("It eases asthma.[^c1]", **of("patients", HEALTHY)),
        example("It helps children sleep.[^c1]", **of("children", HEALTHY)),
        example("It eases nausea in pregnancy.[^c1]", **of("pregnant", titled("Ginger in adults"))),
    ],
    passed=[
        example("It helps healthy adults.[^c1]", **of("healthy_adults", HEALTHY)),
        example("It helps people with migraine.[^c1]", **of("patients", PATIENTS)),
        example("It helps people.[^c1]", **of("people", PATIENTS)),
        example("It helps children sleep.[^c1]", **of("children", titled("Balm in pediatric patients"))),
        example("It eases nausea in pregnancy.[^c1]", **of("pregnant", titled("Ginger in pregnant women"))),
        example("It helps older adults.[^c1]", **of("older_adults", titled("Memory in the elderly"))),
        example("It helps healthy adults.[^c1]", **of("healthy_adults", source("a", population="human"))),
    ],
)
def check(manuscript, circumstances):
    """What helps patients need not help the healthy, and what helps adults need not help children. A claim about some
    people that rests on studies of others alone says so, or is widened. Whether a study looked at children, older
    adults or pregnant women is read from its title."""
    for claim_ in evidence.placed_claims(manuscript):
        studied = [
            one
            for one in evidence.supports(manuscript, claim_)
            if not evidence.speaks_of_models(one)
            and one.population not in (StudyPopulation.NONE, StudyPopulation.UNKNOWN)
        ]
        if studied and not any(_is_within(claim_.population, one) for one in studied):
            yield Finding(
                subject=f"claim:{claim_.key}",
                words=manuscript.text_of(claim_),
                message=_("It speaks of %(said)s, its sources studied: %(studied)s.")
                % {
                    "said": ClaimPopulation(claim_.population).label,
                    "studied": StudyPopulation(studied[0].population).label,
                },
                mend=_("Name the people who were studied, or cite a study of those the sentence speaks of."),
            )


def _is_within(said, source_):
    if said in IN_TITLE:
        return bool(IN_TITLE[said].search(source_.title))
    return said not in WITHIN or source_.population in WITHIN[said]
