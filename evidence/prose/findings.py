"""Which sentence of an abstract states its finding: by its words (lists in `data/finding/`) and its place.

Points are set by hand: authors frame what they found in the present tense, after what they did, towards the end.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.phrasebook import Words, phrasebook

# Points by place, counted from the end: the last sentence concludes most often. The opening one hardly ever does.
FROM_END, EARLIER, OPENING = (2.0, 0.0, -1.0, -1.0, -1.0), -2.0, -0.75
# List → (points for each term that stands in the sentence, how many count).
POINTS = {
    "that": (1.25, 1), "frame": (1.0, 1), "frame_past": (0.75, 1), "we_show": (0.75, 1), "conclude": (0.5, 1),
    "perhaps": (0.5, 2), "worth": (0.4, 3), "present": (0.25, 2),
    "past": (-0.75, 2), "done": (-1.0, 1), "aim": (-0.5, 1), "about": (-1.25, 1), "future": (-0.75, 1),
}  # fmt: skip
# Points more, or only, where the term stands among the first words.
EARLY = {"we_show": 0.75, "conclude": 0.5, "frame_past": 0.5, "frame": 0.25, "background": -0.5}
OPENS = 4
PAST_ONLY = -0.5
FIGURE, FIGURES = -0.5, re.compile(r"[pP] ?[<=>]|[nN] ?=|\d+(?:\.\d+)?\s?%|CI\b|±|\d+\.\d+")
BRACKET, MOST = -0.25, 2  # figures and brackets beyond these tell nothing more
ELSEWHERE, ADDRESS = -2.0, re.compile(r"https?:|www\.|[©@]")
THRESHOLD = 0.9


def finding(text, place, of):
    """Judged "1" or "0" for the sentence at `place` (from 0) among `of`, with its points as score."""
    found = phrasebook("finding").among(Words(text))
    points = _of_place(place, of) + _of_words(found)
    points += FIGURE * min(len(FIGURES.findall(text)), MOST) + BRACKET * min(text.count("("), MOST)
    if ADDRESS.search(text):
        points += ELSEWHERE
    because = told([words for name, _at, words in found if POINTS.get(name, (0, 0))[0] > 0])
    return Judged(str(int(round(points, 3) >= THRESHOLD)), round(points, 3), because)


def _of_place(place, of):
    from_end = of - 1 - place
    points = FROM_END[from_end] if from_end < len(FROM_END) else EARLIER
    return points + OPENING if place == 0 and of > 1 else points


def _of_words(found):
    names = [name for name, _at, _words in found]
    points = sum(each * min(names.count(name), most) for name, (each, most) in POINTS.items())
    points += sum(
        EARLY[name] for name in {name for name, at, _words in found if name in EARLY and at < OPENS}
    )
    return points + PAST_ONLY if "past" in names and "present" not in names else points
