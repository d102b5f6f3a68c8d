"""Whether we may say it yet: one noun a file."""

from reviews.models.answer import Answer
from reviews.models.assignment import Assignment
from reviews.models.confirmation import Confirmation
from reviews.models.decision import Decision
from reviews.models.flag import Flag
from reviews.models.point import Point
from reviews.models.round import Round
from reviews.models.waiver import Waiver

__all__ = ["Answer", "Assignment", "Confirmation", "Decision", "Flag", "Point", "Round", "Waiver"]
