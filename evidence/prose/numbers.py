"""Figures in prose that need a source: with their unit, their kind and the words that say them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?"
UNITS = (
    r"%|per cent|percent|percentage points?|mg(?:/kg|/day|/d)?|µg|mcg|g(?:/kg|/day|/d)?|kg|ml|mL|l|L|IU|"
    r"mmol(?:/L)?|"
    r"nmol(?:/L)?|µM|nM|mM|mmHg|mm Hg|points?|years?|months?|weeks?|days?|hours?|minutes?|people|persons|"
    r"patients|"
    r"adults|participants|women|men|children|volunteers|trials|studies|rats|mice|cells|deaths|cases|kcal|Hz|ms|"
    r"milligrams?|micrograms?|grams?|kilograms?|millilit(?:re|er)s?|lit(?:re|er)s?|international units?|"
    r"calories|cups?|tablets|"
    r"capsules|servings|drops|teaspoons?|tablespoons?|nurses|students|athletes|subjects|seconds"
)
# Numbers in words; "one" and "a" count nothing.
_ONES = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_UNIT_WORD, _TEN_WORD = "|".join(_ONES), "|".join(_TENS)
_WORDED = (
    rf"(?:(?:{_TEN_WORD})(?:[- ](?:one|{_UNIT_WORD}))?|{_UNIT_WORD})(?: hundred| thousand)?|"
    r"a (?:hundred|thousand|dozen)"
)
# Two and three, and small counts of studies and people, are the run of the prose ("two trials found").
_COUNTED = r"trials|studies|groups|people|persons|cases|women|men|children|adults"
_IN_WORDS = re.compile(
    rf"\b({_WORDED})[ -](?:{UNITS.replace('%|', '')})(?![\w])",
    re.I,
)
_SMALL = re.compile(rf"^(?:two|three)[ -]|^(?:{_UNIT_WORD})[ -](?:{_COUNTED})$", re.I)
_PATTERNS = (
    ("p_value", re.compile(r"\bp\s*[<=>≤]\s*(0?\.\d+)", re.I)),
    (
        "ratio",
        re.compile(
            rf"(?:up to |about |nearly |almost )?({NUMBER})\s*(?:x|×|-?\s?fold|times)\b(?!\s+(?:a|per)\b)",
            re.I,
        ),
    ),
    (
        "percent",
        re.compile(rf"(?:up to )?({NUMBER})(?:\s*(?:–|-|to)\s*({NUMBER}))?\s*(?:%|per ?cent\b)", re.I),
    ),
    ("range", re.compile(rf"({NUMBER})\s*(?:–|-|to)\s*({NUMBER})\s*(?:{UNITS})\b")),
    ("measure", re.compile(rf"(?:up to )?({NUMBER})\s*(?:{UNITS})(?![\w])")),
    ("ratio", re.compile(r"\b(?:RR|OR|HR|SMD|MD)\s*[=:]?\s*[(]?\s*(-?\d+(?:\.\d+)?)")),
)
_ANY_WORDED = re.compile(rf"\b(?:{_WORDED})\b", re.I)
_DIGIT = re.compile(r"\d")
_NAMES = re.compile(
    r"\bCOVID-19\b|\b[A-Z][A-Za-z]*-?\d+[A-Z]?\w*\b(?<!\d%)|\b(?:Fig|Figs|Table|Section|Chapter|No|Phase|Step|"
    r"Day|Type)"
    r"\.?\s+\d+\b|\b[A-Za-z]+-\d+\b|\[\d[\d,–\- ]*\]|\bvitamin [A-Z]\d+\b",
)


@dataclass(frozen=True)
class Quantity:
    """`values` as Decimals; `kind` percent, ratio, range, measure, count or p_value; `words` as they stand."""

    values: tuple[Decimal, ...]
    kind: str
    words: str
    start: int


@lru_cache(maxsize=16384)
def quantities(text):
    """The figures of a sentence in reading order; years, names with numbers and reference marks are none."""
    worded = _in_words(text)
    if not _DIGIT.search(text):
        return worded
    hidden = _NAMES.sub(lambda m: "¤" * len(m.group()), text)
    found, taken = [], []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(hidden):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            values = tuple(_value(group) for group in match.groups() if group)
            if kind == "measure" and _is_year_phrase(match.group(), values):
                continue
            taken.append(match.span())
            found.append(Quantity(values, kind, text[match.start() : match.end()].strip(), match.start()))
    free = [one for one in worded if not any(start <= one.start < end for start, end in taken)]
    return tuple(sorted((*found, *free), key=lambda quantity: quantity.start))


def _in_words(text):
    """The figures that are written in words, with a unit."""
    return tuple(
        Quantity((_worded(match[1]),), "measure", match.group(), match.start())
        for match in _IN_WORDS.finditer(text)
        if not _SMALL.match(match.group())
    )


def _worded(words):
    """The value of a number in words: "twenty-five", "three hundred", "a dozen"."""
    value = 0
    for word in re.split(r"[- ]", words.lower()):
        value += _ONES.get(word, 0) + _TENS.get(word, 0) + (word == "one") + 12 * (word == "dozen")
        value = max(1, value) * {"hundred": 100, "thousand": 1000}.get(word, 1)
    return Decimal(value)


def values_in(text):
    """Every number of a quote or a reported figure, as Decimals."""
    figures = tuple(_value(match.group()) for match in re.finditer(NUMBER, text))
    return figures + tuple(_worded(match.group()) for match in _ANY_WORDED.finditer(text))


def same(claimed, reported):
    """Whether two numbers agree: equal, or one is a correct rounding of the other to its own places."""
    if claimed == reported:
        return True
    places = [max(0, -number.normalize().as_tuple().exponent) for number in (claimed, reported)]
    coarse = Decimal(1).scaleb(-min(places))
    return places[0] != places[1] and abs(claimed - reported) * 2 <= coarse


def _value(text):
    return Decimal(re.sub(r"[,\u00a0\u202f ]", "", text).replace("·", "."))


def _is_year_phrase(words, values):
    return 1900 <= values[0] <= 2100 and not re.search(r"mg|people|patients|adults|participants|[µ%]", words)
