"""Tasks by their prefix: how a row is put to the rules, and what kind of answer is expected."""

import re
from dataclasses import dataclass

from evidence.bibliography.references.parsing.splitting import split as parts_of_reference
from evidence.importers.citing.sourced import is_sourced
from evidence.lab.fields import FIELDS
from evidence.prose.advice import advice
from evidence.prose.certainty_words import worded_certainty
from evidence.prose.checkable import judge
from evidence.prose.findings import finding
from evidence.prose.needs_source import needs_source
from evidence.prose.sentences import split
from evidence.prose.strength import causal_strength, overstated
from evidence.prose.study_kind import study_kind


@dataclass(frozen=True)
class Task:
    """`ask(row)` gives a dict with pred and, where there is one, score and because; `kind` says how it is scored:
    "binary", "classes", "boundaries", "sections", "parts" or "rating"; `serves` names the rules and pages that ask the
    same function."""

    name: str
    asks: str
    kind: str
    ask: object
    serves: str


def task_of(name):
    """The Task whose prefix a name begins with, the longest first; raises KeyError for none."""
    for prefix in sorted(TASKS, key=len, reverse=True):
        if name.startswith(prefix):
            return TASKS[prefix]
    raise KeyError(name)


def predict(task, row):
    """One line of predictions: {"id", "pred", "score", "because"}."""
    return {"id": row.get("id"), **task.ask(row)}


def _needs_source(row):
    if "pos" in row and "n" in row:
        return _judged(finding(row["text"], row["pos"], row["n"]), number=True)
    if not row.get("section"):
        # Prose of no paper: what the check of uncovered prose says of it.
        judged = judge(row["text"])
        return {"pred": int(judged.checkable), "score": judged.score, "because": list(judged.because)}
    judged = needs_source(
        row["text"],
        section=row.get("section", ""),
        heading=row.get("heading", ""),
        paragraph=row.get("para"),
        sentence=row.get("sent"),
    )
    return _judged(judged, number=True)


def _strength(row):
    return _judged(causal_strength(row["text"]))


def _overstated(row):
    return _judged(overstated(row["claim"], row["evidence"]))


def _kind(row):
    return _judged(study_kind(row.get("title") or "", row.get("abstract") or ""))


def _ends(row):
    return {"pred": [end for _start, end in split(row["text"])], "score": 0.0, "because": []}


def _advice(row):
    # A row from a discussion says where in it the sentence stood; a conclusion names its study's design.
    return _judged(advice(row["text"], discussion="rel_loc" in row and "design" not in row))


def _sections(row):
    sourced = [is_sourced(_paragraphs(section)) for section in row["sections"]]
    return {"pred": [int(one.label != "sourced") for one in sourced], "score": 0.0,
            "because": [word for one in sourced for word in one.because[:1]]}  # fmt: skip


def _parts(row):
    parts = parts_of_reference(row["raw"])
    found = {name: parts.get(name, "") for name in FIELDS}
    return {"pred": {name: value for name, value in found.items() if value}, "score": 0.0, "because": []}


def _certainty(row):
    judged = worded_certainty(row["text"])
    return {"pred": judged.score, "score": judged.score, "because": list(judged.because)}


def _paragraphs(section):
    return [one["text"] if isinstance(one, dict) else one for one in section["paragraphs"]]


def _judged(judged, number=False):
    label = int(judged.label) if number and re.fullmatch(r"\d", judged.label) else judged.label
    return {"pred": label, "score": judged.score, "because": list(judged.because)}


TASKS = {
    "t1": Task(
        "t1", "Does this sentence need a source, or state a finding?", "binary", _needs_source,
        "SR1, SR3, the claims proposed at import, and SR3's order; findings: the words proposed for a quotation (SI9)",
    ),
    "t2": Task(
        "t2", "How strong is the causal wording?", "classes", _strength, "EF1, EF4 to EF7, EF16, the order of attention"
    ),
    "t2c": Task("t2c", "Is the claim worded more strongly than its evidence?", "classes", _overstated, "EF18"),
    "t3": Task("t3", "What kind of study is it?", "classes", _kind, "designs proposed for sources"),
    "t5": Task("t5", "Where do sentences end?", "boundaries", _ends, "every rule and page that shows sentences"),
    "t6": Task("t6", "Does it advise?", "classes", _advice, "the order of attention; SB4 asks for more"),
    "t7": Task("t7", "Which sections cite nothing?", "sections", _sections, "SR1"),
    "t8": Task("t8", "What are the parts of this reference?", "parts", _parts, "references read at import"),
    "t9": Task("t9", "How certain is it worded?", "rating", _certainty, "the order of attention"),
}  # fmt: skip
