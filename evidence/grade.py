"""GRADE certainty of one outcome, and the wording that goes with it.

Exactly as GRADE works, with two house rules that are marked as such: animal evidence is capped at very low,
evidence from cells or computer models is not rated. Wording after GRADE guidelines 26 (Santesso 2020,
doi:10.1016/j.jclinepi.2019.10.014).
"""

from django.utils.translation import gettext as _

from evidence.vocabulary import BodyOfEvidence as Body
from evidence.vocabulary import Certainty, Design, Domain, EffectSize

START = {Body.RANDOMISED: 4, Body.ROBINS: 4, Body.OBSERVATIONAL: 2, Body.CASES: 1, Body.ANIMAL: 1}
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

# Oxford CEBM 2011, treatment benefit: the badge of a single source, never mixed with GRADE.
OCEBM = {
    Design.SRMA: 1, Design.N1: 1, Design.RCT: 2, Design.NRT: 3, Design.COH: 3, Design.CC: 4, Design.XS: 4,
    Design.CR: 4, Design.PV: 4, Design.AN: 5, Design.VT: 5, Design.SIL: 5, Design.NR: 5,
}  # fmt: skip


def certainty(outcome):
    """Certainty of a manuscript's Outcome: start, minus what lowers, plus what raises, between 1 and 4."""
    body = Body(outcome.body)
    if body in UNLEVELLED:
        return UNLEVELLED[body]
    level = min(4, max(1, START[body] + sum(rating.steps for rating in outcome.domains)))
    return Certainty.VERY_LOW if body == Body.ANIMAL else LEVELS[level]


def faults(outcome):
    """What is wrong with the ratings of an Outcome, as sentences: steps out of range, reasons missing, raised
    and lowered at once without a word on it."""
    found = [_fault(rating) for rating in outcome.domains]
    raised = [r for r in outcome.domains if r.steps > 0]
    if raised and any(r.steps < 0 for r in outcome.domains) and not all(r.reason.strip() for r in raised):
        found.append(_("Raised although something lowers it: say why."))
    return [fault for fault in found if fault]


def symbols(level):
    """⊕⊕○○ for a level; an empty string for the states that are no level."""
    rank = RANK[Certainty(level)]
    return "⊕" * rank + "○" * (4 - rank) if rank else ""


def wording(level, direction, size, subject, outcome):
    """The sentence that a certainty and an effect size allow, about `subject` (X) and `outcome` (O)."""
    level, size = Certainty(level), EffectSize(size or EffectSize.MODERATE)
    if level == Certainty.NO_STUDIES:
        return _("No studies were found that looked at %(o)s.") % {"o": outcome}
    if level not in LEVELS.values():
        return ""
    if level == Certainty.VERY_LOW:
        return _("The evidence is very uncertain about the effect of %(x)s on %(o)s.") % {
            "x": subject,
            "o": outcome,
        }
    return _SENTENCES[level](size, direction or "increases") % {"x": subject, "o": outcome}


def house_wording(level, size):
    """Whether a cell of the matrix could not be checked against the paper: such cells warn, never block."""
    level = Certainty(level)
    if level == Certainty.LOW:
        return EffectSize(size or EffectSize.MODERATE) != EffectSize.LARGE
    return level in (Certainty.VERY_LOW, Certainty.NO_STUDIES)


def _fault(rating):
    domain = Domain(rating.domain)
    lowest = -3 if domain in (Domain.IMPRECISION, Domain.RISK_OF_BIAS) else -2
    low, high = (lowest, 0) if domain in LOWERING else (0, 2 if domain == Domain.LARGE_EFFECT else 1)
    if not low <= rating.steps <= high:
        return _("%(domain)s cannot move the certainty by %(steps)+d.") % {
            "domain": domain.label,
            "steps": rating.steps,
        }
    if rating.steps and not rating.reason.strip():
        return _("%(domain)s moves the certainty without a reason.") % {"domain": domain.label}
    return ""


def _high(size, direction):
    reduces = direction == "reduces"
    return {
        EffectSize.LARGE: _("%(x)s results in a large reduction in %(o)s.")
        if reduces
        else _("%(x)s results in a large increase in %(o)s."),
        EffectSize.MODERATE: _("%(x)s reduces %(o)s.") if reduces else _("%(x)s increases %(o)s."),
        EffectSize.SMALL: _("%(x)s slightly reduces %(o)s.")
        if reduces
        else _("%(x)s slightly increases %(o)s."),
        EffectSize.TRIVIAL: _("%(x)s results in little to no difference in %(o)s."),
    }[size]


def _moderate(size, direction):
    reduces = direction == "reduces"
    return {
        EffectSize.LARGE: _("%(x)s probably results in a large reduction in %(o)s.")
        if reduces
        else _("%(x)s probably results in a large increase in %(o)s."),
        EffectSize.MODERATE: _("%(x)s probably reduces %(o)s.")
        if reduces
        else _("%(x)s probably increases %(o)s."),
        EffectSize.SMALL: _("%(x)s probably slightly reduces %(o)s.")
        if reduces
        else _("%(x)s probably slightly increases %(o)s."),
        EffectSize.TRIVIAL: _("%(x)s probably results in little to no difference in %(o)s."),
    }[size]


def _low(size, direction):
    reduces = direction == "reduces"
    return {
        EffectSize.LARGE: _("%(x)s may result in a large reduction in %(o)s.")
        if reduces
        else _("%(x)s may result in a large increase in %(o)s."),
        EffectSize.MODERATE: _("%(x)s may reduce %(o)s.") if reduces else _("%(x)s may increase %(o)s."),
        EffectSize.SMALL: _("%(x)s may slightly reduce %(o)s.")
        if reduces
        else _("%(x)s may slightly increase %(o)s."),
        EffectSize.TRIVIAL: _("%(x)s may result in little to no difference in %(o)s."),
    }[size]


_SENTENCES = {Certainty.HIGH: _high, Certainty.MODERATE: _moderate, Certainty.LOW: _low}
