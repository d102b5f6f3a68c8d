"""How likely authors would cite a source for a sentence: points set by hand, where it stands, and a few words more.

A linear model weighs them, fitted by `manage.py train_needs_source` on the CRAFT articles (CC BY 3.0; see
docs/models.md). It orders attention; it judges no truth.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.linear import model
from evidence.prose.source_words import read

LIKELY = 0.35  # probability from which a source is said to be likely: the best F1 by cross-validation over articles
SHOWN = 6  # words named as the reason
TELLING = 4  # letters; "of" and "was" weigh too, but tell an editor nothing
# In results the writers tell methods and data: there the same words weigh otherwise.
IN_RESULTS = (
    "past only", "present only", "figure", "own", "method", "material", "measured", "future", "perfect", "earlier",
    "own_study", "agreement", "question", "contrast", "value", "role", "known", "usual", "illness", "inference",
)  # fmt: skip
_GENE = re.compile(r"\b[A-Z][a-z]*\d+\b")
_WHOLE = {
    "background",
    "introduction",
    "discussion",
    "results",
    "results and discussion",
    "conclusions",
    "conclusion",
}
_BACK_MATTER = re.compile(r"contribut|abbrev|compet|acknowl|support|consent|ethic", re.I)


def needs_source(text, *, section="", heading="", paragraph=None, sentence=None):
    """Judged "1" or "0" with a probability. `section` is "introduction", "discussion", …; `paragraph` and `sentence`
    count from 0; all may be left out."""
    reading = read(text)
    named = features(text, reading, section, heading, paragraph, sentence)
    probability, raising = model("needs_source").weigh(reading.words, named)
    return Judged(str(int(probability >= LIKELY)), round(probability, 4), _because(reading.because, raising))


def _because(phrases, words):
    """The phrases, then words that say something by themselves; none that stands in another."""
    named = told(phrases, [word for word in words if len(word) >= TELLING][:SHOWN])
    return tuple(
        one for one in named if not any(one != other and one.lower() in other.lower() for other in named)
    )[:SHOWN]


def features(text, reading, section="", heading="", paragraph=None, sentence=None):
    """Named features of a sentence and its Reading, name → value."""
    section = section.lower()
    named = {
        "points": 2 * reading.points,
        f"{section}: points": reading.points / 2,
        f"section: {section}": 1.0,
    }
    if section == "results":
        named |= {f"results: {name}": 1.0 for name in IN_RESULTS if name in reading.found}
        named["results: figures"] = min(reading.figures, 6) / 6
        named["results: gene"] = float(bool(_GENE.search(text)))
        named["results: length"] = min(len(reading.words), 60) / 30
    if heading:
        named |= _of_heading(heading.lower().strip(". "), section)
    if sentence is not None:
        near, first = min(sentence, 8) / 8, float(sentence == 0)
        named |= {"sentence": near, f"{section}: sentence": near, "first": first, f"{section}: first": first}
    if paragraph is not None:
        far = min(paragraph, 60) / 60
        named |= {"paragraph": far, f"{section}: paragraph": far, "opening": float(paragraph == 0)}
    return named


def _of_heading(heading, section):
    if heading in _WHOLE:
        return {"heading: whole": 1.0, f"heading: {heading}": 1.0, f"{section}: heading: whole": 1.0}
    return {"heading: back matter": 1.0} if _BACK_MATTER.search(heading) else {}
