"""How good the prose rules are on labelled files: `python -m benchmarks lab [FOLDER]` prints a figure a task.

Where weights were fitted on a file, each document is judged by weights fitted on the others.
"""

import json
from collections import Counter
from pathlib import Path

from evidence.lab import predict, score, task_of
from evidence.lab.scoring import f1
from evidence.management.commands.train_needs_source import LICENCES, example_of
from evidence.prose.linear import fit
from evidence.prose.needs_source import LIKELY

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data" / "sentences"
# task → (figure, what is wanted of it on rows nobody here has seen)
MEASURES = {
    "t1a": ("auc", 0.77), "t1b": ("f1", 0.80), "t1c": ("auc", 0.82), "t2a": ("macro_f1", 0.74),
    "t2b": ("macro_f1", 0.70), "t2c": ("macro_f1", 0.52), "t3": ("macro_f1", 0.79), "t5a": ("f1", 0.996),
    "t5b": ("f1", 0.993), "t6a": ("macro_f1", 0.84), "t6b": ("macro_f1", 0.66), "t7": ("f1", 0.99),
    "t8": ("fields", None), "t9": ("pearson", 0.60),
}  # fmt: skip
NOT_HUMAN = ("animal", "in_vitro")
FITTED_ON = "t1c"
FOLDS = 5


def figures(folder=FOLDER):
    """{task: {"file", "rows", "documents", figure, "wanted"}}, or {"skipped": why} where there is no such folder; a
    task without a file is left out."""
    folder = Path(folder)
    if not folder.is_dir():
        return {"skipped": f"no folder {folder}: labelled files are not part of the repository"}
    found = {name: sorted(folder.glob(f"{name}_*.jsonl")) for name in MEASURES}
    return {name: _figures(name, files[0]) for name, files in found.items() if files}


def _figures(name, path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    task = task_of(name)
    fitted = name == FITTED_ON
    predictions = _held_out(rows) if fitted else [predict(task, row) for row in rows]
    figure, wanted = MEASURES[name]
    found = score(task, rows, predictions)
    said = {"file": path.name, "rows": len(rows), "documents": len({_document(row) for row in rows})}
    said |= {figure: _rounded(found[figure]), "wanted": wanted, "held_out": fitted}
    return said | ({"not_human_f1": round(_not_human(rows, predictions), 3)} if name == "t3" else {})


def _held_out(rows):
    """Predictions for each row by a model that saw no row of its document."""
    documents = sorted({_document(row) for row in rows})
    answers = {}
    for fold in range(FOLDS):
        away = set(documents[fold::FOLDS])
        seen = [row for row in rows if _document(row) not in away and row.get("licence") in LICENCES]
        model = fit([example_of(row) for row in seen])
        for row in rows:
            if _document(row) in away:
                _article, words, named, _label = example_of(row)
                likely, because = model.weigh(words, named)
                answers[row["id"]] = {"pred": int(likely >= LIKELY), "score": likely, "because": because}
    return [answers[row["id"]] for row in rows]


def _not_human(rows, predictions):
    """F1 of telling studies of animals or cells from all others."""
    pairs = Counter(
        (row["label"] in NOT_HUMAN, one["pred"] in NOT_HUMAN)
        for row, one in zip(rows, predictions, strict=True)
    )
    return f1(pairs[True, True], pairs[False, True], pairs[True, False])[2]


def _document(row):
    return row.get("doc") or row["id"]


def _rounded(value):
    if isinstance(value, dict):
        return {name: _rounded(one["f1"] if isinstance(one, dict) else one) for name, one in value.items()}
    return round(value, 3)
