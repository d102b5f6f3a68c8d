"""Sources of the library for a sentence, the likeliest first, each with the passage of its stored text that fits best.

Okapi BM25 (Robertson & Zaragoza 2009) over stemmed terms, on rows of our own: PostgreSQL ranks without the rarity of
words and SQLite's FTS5 stems otherwise, so that one index gives both databases the same order.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Avg, Count, F
from django.db.models.functions import MD5, Concat

from evidence.models import IndexedSource, Source, SourceTerm
from evidence.prose.sentences import split
from evidence.prose.terms import terms
from evidence.vocabulary import Design

K1, B = 1.2, 0.75  # the usual values (Robertson & Zaragoza 2009, section 3.1)
TITLE = 2  # a word of the title counts as often
AT_ONCE = 200
MODELS = (Design.AN, Design.VT, Design.SIL)
# What is read first for a claim about people; a nudge among works that fit alike, no judgement.
READ_FIRST = {Design.SRMA: 1.1, Design.GUID: 1.1, Design.RCT: 1.1, **dict.fromkeys(MODELS, 0.9)}


@dataclass(frozen=True)
class Candidate:
    """`passage` is the sentence of the stored text that shares most with what was asked; empty without a text."""

    source: Source
    score: float
    passage: str


def candidates(text, limit=10, *, of_models=False):
    """The Candidates for a sentence, at most `limit`; `of_models` where the sentence itself speaks of animals or
    cells. Brings the index in step first."""
    catch_up()
    weights, scores = _scored(set(terms(text)))
    best = sorted(scores, key=lambda pk: (-scores[pk], pk))[: 3 * limit]
    rows = Source.objects.own().prefetch_related("updates").in_bulk(best)
    nudged = {
        pk: scores[pk] * (1 if of_models else READ_FIRST.get(row.design, 1)) for pk, row in rows.items()
    }
    ranked = sorted(nudged, key=lambda pk: (-nudged[pk], pk))[:limit]
    return [Candidate(rows[pk], nudged[pk], passage(weights, rows[pk].stored_text)) for pk in ranked]


def ranking(text, limit=10):
    """Primary keys of sources by their words alone, the likeliest first."""
    _weights, scores = _scored(set(terms(text)))
    return sorted(scores, key=lambda pk: (-scores[pk], pk))[:limit]


def passage(weights, text):
    """The sentence of a text whose terms weigh most; `weights` maps terms to their rarity."""
    sentences = [text[start:end].strip() for start, end in split(text)]
    return max(
        sentences,
        key=lambda said: sum(weights.get(term, 0) for term in set(terms(said))),
        default="",
    )


def catch_up():
    """Index the sources whose title or stored text is another than the index knows; the number of them."""
    as_now = Source.objects.own().annotate(now=MD5(Concat("title", "stored_text")))
    waiting = list(as_now.exclude(indexed__of=F("now")).values_list("pk", flat=True))
    for start in range(0, len(waiting), AT_ONCE):
        _index(as_now.filter(pk__in=waiting[start : start + AT_ONCE]))
    return len(waiting)


def _index(sources):
    with transaction.atomic():
        rows, indexed = [], []
        for source in sources.only("title", "stored_text"):
            counts = Counter(terms(source.stored_text))
            for term in terms(source.title):
                counts[term] += TITLE
            rows += [SourceTerm(source=source, term=term, count=count) for term, count in counts.items()]
            indexed.append(IndexedSource(source=source, of=source.now, length=sum(counts.values())))
        keys = [one.source_id for one in indexed]
        SourceTerm.objects.filter(source__in=keys).delete()
        SourceTerm.objects.bulk_create(rows, batch_size=1000)
        IndexedSource.objects.bulk_create(
            indexed, update_conflicts=True, unique_fields=["source"], update_fields=["of", "length"]
        )


def _scored(asked):
    """({term: its rarity}, {primary key: BM25 score}) over every source that shares a term."""
    whole = IndexedSource.objects.filter(source__merged_into=None).aggregate(
        n=Count("pk"), mean=Avg("length")
    )
    found = SourceTerm.objects.filter(term__in=asked, source__merged_into=None)
    rows = list(found.values_list("term", "source_id", "count", "source__indexed__length"))
    holding = Counter(term for term, *_rest in rows)
    weights = {term: math.log(1 + (whole["n"] - n + 0.5) / (n + 0.5)) for term, n in holding.items()}
    scores = defaultdict(float)
    for term, source, count, length in rows:
        if length is not None:
            saturation = count + K1 * (1 - B + B * length / whole["mean"])
            scores[source] += weights[term] * count * (K1 + 1) / saturation
    return weights, dict(scores)
