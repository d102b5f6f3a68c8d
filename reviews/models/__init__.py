"""Whether we may say it yet: rows, one noun a file.

Import the nouns from here. It imports `checks`, `permissions` and all of `evidence`.
"""

from reviews.models.answer import Answer
from reviews.models.assignment import Assignment
from reviews.models.checking import Checking
from reviews.models.confirmation import Confirmation
from reviews.models.covered import COVERED, LEFT_OUT
from reviews.models.decision import Decision
from reviews.models.flag import Flag
from reviews.models.point import Point
from reviews.models.round import Round
from reviews.models.waiver import Waiver

__all__ = [
    "COVERED",
    "LEFT_OUT",
    "Answer",
    "Assignment",
    "Checking",
    "Confirmation",
    "Decision",
    "Flag",
    "Point",
    "Round",
    "Waiver",
]
