"""Which sentences an editor should look at first, and why. An order of attention, never a judgement on truth."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.prose.certainty_words import worded_certainty
from evidence.prose.checkable import judge
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import unquoted
from evidence.prose.reading import read


class Why(StrEnum):
    ADVICE = "advice"
    CAUSE = "cause"
    HEDGED = "hedged"
    TOGETHER = "together"
    FIGURE = "figure"
    NOBODY = "nobody"


# What would do most harm if it were wrong comes first; set by hand.
WEIGHTS = {Why.ADVICE: 3, Why.CAUSE: 2, Why.FIGURE: 1.5, Why.NOBODY: 1, Why.HEDGED: 0.75, Why.TOGETHER: 0.5}
UNHEDGED = 4
SURE = 0.1  # for each step of certainty in which a sentence is worded, from 1 to 6


@dataclass(frozen=True)
class Attention:
    """`score` orders sentences; `reasons` are (Why, the words that decided), the weightiest first."""

    score: float
    reasons: tuple[tuple[Why, tuple[str, ...]], ...] = ()


@remembered(maxsize=4096)
def attention(text, heading=""):
    """The Attention a sentence asks for; nothing where it asserts nothing that a reader may ask a source for."""
    judged, reasons = judge(text, heading), tuple(_reasons(text))
    if not judged.checkable and not any(why == Why.ADVICE for why, _words in reasons):
        return Attention(0.0)
    reasons = sorted(reasons, key=lambda reason: -WEIGHTS[reason[0]])
    return Attention(
        round(
            judged.score + SURE * worded_certainty(text).score + sum(WEIGHTS[why] for why, _words in reasons),
            3,
        ),
        tuple(reasons),
    )


def _reasons(text):
    reading = read(text)
    if reading.advice.label == "strong":
        yield Why.ADVICE, reading.advice.because
    if reading.strength.label == "causal" and reading.modality.score == UNHEDGED:
        yield Why.CAUSE, reading.strength.because
    elif reading.strength.label in ("causal", "conditional_causal"):
        yield Why.HEDGED, reading.modality.because + reading.strength.because
    elif reading.strength.label == "correlational":
        yield Why.TOGETHER, reading.strength.because
    if reading.numbers.score:
        yield Why.FIGURE, reading.numbers.because
    clinical = lexicon("clinical_outcomes").first(unquoted(text))
    if clinical and reading.population.label == "none" and reading.strength.label != "none":
        yield Why.NOBODY, (clinical,)
