"""Rows of this app for which the ledger vouches, and those for which it does not, with the reason.

A new model gets a line in one of the two tables; a new column of a covered one is covered.
"""

from evidence.models.coverage import Covered, cover
from reviews.models.answer import Answer
from reviews.models.assignment import Assignment
from reviews.models.checking import Checking
from reviews.models.confirmation import Confirmation
from reviews.models.decision import Decision
from reviews.models.flag import Flag
from reviews.models.point import Point
from reviews.models.round import Round
from reviews.models.waiver import Waiver

COVERED = (
    Covered(Answer),
    Covered(Assignment),
    Covered(Confirmation),
    Covered(Decision),
    Covered(Point),
    Covered(Round),
    # A flag is what the rules find today; that a waiver speaks of this finding and no other is fixed.
    Covered(Waiver, beyond=("flag__article_id", "flag__stand", "flag__fingerprint")),
)

LEFT_OUT = {
    Checking: "Says how fresh the flags are: the next run of the checks writes it again.",
    Flag: "Computed: every run of the checks finds it again.",
}

cover(*COVERED)
