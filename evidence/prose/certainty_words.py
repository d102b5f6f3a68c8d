"""How certain a finding is worded, from 1 (very uncertain) to 6 (certain): points for words one can name.

Asked of words only; how certain a finding is, is said by GRADE. Scale after Pei & Jurgens 2021.
"""

import re

from evidence.prose.judged import Judged, told

PLAIN = 4.9  # a sentence without any of these words
MOST = 2  # of a kind that count
POINTS = (
    (-1.3, r"may|might|could|can"),
    (-0.5, r"possibl[ey]|perhaps|potential(?:ly)?|probabl[ey]|likely|unlikely|presumably|apparent(?:ly)?"),
    (-0.3, r"suggest\w*|indicat\w*|appear\w*|seem\w*|hint\w*|points? to|impl(?:y|ies)\w*"),
    (-0.3, r"think|believe|hypothes\w+|speculat\w+|assum\w+|suspect\w*|propos\w+|estimate[sd]?"),
    (
        -0.9,
        r"unclear|unknown|not (?:clear|known)|uncertain|remains? to be|whether|gaps? in|"
        r"(?:further|more|future) (?:research|stud(?:y|ies)|work|investigations?)",
    ),
    (-0.2, r"would|should|will"),
    (
        -0.4,
        r"some|often|sometimes|usually|generally|typically|about|around|approximately|roughly|nearly|almost|tend\w*",
    ),
    (0.3, r"significant(?:ly)?|strong(?:ly)?|clear(?:ly)?|definit\w+|dramatic\w*|always|never|must"),
    (-0.4, r"say|says|said|according to|told|explained"),
    (0.3, r"not|no|neither"),
    (-0.2, r"associat\w+|correlat\w+|linked|related"),
    (-0.3, r"if"),
    (0.1, r"was|were|had"),
)
_KINDS = tuple((points, re.compile(rf"\b(?:{words})\b", re.I)) for points, words in POINTS)


def worded_certainty(text):
    """Judged with the rating as score (1 to 6) and as label rounded."""
    rating, because = PLAIN + 0.2 * min(len(text.split()), 60) / 30, []
    for points, kind in _KINDS:
        found = kind.findall(text)
        rating += points * min(len(found), MOST)
        because += found[:MOST]
    rating = min(6.0, max(1.0, rating))
    return Judged(str(round(rating)), round(rating, 3), told(because))
