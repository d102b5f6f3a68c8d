"""How good the prose rules are on labelled files: `python -m benchmarks lab [FOLDER] [TASK …]` prints figures a task.

Each file is cut by its documents (`evidence.lab.parts`): "tuned" may be read and tuned on, "aside" is only scored, and
no row of it is printed. A change counts if the second gains. Where weights were fitted on a file, each document is
judged by weights fitted on other documents of the tuned part.
"""

import json
from collections import Counter
from pathlib import Path

from benchmarks import flagged
from evidence.lab import predict, score, task_of
from evidence.lab.parts import ASIDE, TUNED, document_of, part_of, parted
from evidence.lab.scoring import f1
from evidence.management.commands.train_needs_source import LICENCES, example_of
from evidence.prose.linear import fit
from evidence.prose.needs_source import LIKELY

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data"
# task → (figure, what is wanted of it on rows nobody here has seen)
MEASURES = {
    "t1a": ("auc", 0.80), "t1b": ("f1", 0.81), "t1c": ("auc", 0.85), "t2a": ("macro_f1", 0.78),
    "t2b": ("macro_f1", 0.75), "t2c": ("macro_f1", 0.56), "t3": ("macro_f1", 0.82), "t5a": ("f1", 0.997),
    "t5b": ("f1", 0.995), "t6a": ("macro_f1", 0.86), "t6b": ("macro_f1", 0.70), "t7": ("f1", 0.99),
    "t8": ("fields", None), "t9": ("pearson", 0.64),
}  # fmt: skip
# Files whose sentences are put to the flags: name → (files, how, what it serves).
FLAGGED = {
    "pages": ("animal_*.jsonl", flagged.of_pages, "EF1, SR2, SR3, EF8 on imported pages"),
    "field": ("prose.jsonl", flagged.of_sentences, "every rule that is named in the file"),
}
NOT_HUMAN = ("animal", "in_vitro")
FITTED_ON = "t1c"
FOLDS = 5


def figures(folder=FOLDER, *only):
    """{task: {"file", "rows", "documents", "serves", "tuned", "aside", "lost", "wanted"}} for the tasks named, or for
    all; {"skipped": why} where there is no such folder. A task without a file is left out."""
    folder = Path(folder)
    if not folder.is_dir():
        return {"skipped": f"no folder {folder}: labelled files are not part of the repository"}
    found = {}
    for name in MEASURES:
        if path := _file(folder, f"{name}_*.jsonl", name, only):
            found[name] = _figures(name, path)
    for name, (pattern, ask, serves) in FLAGGED.items():
        if path := _file(folder, pattern, name, only):
            found[name] = _flagged(path, ask, serves)
    return found


def _file(folder, pattern, name, only):
    files = sorted(folder.rglob(pattern)) if not only or name in only else ()
    return files[0] if files else None


def _figures(name, path):
    rows, task = _rows(path), task_of(name)
    fitted = name == FITTED_ON
    answers = _held_out(rows) if fitted else {id(row): predict(task, row) for row in rows}
    figure, wanted = MEASURES[name]
    said = _said(path, rows, task.serves) | {"held_out": fitted}
    for part, own in parted(rows).items():
        if own:
            predictions = [answers[id(row)] for row in own]
            said[part] = {figure: _rounded(score(task, own, predictions)[figure])}
            if name == "t3":
                said[part]["not_human_f1"] = round(_not_human(own, predictions), 3)
    values = [said.get(part, {}).get(figure) for part in (TUNED, ASIDE)]
    if all(isinstance(value, float) for value in values):
        said["lost"] = round(values[0] - values[1], 3)
    return said | {"wanted": wanted}


def _flagged(path, ask, serves):
    rows = _rows(path)
    said = _said(path, rows, serves)
    return said | {part: ask(own) for part, own in parted(rows).items() if own}


def _rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _said(path, rows, serves):
    documents = len({document_of(row) for row in rows})
    return {"file": path.name, "rows": len(rows), "documents": documents, "serves": serves}


def _held_out(rows):
    """Predictions for each row by a model that saw no row of its document, and none of the part kept aside."""
    tuned = [row for row in rows if part_of(document_of(row)) == TUNED]
    documents = sorted({document_of(row) for row in tuned})
    aside = [row for row in rows if part_of(document_of(row)) == ASIDE]
    answers = _answers(aside, _fitted(tuned)) if documents else {}
    for fold in range(FOLDS if documents else 0):
        away = set(documents[fold::FOLDS])
        model = _fitted([row for row in tuned if document_of(row) not in away])
        answers |= _answers([row for row in tuned if document_of(row) in away], model)
    return answers


def _fitted(rows):
    return fit([example_of(row) for row in rows if row.get("licence") in LICENCES])


def _answers(rows, model):
    answers = {}
    for row in rows:
        _article, words, named, _label = example_of(row)
        likely, because = model.weigh(words, named)
        answers[id(row)] = {"pred": int(likely >= LIKELY), "score": likely, "because": because}
    return answers


def _not_human(rows, predictions):
    """F1 of telling studies of animals or cells from all others."""
    pairs = Counter(
        (row["label"] in NOT_HUMAN, one["pred"] in NOT_HUMAN)
        for row, one in zip(rows, predictions, strict=True)
    )
    return f1(pairs[True, True], pairs[False, True], pairs[True, False])[2]


def _rounded(value):
    if isinstance(value, dict):
        return {name: _rounded(one["f1"] if isinstance(one, dict) else one) for name, one in value.items()}
    return round(value, 3)
