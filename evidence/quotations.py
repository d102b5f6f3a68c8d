"""Whether a quotation stands in a text: word for word and in order, whatever the spacing, dashes and Greek letters.

What an editor put in square brackets, and what an ellipsis leaves out, is hers; every other part has to be there,
one behind the other. A near miss is suggested with its place, never accepted.
"""

import difflib
import re
import unicodedata
from dataclasses import dataclass

WINDOW = 3000  # characters within which the parts of one quotation may stand
LIKE = 0.75  # share of equal letters from which a passage is suggested
ABSTRACT = 5000  # characters: a stored text shorter than this is taken for an abstract
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_ELLIPSIS = re.compile(r"\[\s*(?:…|\.\s?\.\s?\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|(?<!\.)\.\s?\.\s?\.(?!\.)")
_BRACKETED = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True)
class Match:
    """`found`; `near` is the passage most like the first part that is missing; `start` its place in the text, or -1."""

    found: bool
    missing: str = ""
    near: str = ""
    start: int = -1


def look_up(quote, text):
    """A Match of a quotation in a text. An empty quotation stands nowhere."""
    parts = [
        normal
        for part in _ELLIPSIS.split(quote)
        for piece in _BRACKETED.split(part)
        if (normal := folded(piece))
    ]
    whole, places = _folded_with_places(text)
    if not parts:
        return Match(False)
    start = whole.find(parts[0])
    while start >= 0:
        if _in_order(parts, whole, start):
            return Match(True, start=places[start])
        start = whole.find(parts[0], start + 1)
    missing = next((part for part in parts if part not in whole), parts[-1])
    return _suggested(missing, whole, places, text)


def folded(text):
    """Letters and digits in small letters, Greek ones spelled, ligatures and accents undone: what is compared."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(_GREEK.get(one, one) for one in letters if one.isalnum())


def is_abstract(text):
    """Whether a stored text is so short that it must be an abstract."""
    return len(text) < ABSTRACT


def _in_order(parts, whole, start):
    end, limit = start + len(parts[0]), start + WINDOW
    for part in parts[1:]:
        place = whole.find(part, end)
        if place < 0 or place > limit:
            return False
        end = place + len(part)
    return True


def _folded_with_places(text):
    folded_text, places = [], []
    for place, letter in enumerate(text):
        for one in folded(letter):
            folded_text.append(one)
            places.append(place)
    return "".join(folded_text), places


def _suggested(part, whole, places, text):
    matcher = difflib.SequenceMatcher(None, whole, part, autojunk=False)
    block = matcher.find_longest_match() if len(whole) < 200_000 else None
    if block is None or block.size < min(12, len(part)):
        return Match(False, part)
    start = max(0, block.a - block.b)
    end = min(len(whole), start + len(part))
    if not whole or difflib.SequenceMatcher(None, whole[start:end], part, autojunk=False).ratio() < LIKE:
        return Match(False, part)
    return Match(False, part, text[places[start] : places[end - 1] + 1], places[start])
