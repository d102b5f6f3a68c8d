"""The sentences that a certainty allows, for each size and direction of an effect.

After GRADE guidelines 26 (Santesso 2020, doi:10.1016/j.jclinepi.2019.10.014). Size is judged against a minimal
important difference, not by P value. A form that could not be checked against the paper is marked as house wording;
a cell without a single checked form makes EF6 warn and never block.
"""

import re
from dataclasses import dataclass
from itertools import product

from django.utils.translation import gettext_lazy as _

from evidence.vocabulary import Certainty, Direction, EffectSize

HIGH, MODERATE, LOW, VERY_LOW = Certainty.HIGH, Certainty.MODERATE, Certainty.LOW, Certainty.VERY_LOW
LARGE, MEDIUM, SMALL, TRIVIAL = EffectSize.LARGE, EffectSize.MODERATE, EffectSize.SMALL, EffectSize.TRIVIAL
REDUCES, INCREASES, UNSAID = Direction.REDUCES, Direction.INCREASES, Direction.NONE


@dataclass(frozen=True)
class Wording:
    """A sentence that would hold; `house` where it is our own or could not be checked."""

    text: str
    house: bool = False


# (certainty, size, direction) → forms, the first the usual one; whole sentences, so that they can be translated.
CHECKED = {
    (HIGH, LARGE, REDUCES): [_("%(x)s results in a large reduction in %(o)s.")],
    (HIGH, LARGE, INCREASES): [_("%(x)s results in a large increase in %(o)s.")],
    (HIGH, MEDIUM, REDUCES): [_("%(x)s reduces %(o)s.")],
    (HIGH, MEDIUM, INCREASES): [_("%(x)s increases %(o)s.")],
    (HIGH, SMALL, REDUCES): [_("%(x)s slightly reduces %(o)s.")],
    (HIGH, SMALL, INCREASES): [_("%(x)s slightly increases %(o)s.")],
    (HIGH, TRIVIAL, REDUCES): [_("%(x)s results in little to no difference in %(o)s."),
                               _("%(x)s does not reduce %(o)s.")],
    (HIGH, TRIVIAL, INCREASES): [_("%(x)s results in little to no difference in %(o)s."),
                                 _("%(x)s does not increase %(o)s.")],
    (HIGH, TRIVIAL, UNSAID): [_("%(x)s results in little to no difference in %(o)s.")],
    (MODERATE, LARGE, REDUCES): [_("%(x)s probably results in a large reduction in %(o)s."),
                                 _("%(x)s likely results in a large reduction in %(o)s.")],
    (MODERATE, LARGE, INCREASES): [_("%(x)s probably results in a large increase in %(o)s."),
                                   _("%(x)s likely results in a large increase in %(o)s.")],
    (MODERATE, MEDIUM, REDUCES): [_("%(x)s probably reduces %(o)s."), _("%(x)s likely reduces %(o)s.")],
    (MODERATE, MEDIUM, INCREASES): [_("%(x)s probably increases %(o)s."), _("%(x)s likely increases %(o)s.")],
    (MODERATE, SMALL, REDUCES): [_("%(x)s probably slightly reduces %(o)s.")],
    (MODERATE, SMALL, INCREASES): [_("%(x)s probably slightly increases %(o)s.")],
    (MODERATE, TRIVIAL, UNSAID): [_("%(x)s probably results in little to no difference in %(o)s.")],
    (LOW, LARGE, REDUCES): [_("%(x)s may result in a large reduction in %(o)s."),
                            _("The evidence suggests that %(x)s results in a large reduction in %(o)s.")],
    (LOW, LARGE, INCREASES): [_("%(x)s may result in a large increase in %(o)s."),
                              _("The evidence suggests that %(x)s results in a large increase in %(o)s.")],
    # One form for all sizes.
    **{(VERY_LOW, size, REDUCES): [_("%(x)s may reduce %(o)s, but the evidence is very uncertain.")]
       for size in (LARGE, MEDIUM, SMALL)},
    **{(VERY_LOW, size, INCREASES): [_("%(x)s may increase %(o)s, but the evidence is very uncertain.")]
       for size in (LARGE, MEDIUM, SMALL)},
    (VERY_LOW, TRIVIAL, UNSAID): [
        _("%(x)s may result in little to no difference in %(o)s, but the evidence is very uncertain.")],
}  # fmt: skip
HOUSE = {
    (LOW, MEDIUM, REDUCES): [_("%(x)s may reduce %(o)s.")],
    (LOW, MEDIUM, INCREASES): [_("%(x)s may increase %(o)s.")],
    (LOW, SMALL, REDUCES): [_("%(x)s may slightly reduce %(o)s.")],
    (LOW, SMALL, INCREASES): [_("%(x)s may slightly increase %(o)s.")],
    (LOW, TRIVIAL, REDUCES): [_("%(x)s may result in little to no difference in %(o)s."),
                              _("%(x)s may not reduce %(o)s.")],
    (LOW, TRIVIAL, INCREASES): [_("%(x)s may result in little to no difference in %(o)s."),
                                _("%(x)s may not increase %(o)s.")],
    (LOW, TRIVIAL, UNSAID): [_("%(x)s may result in little to no difference in %(o)s.")],
    **{(VERY_LOW, size, direction): [_("The evidence is very uncertain about the effect of %(x)s on %(o)s.")]
       for size, direction in product((LARGE, MEDIUM, SMALL, TRIVIAL), (REDUCES, INCREASES, UNSAID))},
    # Nobody has said yet which way the effect goes.
    (HIGH, LARGE, UNSAID): [_("%(x)s has a large effect on %(o)s.")],
    (HIGH, MEDIUM, UNSAID): [_("%(x)s has an effect on %(o)s.")],
    (HIGH, SMALL, UNSAID): [_("%(x)s has a small effect on %(o)s.")],
    (MODERATE, LARGE, UNSAID): [_("%(x)s probably has a large effect on %(o)s.")],
    (MODERATE, MEDIUM, UNSAID): [_("%(x)s probably has an effect on %(o)s.")],
    (MODERATE, SMALL, UNSAID): [_("%(x)s probably has a small effect on %(o)s.")],
    (LOW, LARGE, UNSAID): [_("%(x)s may have a large effect on %(o)s.")],
    (LOW, MEDIUM, UNSAID): [_("%(x)s may have an effect on %(o)s.")],
    (LOW, SMALL, UNSAID): [_("%(x)s may have a small effect on %(o)s.")],
}  # fmt: skip
NOTHING_FOUND = _("No studies were found that looked at %(o)s.")  # house form


