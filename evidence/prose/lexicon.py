"""Word lists as data: one term a line, matched as whole words in any case, extendable by a site."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

DATA = Path(__file__).parent / "data"


class Lexicon:
    def __init__(self, terms):
        self.terms = tuple(sorted(set(terms), key=lambda term: (-len(term), term)))
        alternatives = "|".join(_pattern(term) for term in self.terms) or r"(?!)"
        self._regex = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])", re.I)

    def find(self, text):
        """[(start, end, words found), …] in reading order."""
        return [(m.start(), m.end(), m.group()) for m in self._regex.finditer(text)]

    def first(self, text):
        """The first words found, or an empty string."""
        match = self._regex.search(text)
        return match.group() if match else ""

    def extended(self, terms):
        """A lexicon that knows a site's own terms too."""
        return Lexicon([*self.terms, *terms])


@cache
def lexicon(name):
    """The lexicon kept in `data/NAME.txt` with the site's own terms (LEXICON in its settings); `*` at the end of a
    term stands for any ending."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    kept = Lexicon(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return kept.extended(settings.VOUCH.get("LEXICON", {}).get(name, ()))


def _pattern(term):
    ending = r"\w*" if term.endswith("*") else ""
    parts = [re.escape(part) for part in re.split(r"[ -]+", term.rstrip("*"))]
    return r"[\s-]+".join(parts).replace("'", "['’]") + ending
