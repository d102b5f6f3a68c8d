"""GRADE certainty of one outcome: a body of evidence for one outcome, never a study and never a whole page.

Exactly as GRADE works, with two house rules that are marked as such: evidence from animals is very indirect and capped
at very low, evidence from cells or computer models is not rated. How sure a page is as a whole is never computed, for a
review makes no recommendation.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from evidence.vocabulary import BodyOfEvidence as Body
from evidence.vocabulary import Certainty, Domain

# Randomised evidence starts high, observational low; with ROBINS-I it starts high as well, confounding then being
# judged inside risk of bias (GRADE guidelines 18, Schünemann 2019). Case reports start, in practice, very low.
START = {Body.RANDOMISED: 4, Body.ROBINS: 4, Body.OBSERVATIONAL: 2, Body.CASES: 1, Body.ANIMAL: 4}
UNLEVELLED = {
    Body.UNRATED: Certainty.UNRATED,
    Body.CELLS: Certainty.NOT_RATED,
    Body.NO_STUDIES: Certainty.NO_STUDIES,
}
LEVELS = {1: Certainty.VERY_LOW, 2: Certainty.LOW, 3: Certainty.MODERATE, 4: Certainty.HIGH}
LOWERING = (
    Domain.RISK_OF_BIAS,
    Domain.INCONSISTENCY,
    Domain.INDIRECTNESS,
    Domain.IMPRECISION,
    Domain.PUBLICATION_BIAS,
)
RAISING = (Domain.LARGE_EFFECT, Domain.DOSE_RESPONSE, Domain.CONFOUNDING)
RAISABLE = (Body.OBSERVATIONAL, Body.ROBINS, Body.CASES)
ANIMALS_INDIRECT = -2  # house rule

# EF6/EF7: how strongly a certainty lets a sentence speak (evidence-models.md, section 3).
RANK = {
    Certainty.HIGH: 4,
    Certainty.MODERATE: 3,
    Certainty.LOW: 2,
    Certainty.VERY_LOW: 1,
    Certainty.NOT_RATED: 0,
    Certainty.NO_STUDIES: 0,
    Certainty.UNRATED: 0,
}
MOST_OUTCOMES = 7  # of a summary of findings (GRADE; Core GRADE 6)


@dataclass(frozen=True)
class Step:
    """One line of how a certainty came about; `house` marks a rule of ours."""

    what: str
    steps: int = 0
    reason: str = ""
    house: bool = False


def certainty(outcome):
    """Certainty of a manuscript's Outcome: start, minus what lowers, plus what raises, between 1 and 4. It is not yet
    rated until each of the five domains that lower was looked at: nobody finds "not serious" by not looking."""
    body = Body(outcome.body)
    if body in UNLEVELLED:
        return UNLEVELLED[body]
    if body == Body.ANIMAL:
        return Certainty.VERY_LOW
    if looked_at(outcome) < len(LOWERING):
        return Certainty.UNRATED
    return LEVELS[min(4, max(1, START[body] + sum(rating.steps for rating in outcome.domains)))]


def looked_at(outcome):
    """How many of the five domains that lower were answered; "not serious" is an answer."""
    return len({rating.domain for rating in outcome.domains} & {*LOWERING})


def in_words(outcome):
    """The certainty of an Outcome as pages name it: its label and, while domains are open, how many were looked at."""
    level = certainty(outcome)
    if level != Certainty.UNRATED or not outcome.body:
        return str(level.label)
    said = {"level": level.label, "n": looked_at(outcome), "all": len(LOWERING)}
    return _("%(level)s (%(n)d of %(all)d domains looked at)") % said


def account(outcome):
    """How the certainty of an Outcome came about, as Steps: the start first, a cap last; empty if it has no level."""
    body = Body(outcome.body)
    if body in UNLEVELLED:
        return ()
    steps = [
        Step(_("%(body)s start %(level)s") % {"body": body.label, "level": LEVELS[START[body]].label.lower()})
    ]
    rated = {rating.domain: rating for rating in outcome.domains if rating.steps}
    steps += [Step(Domain(name).label, one.steps, one.reason) for name, one in rated.items()]
    if body == Body.ANIMAL:
        if Domain.INDIRECTNESS not in rated:
            steps.append(
                Step(Domain.INDIRECTNESS.label, ANIMALS_INDIRECT, _("Animals are not people."), house=True)
            )
        steps.append(Step(_("Evidence from animals is never better than very low"), house=True))
    return tuple(steps)


def faults(outcome):
    """What is wrong with the ratings of an Outcome, as sentences: steps out of range, reasons missing, raised where
    GRADE does not raise, a domain rated where nothing is rated."""
    moved = {rating.domain: rating for rating in outcome.domains if rating.steps}
    found = [_out_of_range(rating, outcome.body) or _without_reason(rating) for rating in outcome.domains]
    found += [_raised_wrongly(moved, outcome.body), _not_to_be_rated(moved, outcome.body)]
    return [fault for fault in found if fault]


def symbols(level):
    """⊕⊕○○ for a level; an empty string for the states that are no level."""
    rank = RANK[Certainty(level)]
    return "⊕" * rank + "○" * (4 - rank) if rank else ""


def steps_allowed(domain, body):
    """(lowest, highest) that a domain may move the certainty of a body of evidence."""
    if domain in RAISING:
        return 0, 2 if domain == Domain.LARGE_EFFECT else 1
    # Extremely serious: imprecision (GRADE guidelines 35), and risk of bias where ROBINS-I judges confounding in it.
    extreme = domain == Domain.IMPRECISION or (domain == Domain.RISK_OF_BIAS and body == Body.ROBINS)
    return -3 if extreme else -2, 0


def relative_risk(odds_ratio, baseline):
    """Relative risk of an odds ratio at a baseline risk between 0 and 1: OR / (1 − p + p·OR) (Zhang & Yu 1998,
    doi:10.1001/jama.280.19.1690). Raises ValueError outside of that, or for an odds ratio that is not above 0."""
    if not (0 <= baseline <= 1 and odds_ratio > 0):
        raise ValueError("an odds ratio above 0 and a risk from 0 to 1")
    return odds_ratio / (1 - baseline + baseline * odds_ratio)


def steps_for_effect(relative_risk):
    """How far a relative risk may raise observational evidence: 2 above 5 or below 0.2, 1 above 2 or below 0.5."""
    if relative_risk > 5 or relative_risk < 0.2:
        return 2
    return 1 if relative_risk > 2 or relative_risk < 0.5 else 0


def _out_of_range(rating, body):
    low, high = steps_allowed(rating.domain, body)
    if low <= rating.steps <= high:
        return ""
    said = {"domain": Domain(rating.domain).label, "steps": rating.steps}
    return _("%(domain)s cannot move the certainty by %(steps)+d here.") % said


def _without_reason(rating):
    if not rating.steps or rating.reason.strip():
        return ""
    return _("%(domain)s moves the certainty without a reason.") % {"domain": Domain(rating.domain).label}


def _raised_wrongly(moved, body):
    raised = [one for one in moved.values() if one.steps > 0]
    serious = any(
        moved.get(name) and moved[name].steps < 0 for name in (Domain.RISK_OF_BIAS, Domain.IMPRECISION)
    )
    if raised and body and Body(body) not in RAISABLE:
        return _("Only observational evidence is rated up.")
    if serious and any(one.domain == Domain.LARGE_EFFECT and one.steps > 1 for one in raised):
        return _("A very large effect counts twice only without serious risk of bias or imprecision.")
    if any(one.steps < 0 for one in moved.values()) and not all(one.reason.strip() for one in raised):
        return _("Raised although something lowers it: say why.")
    return ""


def _not_to_be_rated(moved, body):
    if moved and body in (Body.CELLS, Body.NO_STUDIES):
        return _("Nothing is rated here, so no domain can move it.")
    if (
        body == Body.ANIMAL
        and moved.get(Domain.INDIRECTNESS)
        and moved[Domain.INDIRECTNESS].steps != ANIMALS_INDIRECT
    ):
        return _("Animals are not people: indirectness lowers by two (house rule).")
    return ""
