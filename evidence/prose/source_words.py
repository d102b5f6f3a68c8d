"""Words by which writers tell what others found from what they found: lists in `data/source/`, points set by hand.

Citing follows the rhetoric of papers: background and earlier work are cited, the writers' own aims, figures, inferences
and limits are not (Swales 1990; Teufel & Moens 2002, argumentative zoning).
"""

import math
import re
from dataclasses import dataclass

from evidence.prose.phrasebook import Words, phrasebook

# List → points if one of its terms stands anywhere.
POINTS = {
    "authors": 2.2, "earlier": 1.6, "perfect": 1.4, "review": 1.0, "studies": 0.9, "agreement": 0.8, "known": 0.8,
    "telling": 0.6, "role": 0.5, "burden": 0.4, "usual": 0.3, "illness": 0.3, "beings": 0.3,
    "unreal": -2.0, "limits": -1.5, "figure": -1.0, "making": -1.0, "own": -0.8, "more_research": -0.8, "gap": -0.6,
    "own_study": -0.5, "future": -0.5, "question": -0.5, "own_finding": -0.3, "contrast": -0.2,
}  # fmt: skip
# List → points more if one stands among the first words: what a sentence opens with is what it is about.
OPENING = {"earlier": 0.3, "own_study": -0.4, "perhaps": -0.5, "inference": -1.3}
OPENS = 5
VALUE, VALUES, SIGNS = -1.5, re.compile(r"[pP] ?[<=>≤]|±|\b[nN] ?= ?\d"), "<=>≤±"
PAST_ONLY, FIGURE, FIGURES = -0.3, 0.1, 6
LENGTH, PLAIN_LENGTH = 0.8, 10  # longer sentences carry more that was read elsewhere
FRAGMENT, FEWEST = -1.5, 8


@dataclass(frozen=True)
class Reading:
    """`found` are the words of each list, those of the opening under "NAME early"; `points` their sum."""

    words: list[str]
    found: dict[str, str]
    figures: int
    points: float

    @property
    def because(self):
        """The words that speak for a source, the strongest first."""
        return [self.found[name] for name in POINTS if name in self.found and POINTS[name] > 0]


def read(text):
    """The Reading of a sentence."""
    words = Words(text)
    found = {}
    for name, at, phrase in phrasebook("source").among(words):
        found.setdefault(name, phrase)
        if at < OPENS:
            found.setdefault(f"{name} early", phrase)
    if "present" not in found and ("past" in found or any(word.endswith("ed") for word in words.small)):
        found["past only"] = ""
    if "present" in found and "past" not in found:
        found["present only"] = found["present"]
    if any(sign in text for sign in SIGNS) and (value := VALUES.search(text)):
        found["value"] = value.group()
    figures = sum([word[0].isdigit() for word in words.small])
    return Reading(words.small, found, figures, _points(found, figures, len(words.small)))


def _points(found, figures, length):
    points = sum(each for name, each in POINTS.items() if name in found)
    points += sum(each for name, each in OPENING.items() if f"{name} early" in found)
    points += PAST_ONLY * ("past only" in found) + VALUE * ("value" in found)
    points += FIGURE * min(figures, FIGURES) + FRAGMENT * (length < FEWEST)
    return points + LENGTH * min(1.0, math.log(max(length, 3) / PLAIN_LENGTH))
