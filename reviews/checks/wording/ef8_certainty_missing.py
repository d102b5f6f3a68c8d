from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.appraisal.grade import LOWERING, certainty, looked_at
from evidence.manuscript import Outcome
from evidence.prose.proposing import stated
from evidence.vocabulary import Certainty, ClaimKind, Severity
from reviews.checks import declared, evidence
from reviews.checks.examples import cited, example, rated
from reviews.checks.rule import SECTION, Finding, rule

RATED = Outcome("o1", "sleep", body="randomised", domains=rated(imprecision=-1))
BARE = Outcome("o1", "sleep", body="randomised", domains=rated("", imprecision=-1))
FOUR = Outcome("o1", "sleep", body="randomised", domains=rated(imprecision=-1)[1:])


def of(kind="effect", outcome="o1", outcomes=(RATED,), **fields):
    return cited({}, kind=kind, outcome=outcome, **fields) | {"outcomes": outcomes}


@rule(
    "EF8",
    name=gettext_lazy("Certainty missing"),
    scope=SECTION,
    severity=Severity.BLOCK,
    version=3,
    standard="GRADE; MECIR; GRADEpro's footnotes",
    flagged=[
        example("It may help sleep.[^c1]", **of(outcome="")),
        example("It may harm.[^c1]", **of("harm", outcome="")),
        example("It may help sleep.[^c1]", **of(outcomes=[Outcome("o1", "sleep")])),
        example("It may help sleep.[^c1]", **of(outcomes=[BARE])),
        example("It may help sleep.[^c1]", **of(outcomes=[FOUR])),
    ],
    passed=[
        example("It may help sleep.[^c1]", **of()),
        example("No study of sleep was found.[^c1]", **of("absence", outcome="")),
        example("The sentence of the claim was taken out.", **of(outcome="")),
        example("In rats it lowers an enzyme.[^c1]", **of(outcome="", population="animals")),
        example("No study looked at sleep.[^c1]", **of(outcomes=[Outcome("o1", "sleep", body="no_studies")])),
    ],
)
def check(manuscript, circumstances):
    """How sure an effect or a harm in people is has to be said: the claim names its outcome, the outcome is rated,
    each of the five domains that lower was looked at, and every domain that moves the certainty has its reason. A
    sentence that an import took for an effect blocks only where its own words state one."""
    for claim_ in evidence.placed_claims(manuscript):
        if not declared.is_serious(manuscript, claim_) or declared.is_of_models(manuscript, claim_):
            continue
        if declared.is_borne_out(manuscript, claim_, ClaimKind.ABSENCE):
            continue
        outcome = evidence.outcome_of(manuscript, claim_)
        if fault := _fault(outcome):
            yield Finding(
                subject=f"claim:{claim_.key}" if outcome is None else f"outcome:{outcome.key}",
                words=manuscript.text_of(claim_) if outcome is None else outcome.name,
                severity=_severity(manuscript, claim_, outcome),
                message=fault,
                mend=_(
                    "Tie the claim to an outcome, and rate the outcome: start, domains, a reason for each."
                ),
            )


def _severity(manuscript, claim_, outcome):
    """What was only guessed to be an effect blocks where the sentence says so itself."""
    said = outcome is not None or not claim_.kind_guessed or stated(manuscript.text_of(claim_))
    return Severity.BLOCK if said else Severity.WARN


def _fault(outcome):
    if outcome is None:
        return _("An effect or harm is claimed without saying how sure it is.")
    if certainty(outcome) == Certainty.UNRATED:
        return _fault_of_unrated(outcome)
    if any(one.steps and not one.reason.strip() for one in outcome.domains):
        return _("A domain moves the certainty of “%(outcome)s” without a reason.") % {
            "outcome": outcome.name
        }
    return ""


def _fault_of_unrated(outcome):
    said = {"outcome": outcome.name, "n": looked_at(outcome), "all": len(LOWERING)}
    if not outcome.body:
        return _("“%(outcome)s” is not rated.") % said
    return _("“%(outcome)s” is not yet rated: %(n)d of %(all)d domains were looked at.") % said
