"""A small linear model over words and named features: a data file that anybody can read, and the words that decided."""

import json
import math
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "models"
OF_WORD = "word="
WORDS = 1.5  # how much the words of a sentence count together, beside its named features
PACE = 0.5
_DIGITS = re.compile(r"\d+")


class LinearModel:
    """`weights` of features and `bias`: log-odds from their sum. The feature of a word is "word=…"."""

    def __init__(self, weights, bias):
        self.weights, self.bias = weights, bias
        self._of_words = {
            name.removeprefix(OF_WORD): weight for name, weight in weights.items() if name.startswith(OF_WORD)
        }

    def weigh(self, words, named):
        """(probability, words that raise it, the strongest first). `words` are all those of a text in small letters,
        `named` are features beside them, name → value."""
        weights, known = self.weights, self._of_words
        total = self.bias + sum(weights[name] * value for name, value in named.items() if name in weights)
        shares = {word: known[word] * value for word, value in spread(words).items() if word in known}
        raising = sorted((word for word in shares if shares[word] > 0), key=lambda word: -shares[word])
        return 1 / (1 + math.exp(-total - sum(shares.values()))), raising

    def saved(self):
        """The model as text, rounded: what weighs nothing is left out."""
        kept = {
            name: round(weight, 3) for name, weight in sorted(self.weights.items()) if abs(weight) >= 0.0005
        }
        return json.dumps({"bias": round(self.bias, 4), "weights": kept}, ensure_ascii=False, indent=0)


@cache
def model(name):
    """The LinearModel kept in `data/models/NAME.json`."""
    kept = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return LinearModel(kept["weights"], kept["bias"])


def spread(words):
    """Word → value: 1 + log of its count, every figure as 0, all scaled to the length WORDS."""
    counts = Counter([word if word.isalpha() else _DIGITS.sub("0", word) for word in words])
    values = {word: 1 + math.log(count) if count > 1 else 1.0 for word, count in counts.items()}
    scale = WORDS / (math.sqrt(sum([value * value for value in values.values()])) or 1.0)
    return {word: scale * value for word, value in values.items()}


def fit(rows, *, strictness=3.3, rounds=60, fewest=3):
    """A LinearModel of [(document, words, named features, 0 or 1)]: logistic regression, the weights drawn to zero by
    `strictness`; what stands in fewer than `fewest` documents is left out. The same rows give the same model."""
    data, held = _prepared(rows, fewest)
    weights, bias, gathered, base = dict.fromkeys(held, 0.0), 0.0, dict.fromkeys(held, 1.0), 1.0
    for turn in range(rounds):
        pace = PACE / (1 + turn / 10)
        for parts, label in data:
            total = bias + sum(weights[name] * value for name, value in parts)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - label
            for name, value in parts:
                # Each row that holds a feature carries its share of what draws the weight to zero.
                slope = error * value + strictness * weights[name] / held[name]
                gathered[name] += slope * slope
                weights[name] -= pace * slope / math.sqrt(gathered[name])
            base += error * error
            bias -= pace * error / math.sqrt(base)
    return LinearModel(weights, bias)


def _prepared(rows, fewest):
    """[([(feature, value)], label)] of the features kept, and how many rows hold each."""
    data, documents = [], defaultdict(set)
    for document, words, named, label in rows:
        parts = {name: float(value) for name, value in named.items() if value}
        parts |= {f"{OF_WORD}{word}": value for word, value in spread(words).items()}
        for name in parts:
            documents[name].add(document)
        data.append((parts, label))
    kept = [([(n, v) for n, v in parts.items() if len(documents[n]) >= fewest], y) for parts, y in data]
    return kept, Counter(name for parts, _label in kept for name, _value in parts)
