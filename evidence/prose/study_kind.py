"""Kind of study from title and abstract: human, animal, in_vitro, narrative_review or other (Doneva et al. 2025).

"Human" are trials, treatments, case reports, protocols and systematic reviews; "other" what was only observed.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.patterns import patterns

KINDS = ("human", "animal", "in_vitro", "narrative_review", "other")
# (patterns, points in the text, points more for each in the title)
COUNTED = {
    "animal": (1, 3), "modeled": (1.5, 0), "cell": (1, 2), "review": (2, 0), "sr": (3, 4), "rct": (2, 0),
    "trial": (1, 1), "case": (3, 4), "proto": (2, 0), "one_case": (1, 0), "obs": (1, 1), "result": (1, 0),
    "own": (1, 0),
}  # fmt: skip
_PEOPLE = re.compile(
    r"\b(?:patients?|participants?|volunteers?|women|men|children|adults|adolescents|man|woman|boy|girl|outpatients|people)\b",
    re.I,
)
_LABORATORY = re.compile(
    r"in vitro|cell lines?|cultur|organoid|stem cell|transfect|incubat|cells|purified|assay", re.I
)
_IN_GLASS = re.compile(r"in vitro|cell lines?|cultur", re.I)
_AFTER_DEATH = re.compile(r"post-?mortem|autops|necrops", re.I)
_WE = re.compile(r"\bwe\b|\bour\b|here", re.I)
_PAST = re.compile(r"\b(?:was|were)\b", re.I)
WHOLE = 250  # characters: what is shorter may leave out how it was done


def study_kind(title, abstract):
    """Judged with one of KINDS; its words are those that decided."""
    text = f"{title} . {abstract or ''}"
    points = {name: _points(name, text, title) for name in COUNTED}
    points["animal"] += points.pop("modeled")
    if re.search(r"\breview\b", title, re.I):
        points["review"] += 3
    label = _label(text, points, len(_PEOPLE.findall(text)))
    return Judged(label, round(points.get(_DECIDED.get(label, "own"), 0), 1), _because(label, text))


def _label(text, p, people):
    """The first kind whose marks outweigh those of the others, from the surest to the least sure."""
    did = p["result"] + p["own"]
    if p["sr"] >= 6 and p["animal"] < 8:
        return "human"
    if p["one_case"] and p["animal"] < 8 and p["cell"] < 8 and p["review"] <= 4:
        return "human"
    if p["review"] >= 4 and p["own"] <= 1 and p["result"] <= 2:
        return "narrative_review"
    if kind := _preclinical(text, p, people, did):
        # What calls itself a review and did nothing tells of the animals and cells of others.
        return kind if did or p["review"] < 2 else "narrative_review"
    if p["sr"] >= 6 or (p["case"] >= 6 and p["review"] <= 4):
        return "human"
    if p["proto"] >= 4 or (p["rct"] >= 2 and p["review"] < 6):
        return "human"
    if _only_tells(text, p):
        return "narrative_review"
    if p["animal"] >= 3:
        return "animal"
    return "human" if people and p["trial"] >= 3 and 1.6 * p["trial"] >= p["obs"] else "other"


def _preclinical(text, p, people, did):
    """ "animal" or "in_vitro" where animals or cells outweigh the people, else an empty string."""
    few = p["animal"] >= 2 and not people and did >= 1 and p["cell"] < 8
    if few or (p["animal"] >= 3 and p["animal"] >= 1.2 * people + 0.5):
        title = text.partition(" . ")[0]
        return "in_vitro" if p["cell"] > 2 * p["animal"] and _IN_GLASS.search(title) else "animal"
    if p["sr"] >= 6:
        return ""
    if _is_laboratory(text, p, people, did):
        return "in_vitro"
    named_once = p["animal"] >= 1 and not people and did >= 2
    return "animal" if named_once and not p["review"] and not p["sr"] else ""


def _is_laboratory(text, p, people, did):
    marked = p["cell"] >= 4 and people <= 1 and p["animal"] < 3 and _LABORATORY.search(text)
    own = p["case"] < 3 and p["review"] <= 2 and (did >= 1 or _WE.search(text))
    return bool(marked and own and not _AFTER_DEATH.search(text))


def _only_tells(text, p):
    """Whether an abstract says little of anything done: that is how narrative reviews read."""
    result, own, review = p["result"], p["own"], p["review"]
    if len(_PAST.findall(text)) > 2 + 2 * (review >= 2):
        return False
    if review >= 2 and result <= 2 and review + 1 >= own:
        return True
    if review >= 5 and result <= 4 and own <= 2:
        return True
    bare = p["case"] < 3 and len(text) > WHOLE
    return bare and ((result == 0 and own <= 1) or (result == 1 and own == 0 and p["obs"] < 7))


def _points(name, text, title):
    in_text, in_title = COUNTED[name]
    found = patterns(f"kind_{name}")
    return in_text * found.count(text) + (in_title * found.count(title) if in_title else 0)


_DECIDED = {
    "animal": "animal",
    "in_vitro": "cell",
    "narrative_review": "review",
    "human": "trial",
    "other": "obs",
}


def _because(label, text):
    names = {"human": ("sr", "rct", "one_case", "case", "proto", "trial")}.get(label, (_DECIDED[label],))
    return told(*(patterns(f"kind_{name}").words(text)[:3] for name in names))[:6]
