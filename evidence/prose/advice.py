"""Advice in a sentence: none, weak (commends something) or strong (says what should be done) (Li, Wang & Yu 2021).

Each kind collects points for marks one can name; the most points win. The points were set by hand. Calls for research
and caution with the result are no advice to those who care or are ill.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.patterns import patterns
from evidence.prose.research_calls import without_research_calls

KINDS = ("none", "weak", "strong")
COMMENDS = ("may_use", "may_be", "may_help", "praised", "is_good", "support", "option", "important")
DEMANDS = ("should", "needed", "recommend", "need", "needing")
REPORTS = ("find", "denied", "implications")
MOST = {"find": 3}  # that count; of any other mark one
_REPORTED = {"find": 0.5, "denied": 0.5, "implications": 1}
# kind → {mark: points each}; four of ten conclusions advise, one of ten sentences of a discussion.
CONCLUSION = {
    "none": {"plain": 1.7, **_REPORTED},
    "weak": {"may_use": 2.5, "may_be": 2.5, "may_help": 2, "praised": 2, "is_good": 2, "support": 2, "option": 1.75,
             "important": 1},
    "strong": {"should": 4.5, "needed": 3.5, "recommend": 3.5, "need": 3.5, "needing": 2.5},
}  # fmt: skip
DISCUSSION = {
    "none": {"plain": 2.25, "cited": 1, "research": 0.5, **_REPORTED},
    "weak": {"may_use": 2.5, "may_be": 2.75, "may_help": 2.75, "praised": 1.5, "is_good": 1, "support": 1,
             "option": 1.5, "important": 0.5},
    "strong": {"should": 3.5, "needed": 1.75, "recommend": 3.25, "need": 3.5, "needing": 1.5},
}  # fmt: skip
_LESS_NEED = re.compile(
    r"\b(?:reduc\w*|decreas\w*|minimi\w*|remov\w*|avoid\w*|eliminat\w*|obviat\w*|lower\w*|without|and|or|less|"
    r"lessen\w*) (?:or \w+ )?(?:the |any )?need for",
    re.I,
)
_CITED = re.compile(r"\[(?:\d|citation)|et al|\((?:19|20)?\d|\(\w+,? \d{4}|\(citation", re.I)


def advice(text, *, discussion=False):
    """Judged "none", "weak" or "strong" with its place among them as score, and the words that decided; `discussion`
    says that the sentence comes from a discussion, where advice is rarer than in a conclusion."""
    found = _marks(text)
    counted = {mark: min(len(words), MOST.get(mark, 1)) for mark, words in found.items()}
    each = DISCUSSION if discussion else CONCLUSION
    points = {
        kind: sum(worth * counted.get(mark, 0) for mark, worth in marks.items())
        for kind, marks in each.items()
    }
    label = max(KINDS, key=points.get)
    because = [word for mark in each[label] if mark not in _SILENT for word in found[mark]]
    return Judged(label, KINDS.index(label), told(sorted(because, key=text.find)))


_SILENT = ("plain", "cited", "research", "find")


def _marks(text):
    """{mark: the words that make it}."""
    rest = without_research_calls(text)
    found = {mark: patterns(f"advice_{mark}").words(rest) for mark in (*COMMENDS, *REPORTS, *DEMANDS)}
    needs = _LESS_NEED.sub(" ", rest)
    found["need"] = patterns("advice_need").words(needs)
    found["needing"] = [] if found["need"] else patterns("advice_needing").words(needs)
    return found | {
        "plain": ["plain"], "cited": _CITED.findall(text), "research": [] if rest == text else ["research"],
    }  # fmt: skip
