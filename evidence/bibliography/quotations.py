"""Whether a quotation stands in a text: word for word and in order, whatever the spacing, dashes and Greek letters.

What an editor put in square brackets, and what an ellipsis leaves out, is hers; every other part has to be there,
one behind the other, and begins and ends with a word. A near miss is suggested with its place, never accepted.
"""

import difflib
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

WINDOW = 3000  # characters within which the parts of one quotation may stand
REPLACED = 80  # characters of the text for which words in square brackets may stand
LIKE = 0.75  # share of equal letters from which a passage is suggested
ABSTRACT = 5000  # characters: a stored text shorter than this is taken for an abstract
SEARCHED = (
    100_000_000  # letters of a text times letters of a part for which near misses are looked for: a second
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
# What turns a number into another one stays: 5.5 is not 55, and P < 0.05 is not P > 0.05.
_SIGNS = frozenset("<>≤≥±")
_POINTS = frozenset(".·‧∙")
_HERS = re.compile(
    r"(?P<left_out>\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|(?<!\.)\.\s?\.\s?\.(?!\.))|\[[^\]]*\]"
)


@dataclass(frozen=True)
class Match:
    """`found`; `missing` is the first part that is not there, as it was quoted; `near` the passage most like it;
    `start` its place in the text, or -1; `suggestion` the whole quotation with that passage in its stead."""

    found: bool
    missing: str = ""
    near: str = ""
    start: int = -1
    suggestion: str = ""


@dataclass(frozen=True)
class _Part:
    """`gap`: characters that may stand between it and the part before; whether it begins and ends with a word."""

    raw: str
    folded: str
    gap: int
    begins: bool
    ends: bool


@dataclass(frozen=True)
class _Text:
    """A text folded: the letters, the place of each, and the places where a word may begin or end."""

    letters: str
    places: tuple[int, ...]
    begins: frozenset[int]
    ends: frozenset[int]


def look_up(quote, text):
    """A Match of a quotation in a text. An empty quotation stands nowhere."""
    parts, whole = _parts(quote), _read(text)
    if not parts:
        return Match(False)
    # A source may print square brackets of its own: the quotation as it stands comes first.
    for wanted in ([_Part(quote, folded(quote), 0, True, True)], parts):
        start = _stands(wanted, whole)
        if start >= 0:
            return Match(True, start=whole.places[start])
    missing = next((part for part in parts if _stands([part], whole) < 0), parts[-1])
    return _suggested(quote, missing, whole, text)


def folded(text):
    """Letters, digits and what makes a number another one, in small letters, Greek ones spelled, ligatures and
    accents undone: what is compared."""
    return "".join(_folded_one(text, place) for place in range(len(text)))


def is_abstract(text):
    """Whether a stored text is so short that it must be an abstract."""
    return len(text) < ABSTRACT


def _parts(quote):
    found, gap, begin = [], 0, 0
    for hers in [*_HERS.finditer(quote), None]:
        end = hers.start() if hers else len(quote)
        raw = quote[begin:end]
        if letters := folded(raw):
            # "[T]he drug": a bracket that touches a word stands for a part of it.
            begins = begin == 0 or not raw[:1].isalnum()
            found.append(_Part(raw.strip(), letters, gap, begins, hers is None or not raw[-1:].isalnum()))
            gap = 0
        if hers:
            gap = max(gap, WINDOW if hers["left_out"] else REPLACED)
            begin = hers.end()
    return found


def _stands(parts, whole):
    """Where the first part stands, if the others follow it in order; else -1.

    From the last part to the first, each place looked at once: parts that are found everywhere would else be tried in
    every combination. `ends` are the nearest places of the last part that can be reached from `places`.
    """
    places = ends = list(_places(parts[-1], whole))
    for part, after in zip(parts[-2::-1], parts[:0:-1], strict=True):
        reaching = []
        for place in _places(part, whole):
            behind = place + len(part.folded)
            nearest = bisect_left(places, behind)
            if nearest < len(places) and places[nearest] <= behind + after.gap:
                reaching.append((place, ends[nearest]))
        places, ends = [place for place, _end in reaching], [end for _place, end in reaching]
    return next((place for place, end in zip(places, ends, strict=True) if end <= place + WINDOW), -1)


def _places(part, whole):
    """Every place where a part stands as whole words."""
    place = whole.letters.find(part.folded)
    while place >= 0:
        if (not part.begins or place in whole.begins) and (
            not part.ends or place + len(part.folded) in whole.ends
        ):
            yield place
        place = whole.letters.find(part.folded, place + 1)


@lru_cache(maxsize=16)
def _read(text):
    letters, places, begins, ends = [], [], set(), set()
    for place, letter in enumerate(text):
        if not (made := _folded_one(text, place)):
            continue
        if not _beside(text, place, -1).isalnum():
            begins.add(len(letters))
        letters += made
        places += [place] * len(made)
        if not _beside(text, place, 1).isalnum() or not letter.isalnum():
            ends.add(len(letters))
    return _Text("".join(letters), tuple(places), frozenset(begins), frozenset(ends))


def _beside(text, place, way):
    """The next character that is no accent of the one before it; empty at either end."""
    place += way
    while 0 <= place < len(text) and unicodedata.combining(text[place]):
        place += way
    return text[place] if 0 <= place < len(text) else ""


def _folded_one(text, place):
    letter = text[place]
    if letter in _POINTS:
        around = text[place - 1 : place] + text[place + 1 : place + 2]
        return "." if len(around) == 2 and around.isdigit() else ""
    return _letters(letter)


@lru_cache(maxsize=4096)
def _letters(letter):
    if letter in _SIGNS:
        return letter
    undone = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(_GREEK.get(one, one) for one in undone if one.isalnum())


def _suggested(quote, part, whole, text):
    if len(whole.letters) * len(part.folded) > SEARCHED:
        return Match(False, part.raw)
    matcher = difflib.SequenceMatcher(None, whole.letters, part.folded, autojunk=False)
    block = matcher.find_longest_match()
    if block.size < min(12, len(part.folded)):
        return Match(False, part.raw)
    start = max(0, block.a - block.b)
    end = min(len(whole.letters), start + len(part.folded))
    like = difflib.SequenceMatcher(None, whole.letters[start:end], part.folded, autojunk=False).ratio()
    if like < LIKE:
        return Match(False, part.raw)
    first, last = _whole_words(text, whole.places[start], whole.places[end - 1] + 1)
    near = text[first:last]
    suggestion = quote.replace(part.raw, near, 1)
    stands = _stands(_parts(suggestion), whole) >= 0
    return Match(False, part.raw, near, first, suggestion if stands else "")


def _whole_words(text, first, last):
    """The passage grown to the ends of the words that it cuts."""
    while first > 0 and text[first - 1].isalnum() and text[first].isalnum():
        first -= 1
    while last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
        last += 1
    return first, last
