"""The level of one source by the Oxford Centre for Evidence-Based Medicine, edition of 2011.

OCEBM ranks a single best source for a question, as a quick badge; GRADE rates a body of evidence for an outcome. They
are never mixed, nor is the scale of 2009 (1a to 5, grades A to D) used.
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.vocabulary import Design, StudyPopulation

NOT_PEOPLE = (StudyPopulation.ANIMAL, StudyPopulation.CELLS)
TRIALS = (Design.RCT, Design.N1)


class Question(TextChoices):
    BENEFIT = "benefit", gettext_lazy("Does it help?")
    HARMS = "harms", gettext_lazy("Which common harms?")


@dataclass(frozen=True)
class Level:
    """`best` and `worst` from 1 to 5, the same where the record leaves no doubt; `note` says on what it hangs. None for
    both where the scale has no place for such a source."""

    best: int | None
    worst: int | None
    note: str = ""

    def __str__(self):
        if self.best is None:
            return _("not applicable")
        return str(self.best) if self.best == self.worst else f"{self.best}–{self.worst}"


def level(source, question=Question.BENEFIT, included=()):
    """The Level of a source (an object with `design` and `population`) for a question, or None while its design is not
    recorded. `included` are the designs of the studies that a review is known to include."""
    if not source.design:
        return None
    if source.design in (Design.GUID, Design.REG):
        return Level(None, None, _("It is judged by other means than its design."))
    if source.population in NOT_PEOPLE or source.design in (Design.AN, Design.VT, Design.SIL, Design.NR):
        return Level(5, 5, _("Reasoning from mechanisms, or opinion."))
    return _OF_PEOPLE[source.design](question, frozenset(included))


def _review(question, included):
    if included and included <= set(TRIALS):
        return Level(1, 1)
    if question == Question.HARMS and included == {Design.CC}:
        return Level(1, 1, _("If its case-control studies are nested in cohorts; else 3."))
    if included and not included & set(TRIALS):
        return Level(
            2, 3, _("It includes no randomised trial; a review is generally better than a single study.")
        )
    return Level(1, 3, _("1 if it rests on randomised trials; the library does not know all its studies."))


def _trial(question, included):
    return Level(2, 2)


def _n_of_1(question, included):
    if question == Question.HARMS:
        return Level(1, 2, _("1 for the very patient who was studied."))
    return Level(1, 2, _("1 as part of a systematic review of such trials."))


def _controlled(question, included):
    return Level(3, 4, _("4 without a group to compare with."))


def _cohort(question, included):
    if question == Question.HARMS:
        return Level(3, 3, _("If enough people were followed for long enough."))
    return Level(3, 3)


def _weak(question, included):
    return Level(4, 4)


def _kinetics(question, included):
    return Level(2, 4, _("It answers a question of its own; 2 if randomised."))


_OF_PEOPLE = {
    Design.SRMA: _review, Design.RCT: _trial, Design.N1: _n_of_1, Design.NRT: _controlled, Design.COH: _cohort,
    Design.CC: _weak, Design.XS: _weak, Design.CR: _weak, Design.PV: _weak, Design.PK: _kinetics,
}  # fmt: skip
