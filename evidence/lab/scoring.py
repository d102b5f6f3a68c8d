"""Figures for predictions on labelled rows: precision, recall, F1, macro-F1, confusion, and the worst examples."""

import re
from collections import Counter

from evidence.lab.fields import gold_parts, score_parts, wrong_parts

WORST = 10


def score(task, rows, predictions):
    """{"rows", figures …, "worst": [{"id", "gold", "pred", "score", "text"}]} of a Task's predictions.

    Raises ValueError for rows without labels.
    """
    by_kind = {
        "binary": _binary,
        "classes": _classes,
        "boundaries": _boundaries,
        "sections": _sections,
        "parts": _parts,
        "rating": _rating,
    }
    try:
        figures = by_kind[task.kind](rows, predictions)
    except KeyError as missing:
        raise ValueError(f"rows of {task.name} need the field {missing} to be scored") from missing
    return {"rows": len(rows), **figures}


def f1(hits, extra, missed):
    """(precision, recall, F1) of counts."""
    precision = hits / (hits + extra) if hits + extra else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def area(labels, scores):
    """Area under the ROC curve by ranks; ties share their rank. None for labels of one kind only."""
    ranks, position = {}, 0
    counted = sorted(Counter(scores).items())
    for value, count in counted:
        ranks[value] = position + (count + 1) / 2
        position += count
    positives = sum(labels)
    negatives = len(labels) - positives
    if not positives or not negatives:
        return None
    total = sum(ranks[one] for one, label in zip(scores, labels, strict=True) if label)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def _binary(rows, predictions):
    gold = [int(row["label"]) for row in rows]
    pred = [int(one["pred"]) for one in predictions]
    pairs = Counter(zip(gold, pred, strict=True))
    precision, recall, value = f1(pairs[1, 1], pairs[0, 1], pairs[1, 0])
    other = f1(pairs[0, 0], pairs[1, 0], pairs[0, 1])[2]
    auc = area(gold, [float(one["score"]) for one in predictions])
    wrong = sorted(
        zip(rows, predictions, strict=True), key=lambda pair: -abs(int(pair[0]["label"]) - pair[1]["score"])
    )
    return {
        "precision": precision, "recall": recall, "f1": value, "macro_f1": (value + other) / 2, "auc": auc,
        "confusion": {f"{a}→{b}": n for (a, b), n in sorted(pairs.items())},
        "worst": _worst([pair for pair in wrong if int(pair[0]["label"]) != int(pair[1]["pred"])]),
    }  # fmt: skip


def _classes(rows, predictions):
    pairs = Counter((str(row["label"]), str(one["pred"])) for row, one in zip(rows, predictions, strict=True))
    labels, each = sorted({gold for gold, _pred in pairs}), {}
    for label in labels:
        hits = pairs[label, label]
        extra = sum(n for (gold, pred), n in pairs.items() if pred == label != gold)
        missed = sum(n for (gold, pred), n in pairs.items() if gold == label != pred)
        each[label] = _named(hits, extra, missed)
    wrong = [
        pair for pair in zip(rows, predictions, strict=True) if str(pair[0]["label"]) != str(pair[1]["pred"])
    ]
    return {
        "macro_f1": sum(one["f1"] for one in each.values()) / len(each) if each else 0.0,
        "accuracy": sum(pairs[label, label] for label in labels) / max(1, len(rows)),
        "labels": each,
        "confusion": {f"{gold}→{pred}": n for (gold, pred), n in sorted(pairs.items())},
        "worst": _worst(wrong),
    }


def _boundaries(rows, predictions):
    """White space does not count, nor does the end of the text."""
    counts, wrong = Counter(), []
    for row, one in zip(rows, predictions, strict=True):
        gold, pred = (_inner(row["text"], ends) for ends in (row["ends"], one["pred"]))
        counts += Counter({"hits": len(gold & pred), "extra": len(pred - gold), "missed": len(gold - pred)})
        counts["exact"] += gold == pred
        if gold != pred:
            wrong.append((len(gold ^ pred), row, one))
    named = _named(counts["hits"], counts["extra"], counts["missed"])
    worst = sorted(wrong, key=lambda case: -case[0])
    return {
        **named,
        "exact": counts["exact"] / max(1, len(rows)),
        "confusion": {name: counts[name] for name in ("hits", "extra", "missed")},
        "worst": _worst([(row, one) for _far, row, one in worst], gold=lambda row: row["ends"]),
    }


def _inner(text, ends):
    places = {len(re.sub(r"\s", "", text[: int(end)])) for end in ends}
    return places - {0, len(re.sub(r"\s", "", text))}


def _sections(rows, predictions):
    pairs, wrong = Counter(), []
    for row, one in zip(rows, predictions, strict=True):
        gold = [int(not section["cited"]) for section in row["sections"]]
        pairs.update(zip(gold, map(int, one["pred"]), strict=True))
        if gold != list(one["pred"]):
            wrong.append((row, one))
    return {
        **_named(pairs[1, 1], pairs[0, 1], pairs[1, 0]),
        "confusion": {f"{a}→{b}": n for (a, b), n in sorted(pairs.items())},
        "worst": _worst(wrong, gold=lambda row: [int(not section["cited"]) for section in row["sections"]]),
    }


def _parts(rows, predictions):
    figures = score_parts(rows, predictions)
    wrong = [pair for pair in zip(rows, predictions, strict=True) if wrong_parts(*pair)]
    wrong.sort(key=lambda pair: -len(wrong_parts(*pair)))
    return figures | {"worst": _worst(wrong, gold=lambda row: gold_parts(row))}


def _rating(rows, predictions):
    gold, pred = [float(row["rating"]) for row in rows], [float(one["pred"]) for one in predictions]
    mean_gold, mean_pred = sum(gold) / len(gold), sum(pred) / len(pred)
    together = sum((a - mean_gold) * (b - mean_pred) for a, b in zip(gold, pred, strict=True))
    spread = sum((a - mean_gold) ** 2 for a in gold) * sum((b - mean_pred) ** 2 for b in pred)
    far = sorted(
        zip(rows, predictions, strict=True), key=lambda pair: -abs(pair[0]["rating"] - pair[1]["pred"])
    )
    worst = _worst(far, gold=lambda row: row["rating"])
    pairs = Counter((round(a), round(b)) for a, b in zip(gold, pred, strict=True))
    return {
        "pearson": together / spread**0.5 if spread else 0.0,
        "confusion": {f"{a}→{b}": n for (a, b), n in sorted(pairs.items())},
        "worst": worst,
    }


def _worst(pairs, gold=lambda row: row.get("label")):
    return [
        {
            "id": row.get("id"), "gold": gold(row), "pred": one["pred"], "score": one["score"],
            "because": one["because"], "text": _text_of(row)[:200],
        }
        for row, one in pairs[:WORST]
    ]  # fmt: skip


def _text_of(row):
    return next((row[name] for name in ("text", "title", "claim", "raw") if row.get(name)), "")


def _named(hits, extra, missed):
    return dict(zip(("precision", "recall", "f1"), f1(hits, extra, missed), strict=True))
