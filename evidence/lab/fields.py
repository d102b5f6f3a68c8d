"""Figures for the parts of references: a part is right if it says the same, letters and digits only."""

import re

FIELDS = ("date", "pages", "doi", "url", "author", "title")
WHOLE = ("title", "author")  # of the others, one may hold the other ("2003" and "2003 Oct")


def score_parts(rows, predictions):
    """{"fields": {field: {"precision", "recall", "f1"}}, "confusion": {field: {"hits", "extra", "missed"}}} of
    predictions on rows with `segments`."""
    counted = {field: _counted(field, rows, predictions) for field in FIELDS}
    return {
        "fields": {field: _figures(**counts) for field, counts in counted.items()},
        "confusion": counted,
    }


def gold_parts(row):
    """{field: text} of a labelled reference."""
    found = {field: " ".join(text for tag, text in row["segments"] if tag == field) for field in FIELDS}
    return {field: text for field, text in found.items() if text}


def wrong_parts(row, one):
    """The fields of a reference that a prediction got wrong, missed or made up."""
    gold, pred = gold_parts(row), one["pred"]
    return [
        field
        for field in FIELDS
        if (_bare(gold.get(field)) or _bare(pred.get(field)))
        and not _is_right(field, gold.get(field), pred.get(field))
    ]


def _counted(field, rows, predictions):
    hits = extra = missed = 0
    for row, one in zip(rows, predictions, strict=True):
        gold, pred = gold_parts(row).get(field), one["pred"].get(field)
        right = _is_right(field, gold, pred)
        hits += right
        extra += bool(_bare(pred)) and not right
        missed += bool(_bare(gold)) and not right
    return {"hits": hits, "extra": extra, "missed": missed}


def _is_right(field, gold, pred):
    gold, pred = _bare(gold), _bare(pred)
    return bool(gold and pred) and (pred == gold or (field not in WHOLE and (pred in gold or gold in pred)))


def _figures(hits, extra, missed):
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def _bare(text):
    return re.sub(r"[\W_]+", "", str(text or "").lower())