def wordings(level, direction="", size="", *, subject, outcome):
    """The Wordings for `subject` (X) and `outcome` (O), the usual one first; none where nothing was rated. A size that
    is not stated counts as moderate."""
    said = {"x": subject, "o": outcome}
    if level == Certainty.NO_STUDIES:
        return (Wording(_sentence(NOTHING_FOUND, said), house=True),)
    cell = (Certainty(level), EffectSize(size or MEDIUM), Direction(direction))
    checked = CHECKED.get(cell) or CHECKED.get((*cell[:2], UNSAID), ())
    return (
        *(Wording(_sentence(form, said)) for form in checked),
        *(Wording(_sentence(form, said), house=True) for form in HOUSE.get(cell, ())),
    )


def is_house(level, size=""):
    """Whether no form of a cell of the matrix could be checked against the paper."""
    said = {"subject": "", "outcome": ""}
    forms = wordings(level, REDUCES, size, **said)
    return bool(forms) and all(one.house for one in forms)


def allowed(outcome, level, subject):
    """The Wordings for a manuscript's Outcome at its certainty; comparator and population are filled in."""
    return wordings(
        level,
        outcome.direction,
        outcome.size,
        subject=compared(intervention(subject), outcome.comparison),
        outcome=studied(named(outcome.name), outcome.population),
    )


def statement(outcome, level, subject):
    """The sentence of a row in the summary of findings; empty while direction or size is not stated."""
    stated = outcome.size and (outcome.direction or outcome.size == TRIVIAL)
    if level not in (VERY_LOW, Certainty.NO_STUDIES) and not stated:
        return ""
    return next((one.text for one in allowed(outcome, level, subject)), "")


def intervention(subject):
    """What a review is about, without for what and in whom: "Creatine for memory in adults" is about creatine."""
    return re.split(r"\s+(?:for|in|as|against|during)\s", subject.strip(), maxsplit=1)[0] or str(_("It"))


def named(outcome):
    """The name of an outcome inside a sentence: "Sleep quality" → "sleep quality", but "BDNF" and "Alzheimer's …"."""
    first = outcome.split(" ", 1)[0]
    return (
        outcome
        if first[1:] != first[1:].lower() or "'" in first or "’" in first
        else outcome[:1].lower() + outcome[1:]
    )


def compared(subject, comparison):
    """X with its comparator; of "20 mg against placebo" only the placebo is one."""
    other = re.split(r"\b(?:against|versus|vs\.?|compared (?:with|to))\s+", comparison.strip())[-1]
    return _sentence(_("%(x)s compared with %(other)s"), {"x": subject, "other": other}) if other else subject


def studied(outcome, population):
    """O with the people it was measured in."""
    within = population.strip()
    return _sentence(_("%(o)s in %(whom)s"), {"o": outcome, "whom": named(within)}) if within else outcome


def _sentence(form, said):
    text = str(form) % said
    return text[:1].upper() + text[1:] if text.endswith(".") else text
