"""Figures for the parts of references: a part is right if it says the same, letters and digits only."""

import re

FIELDS = ("date", "pages", "doi", "url", "author", "title")
WHOLE = ("title", "author")  # of the others, one may hold the other ("2003" and "2003 Oct")


def score_parts(rows, predictions):
    """{"fields": {field: {"precision", "recall", "f1"}}} of predictions on rows with `segments`."""
    return {"fields": {field: _figures(field, rows, predictions) for field in FIELDS}}


def _figures(field, rows, predictions):
    hits = extra = missed = 0
    for row, one in zip(rows, predictions, strict=True):
        gold = _bare(" ".join(text for tag, text in row["segments"] if tag == field))
        pred = _bare(one["pred"].get(field) or "")
        good = bool(gold and pred) and (
            pred == gold or (field not in WHOLE and (pred in gold or gold in pred))
        )
        hits, extra, missed = (
            hits + good,
            extra + (bool(pred) and not good),
            missed + (bool(gold) and not good),
        )
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def _bare(text):
    return re.sub(r"[\W_]+", "", str(text).lower())
