"""How well and how fast a source is found for a sentence, on the claims and abstracts of SciFact where they lie."""

import json
import math
import statistics
from pathlib import Path
from time import perf_counter

from evidence.library import searching
from evidence.models import Source

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data" / "scifact"
AT = 10


def figures():
    """{"abstracts", "claims", "ndcg_at_10", "recall_at_10", "index_s", "median_ms", "p99_ms"}; says where the files are
    missing."""
    if not FOLDER.is_dir():
        return {"missing": str(FOLDER)}
    started = perf_counter()
    _shelve(_lines("corpus.jsonl"))
    searching.catch_up()
    indexed = perf_counter() - started
    asked = [one for one in _lines("claims_train.jsonl") if one["cited_doc_ids"]]
    gains, recalls, times = zip(*map(_tried, asked), strict=True)
    return {
        "abstracts": Source.objects.count(),
        "claims": len(asked),
        "ndcg_at_10": round(statistics.mean(gains), 3),
        "recall_at_10": round(statistics.mean(recalls), 3),
        "index_s": round(indexed, 1),
        "median_ms": round(statistics.median(times), 1),
        "p99_ms": round(statistics.quantiles(times, n=100)[-1], 1),
    }


def _lines(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def _shelve(works):
    Source.objects.bulk_create(map(_source, works), batch_size=500)


def _source(work):
    text = " ".join(work["abstract"])
    return Source(pk=work["doc_id"], key=f"w{work['doc_id']}", title=work["title"], stored_text=text)


def _tried(claim):
    """nDCG and recall among the first ten, and the milliseconds it took."""
    started = perf_counter()
    found = [one.source.pk for one in searching.candidates(claim["claim"], AT)]
    took = 1000 * (perf_counter() - started)
    right = set(map(int, claim["cited_doc_ids"]))
    gain = sum(1 / math.log2(rank + 2) for rank, pk in enumerate(found) if pk in right)
    best = sum(1 / math.log2(rank + 2) for rank in range(min(AT, len(right))))
    return gain / best, len(right & set(found)) / len(right), took
