"""Causal strength of a sentence: none, correlational, conditional_causal or causal (Yu, Li & Wang 2019).

"None" is a sentence that reports no relation: a call for research, a gap, a recommendation, a mere description. Each
strength collects points for marks one can name; the most points win. The points were set by hand.
"""

import re
from functools import lru_cache

from evidence.prose import verbs
from evidence.prose.judged import Judged, told
from evidence.prose.modality import STRENGTHS
from evidence.prose.patterns import patterns

NOTHING = 1.5  # points of "none" before anything is read
# strength → {mark: points each}
POINTS = {
    "none": {"calls": 1.5, "urges": 2, "describes": 1, "quoted": 0.5},
    "correlational": {
        "together": 3, "compared": 2.25, "against": 1, "observed": 0.75, "change": 0.75, "describing": 0.75,
        "changing": 1,
    },
    "conditional_causal": {"may act": 4, "phrase may": 4, "effect may": 3, "modal": 1.5, "aiming": 0.5},
    "causal": {"acting": 2.5, "phrase": 2.5, "effect": 2, "aiming": 1, "change": 0.5, "can": 0.5},
}  # fmt: skip
ONCE = {"urges", "quoted", "against", "observed", "effect", "effect may", "modal", "can"}
MOST = 2  # of any other mark that count
_STANDS = {
    verbs.ACTS: "acting", verbs.MAY_ACT: "may act", verbs.AIMS: "aiming", verbs.DESCRIBES: "describing",
    verbs.CHANGES: "changing", verbs.SUFFERED: "changing",
}  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:may|might|could|would|likely|possib(?:le|ly)|perhaps|probably|appears?|seems?|potential(?:ly)?)\b[\w\s-]{0,35}$",
    re.I,
)
_CAN, _QUOTED, _DASHES = re.compile(r"\bcan\b", re.I), re.compile(r"[\"“]"), re.compile(r"-{2,}")
NEAR = 60  # characters in front of a phrase in which a modal conditions it
ENOUGH = 1  # points with which the weaker reading of a pair still counts


def causal_strength(text):
    """Judged with one of STRENGTHS, its place among them as score, and the words that decided."""
    label = max(STRENGTHS, key=points(text).get)
    words = [word for mark in POINTS[label] for word in marks(text).get(mark, ())]
    return Judged(label, STRENGTHS.index(label), told(sorted(words, key=text.find)))


def overstated(claim, evidence):
    """Judged "exaggerates", "same" or "downplays": a sentence's strength against that of the finding it reports.

    Both are taken to report a finding: where one seems to state no relation, its next best reading counts, and if
    there is none the two are the same. Only a triage of wording: whether a claim is overstated is decided by the
    design and species of its sources and the certainty of its outcome (EF1, EF5, EF6).
    """
    said, found = _relation(claim), _relation(evidence)
    order = STRENGTHS.index(said) - STRENGTHS.index(found) if said and found else 0
    label = "exaggerates" if order > 0 else "downplays" if order < 0 else "same"
    return Judged(label, order, told(*(causal_strength(text).because for text in (claim, evidence))))


@lru_cache(maxsize=4096)
def points(text):
    """{strength: points} of a sentence."""
    counted = {
        mark: min(len(words), 1 if mark in ONCE else MOST) for mark, words in marks(text).items() if words
    }
    return {
        strength: (NOTHING if strength == "none" else 0)
        + sum(each * counted.get(mark, 0) for mark, each in per_mark.items())
        for strength, per_mark in POINTS.items()
    }


@lru_cache(maxsize=4096)
def marks(text):
    """{mark: the words that make it} of a sentence."""
    text = _DASHES.sub(" – ", text)
    found = {name: patterns(f"strength_{name}").words(text) for name in _BY_PATTERN}
    # A risk that something acts on is its object: "increases the risk" compares nothing.
    found["compared"] = [
        match.group()
        for match in patterns("strength_compared").regex.finditer(text)
        if not verbs.has_object_at(text, match.start())
    ]
    for mark in ("phrase", "effect"):
        found[mark], found[f"{mark} may"] = _conditional(mark, text)
    for word, stands in verbs.causal_verbs(text):
        found.setdefault(_STANDS[stands], []).append(word)
    return found | {"can": _CAN.findall(text), "quoted": _QUOTED.findall(text)}


_BY_PATTERN = ("calls", "urges", "describes", "together", "against", "observed", "change", "modal")


def _conditional(mark, text):
    """(words that stand plainly, words that stand behind "may", "possible" and the like)."""
    plain, conditional = [], []
    for match in patterns(f"strength_{mark}").regex.finditer(text):
        (
            conditional if _CONDITION.search(text[max(0, match.start() - NEAR) : match.start()]) else plain
        ).append(match.group())
    return plain, conditional


def _relation(text):
    """The strength of a sentence that is taken to report a finding, or "" where nothing points to one."""
    each = points(text)
    label = max(STRENGTHS, key=each.get)
    if label == "none":
        label = max(STRENGTHS[1:], key=each.get)
        return label if each[label] > ENOUGH else ""
    return label
