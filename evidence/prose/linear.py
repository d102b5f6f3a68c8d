"""A small linear model over words and named features: a data file that anybody can read, and the words that decided."""

import json
import math
import re
from collections import Counter
from functools import cache
from pathlib import Path

from evidence.prose.judged import Judged, told

DATA = Path(__file__).parent / "data" / "models"
_WORD = re.compile(r"\b\w+\b")
SHOWN = 6  # words named as the reason
PACE = 0.5


class LinearModel:
    """`weights` of features, `rarity` of words (inverse document frequency), `bias`: log-odds from their sum."""

    def __init__(self, weights, rarity, bias):
        self.weights, self.rarity, self.bias = weights, rarity, bias

    def judge(self, text, named):
        """Judged "1" or "0" with the probability as score; `named` are features beside the words, name → value."""
        parts = {f"word={word}": value for word, value in weighed(text, self.rarity).items()}
        parts |= {name: float(value) for name, value in named.items() if value}
        shares = {name: self.weights[name] * value for name, value in parts.items() if name in self.weights}
        probability = 1 / (1 + math.exp(-(self.bias + sum(shares.values()))))
        leading = sorted((name for name in shares if shares[name] > 0), key=lambda name: -shares[name])[
            :SHOWN
        ]
        words = [name.removeprefix("word=") for name in leading]
        return Judged(str(int(probability >= 0.5)), round(probability, 4), told(words))

    def saved(self):
        """The model as text, rounded: what weighs nothing is left out."""
        kept = {
            name: round(weight, 3) for name, weight in sorted(self.weights.items()) if abs(weight) >= 0.0005
        }
        rare = {word: round(self.rarity[word], 3) for word in sorted(self.rarity) if f"word={word}" in kept}
        return json.dumps(
            {"bias": round(self.bias, 4), "weights": kept, "rarity": rare}, ensure_ascii=False, indent=0
        )


@cache
def model(name):
    """The LinearModel kept in `data/models/NAME.json`."""
    kept = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return LinearModel(kept["weights"], kept["rarity"], kept["bias"])


def words_of(text):
    """Words in small letters, every figure as 0."""
    return _WORD.findall(re.sub(r"\d+", "0", text.lower()))


def weighed(text, rarity):
    """Word → weight of the known words of a text: 1 + log of their count, times rarity, scaled to length 1."""
    counts = Counter(word for word in words_of(text) if word in rarity)
    values = {word: (1 + math.log(count)) * rarity[word] for word, count in counts.items()}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {word: value / length for word, value in values.items()}


def fit(rows, *, strictness=3.3, rounds=60, fewest=3):
    """A LinearModel of [(text, named features, 0 or 1)]: logistic regression, the weights drawn to zero by
    `strictness`; words in fewer than `fewest` texts are left out. The same rows give the same model."""
    seen = Counter(word for text, _named, _label in rows for word in set(words_of(text)))
    rarity = {word: 1 + math.log((1 + len(rows)) / (1 + n)) for word, n in seen.items() if n >= fewest}
    data = [
        (
            {
                **{f"word={w}": v for w, v in weighed(text, rarity).items()},
                **{n: float(v) for n, v in named.items() if v},
            },
            y,
        )
        for text, named, y in rows
    ]
    held = Counter(name for parts, _label in data for name in parts)
    weights, bias, gathered, base = dict.fromkeys(held, 0.0), 0.0, Counter(), 0.0
    for turn in range(rounds):
        pace = PACE / (1 + turn / 10)
        for parts, label in data:
            total = bias + sum(weights[name] * value for name, value in parts.items())
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label
            for name, value in parts.items():
                # Each row that holds a feature carries its share of what draws the weight to zero.
                slope = error * value + strictness * weights[name] / held[name]
                gathered[name] += slope * slope
                weights[name] -= pace * slope / math.sqrt(gathered[name] + 1.0)
            base += error * error
            bias -= pace * error / math.sqrt(base + 1.0)
    return LinearModel(weights, rarity, bias)
