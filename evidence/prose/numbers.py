"""Figures in prose that need a source: with their unit, their kind and the words that say them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

NUMBER = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:[.·]\d+)?"
UNITS = (
    r"%|per cent|percent|percentage points?|mg(?:/kg|/day|/d)?|µg|mcg|g(?:/kg|/day|/d)?|kg|ml|mL|l|L|IU|mmol(?:/L)?|"
    r"nmol(?:/L)?|µM|nM|mM|mmHg|mm Hg|points?|years?|months?|weeks?|days?|hours?|minutes?|people|persons|patients|"
    r"adults|participants|women|men|children|volunteers|trials|studies|rats|mice|cells|deaths|cases|kcal|Hz|ms"
)
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
_DIGIT = re.compile(r"\d")
_DIGIT = re.compile(r"\d")
_NAMES = re.compile(
    r"\bCOVID-19\b|\b[A-Z][A-Za-z]*-?\d+[A-Z]?\w*\b(?<!\d%)|\b(?:Fig|Figs|Table|Section|Chapter|No|Phase|Step|Day|Type)"
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
    if not _DIGIT.search(text):
        return ()
    if not _DIGIT.search(text):
        return ()
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
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def values_in(text):
    """Every number of a quote or a reported figure, as Decimals."""
    return tuple(_value(match.group()) for match in re.finditer(NUMBER, text))


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
