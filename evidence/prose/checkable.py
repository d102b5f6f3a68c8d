"""Which sentences assert something that needs a source: a small additive score over features one can name.

The weights were set by hand on the development sentences; they order attention, they judge no truth.
"""

import re
from dataclasses import dataclass

from evidence.prose.deed import SILENT, deed
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import is_question
from evidence.prose.numbers import quantities
from evidence.prose.phrasebook import Words, together
from evidence.prose.pictures import BEGINNING

THRESHOLD = 0.5

# (feature, weight): the words found are shown to editors as the reason.
LEXICAL = (
    ("causal_3", 0.35),
    ("causal_2", 0.35),
    ("causal_1", 0.3),
    ("effect_verbs", 0.2),
    ("study", 0.2),
    ("health_terms", 0.25),
    ("disease", 0.25),
    ("model_animals", 0.3),
    ("model_cells", 0.3),
    ("people", 0.1),
    ("comparatives", 0.2),
    ("regulatory", 0.4),
    ("hedge_1", 0.1),
    ("attribution", 0.1),
    ("assurance", 0.3),
)
ASKED = (*(name for name, _weight in LEXICAL), "see_doctor", "navigation")
FIRST_PERSON = {"we", "our", "us", "i"}
YEAR = re.compile(r"\b(?:in|since|of|by|until)\s+(?:1[89]|20)\d\d\b")
WORDS_BEYOND = 4  # a fragment this short asserts nothing


@dataclass(frozen=True)
class Judgement:
    """`score` from 0 to 1; `because` the words that decided."""

    checkable: bool
    score: float
    because: tuple[str, ...]


@remembered(maxsize=16384)
def judge(text, heading=""):
    """Whether a sentence asserts something that a reader may ask a source for."""
    if text.startswith(BEGINNING):
        return Judgement(False, 0.0, ())
    words = Words(text)
    found = {}
    for name, _at, phrase in together(tuple((name, lexicon(name)) for name in ASKED)).among(words):
        found.setdefault(name, phrase)
    known = [(found[name], weight) for name, weight in LEXICAL if name in found]
    score, because = sum(weight for _words, weight in known), [words for words, _weight in known]
    if figures := quantities(text):
        score += 0.5
        because += [figure.words for figure in figures]
    if any(word.isdigit() for word in words.small) and (year := YEAR.search(text)):
        score += 0.15
        because.append(year.group())
    score -= _against(text, words, found)
    done = deed(text)
    # What the sentence does decides; the words order those that ask.
    asks = done.asks or (done.kind not in SILENT and score >= THRESHOLD)
    score = min(1.0, max(THRESHOLD, score)) if asks else min(THRESHOLD - 0.01, max(0.0, score))
    return Judgement(asks, round(score, 3), tuple(dict.fromkeys((*because, *done.because))))


def _against(text, words, found):
    against = 0.0
    if is_question(text):
        against += 1.0
    if "see_doctor" in found and len(text) < 160:
        against += 0.6
    if "navigation" in found:
        against += 0.6
    if "hedge_1" not in found and not FIRST_PERSON.isdisjoint(words.small):
        against += 0.1
    if len(text.split()) <= WORDS_BEYOND:
        against += 0.5
    return against
