"""Patterns as data: one regular expression a line, matched as whole words in any case, the first line first."""

import re
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "patterns"


class Patterns:
    """`words(text)` are all matches, `first(text)` the first one, `without(text)` the text without them."""

    def __init__(self, lines):
        self.regex = re.compile(rf"(?<![\w-])(?:{'|'.join(lines)})(?!\w)", re.I)

    def words(self, text):
        return [found.group() for found in self.regex.finditer(text)]

    def count(self, text, most=None):
        """Number of matches, at most `most`."""
        found = sum(1 for _match in self.regex.finditer(text))
        return found if most is None else min(found, most)

    def first(self, text):
        return self.regex.search(text)

    def without(self, text):
        return self.regex.sub(" ", text)


@cache
def patterns(name):
    """The Patterns kept in `data/patterns/NAME.txt`; lines that begin with "#" say what they are for."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return Patterns([line for line in lines if line and not line.startswith("#")])
