"""Which sentence of an abstract states its finding: by its words and its place."""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.patterns import patterns

# Points by place, counted from the end: the last sentence concludes most often.
FROM_END = (1.5, 0.25, -0.25)
EARLIER, OPENING = -1.0, -1.0
# (patterns, points each, most that count)
POINTS = (
    ("finding_strong", 0.75, 2),
    ("finding_weakp", 0.25, 4),
    ("finding_show", 1.25, 1),
    ("finding_neg", -0.75, 2),
    ("finding_past", -0.75, 2),
)
FIGURE, FIGURES = -0.5, re.compile(r"[pP] ?[<=>]|[nN] ?=|\d+(?:\.\d+)?\s?%|95%|CI")
BEYOND, ELSEWHERE = (
    -1.5,
    re.compile(
        r"https?:|\bavailab(?:le|ility)|github|\bfuture|further (?:research|stud|investigat)|funded|trial registration|"
        r"clinicaltrials|discussed|copyright|©",
        re.I,
    ),
)
THRESHOLD = 1.0


def finding(text, place, of):
    """Judged "1" or "0" for the sentence at `place` (from 0) among `of`, with its points as score."""
    from_end = of - 1 - place
    points = FROM_END[from_end] if from_end < len(FROM_END) else EARLIER
    if place == 0 and of > 1:
        points += OPENING
    because = []
    for name, each, most in POINTS:
        points += each * patterns(name).count(text, most)
        if each > 0:
            because += patterns(name).words(text)[:most]
    points += FIGURE * min(len(FIGURES.findall(text)), 2)
    if ELSEWHERE.search(text):
        points += BEYOND
    return Judged(str(int(points >= THRESHOLD)), round(points, 3), told(because))
