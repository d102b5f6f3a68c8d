from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.manuscript.studied import kind_of
from evidence.prose.modality import populations, unquoted
from evidence.vocabulary import ClaimKind, ClaimPopulation, OutcomeType, Severity
from reviews.checks import evidence
from reviews.checks.examples import cited, example
from reviews.checks.rule import SECTION, Finding, rule

CLINICAL = (ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION)
MODELS = {"animals", "cells"}
RAT, TRIAL = {"design": "AN", "population": "animal"}, {}


@rule(
    "EF24",
    name=gettext_lazy("Its words name others than its sources studied"),
    scope=SECTION,
    severity=Severity.BLOCK,
    standard="GRADE indirectness; MEDRS",
    version=1,
    flagged=[
        example("In rats it improves memory.[^c1]", **cited(TRIAL)),
        example("In mice it caused tremor.[^c1]", **cited(TRIAL, TRIAL, kind="harm")),
        example("In cultured neurons it acts on calcium.[^c1]", **cited(TRIAL, kind="mechanism")),
        example("It raised NGF in healthy adults.[^c1]", **cited(RAT, kind="mechanism")),
        example("It improves memory in healthy adults.[^c1]", **cited(RAT, population="animals")),
    ],
    passed=[
        example("In rats it improves memory.[^c1]", **cited(RAT)),
        example("In rats it improves memory, in people it does not.[^c1]", **cited(RAT, TRIAL)),
        example("In rats it improves memory.[^c1]", **cited({"design": "NR", "population": "none"})),
        example("In rats it improves memory.[^c1]", **cited({"design": "", "population": ""})),
        example("It improves memory.[^c1]", **cited(TRIAL)),
        example("It improves memory in adults.[^c1]", **cited(TRIAL)),
    ],
)
def check(manuscript, circumstances):
    """A sentence that names rats and rests on trials in people alone, or names people and rests on rats alone, is not
    what its sources found, whatever kind and population it was given. A review may tell of anybody, and of a source
    whose kind nobody recorded SI15 speaks; that an effect in people rests on animals alone is EF1's."""
    for claim_ in evidence.placed_claims(manuscript):
        named = set(populations(unquoted(manuscript.text_of(claim_))))
        kinds = {kind_of(one) for one in evidence.supports(manuscript, claim_)}
        if not _apart(named, kinds) or (named == {"people"} and _is_for_ef1(manuscript, claim_)):
            continue
        yield Finding(
            subject=f"claim:{claim_.key}",
            words=manuscript.text_of(claim_),
            severity=Severity.BLOCK if claim_.kind in CLINICAL else Severity.WARN,
            message=_("The sentence names others than its sources studied."),
            mend=_("Name whom the sources studied, or cite a study of those whom the sentence names."),
        )


def _apart(named, kinds):
    studied = kinds & {"people", *MODELS}
    if not studied or studied != kinds or not named:
        return False
    return (named <= MODELS and studied == {"people"}) or (named == {"people"} and studied <= MODELS)


def _is_for_ef1(manuscript, claim_):
    outcome = manuscript.outcome_by_key.get(claim_.outcome)
    told = claim_.population in (ClaimPopulation.ANIMALS, ClaimPopulation.CELLS)
    return claim_.kind in CLINICAL and not told and (not outcome or outcome.type == OutcomeType.CLINICAL)
