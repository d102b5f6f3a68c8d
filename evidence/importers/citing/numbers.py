"""Citations by number: [12], [1,3–5], raised figures, and (12) where nothing else cites."""

import re

from evidence.importers.citing.marks import Mark
from evidence.importers.superscripts import RAISED

_LIST = r"\s*\d{1,3}(?:\s*(?:[,;]|[-–—‐‑−]{1,2})\s*\d{1,3})*\s*"
# Neither a link's text nor a reference to a part of a formula; "\[" is how Markdown writes a plain bracket.
_BRACKET = re.compile(rf"{RAISED}?\\?\[(?P<list>{_LIST})\\?\](?![(\[\ue001])")
_ROUND = re.compile(
    rf"(?<=[\w,.;:”\"] )\((?P<list>{_LIST})\)(?!\w)|(?<=[a-z])\((?P<list2>\d{{1,3}})\)(?=[.,;])"
)
_KEYED = re.compile(r"\\?\[(?:-?@[\w:.#$%&+?<>~/-]+(?:[;,]\s*)?)+\\?\]")
WIDEST = 40  # a range of more entries than this is no citation


def number_marks(bodies, references):
    """A function from a block's text to its Marks, for texts that cite by number.

    Round brackets count only where a numbered list exists and no square bracket or raised figure cites.
    """
    known = {reference.label: reference.key for reference in references if reference.label.isdigit()}
    squared = any(_BRACKET.search(body) for body in bodies)

    def marks(visible):
        for match in _BRACKET.finditer(visible):
            if not _is_cut(visible, match, known):
                yield from _mark(match, match["list"], known)
        for match in _KEYED.finditer(visible):
            yield Mark(match.start(), match.end(), ())
        if known and not squared:
            for match in _ROUND.finditer(visible):
                if (mark := next(_mark(match, match["list"] or match["list2"], known), None)) and mark.keys:
                    yield mark

    return marks


def _mark(match, listed, known):
    numbers = _expanded(listed)
    if numbers is None:
        return
    keys = tuple(dict.fromkeys(known[number] for number in numbers if number in known))
    whole = len(keys) == len(set(numbers))
    yield Mark(match.start(), match.end(), keys, kept=bool(keys) and not whole)


def _expanded(listed):
    """The numbers of "1, 3–5" as texts, or None if they cannot be a citation."""
    numbers = []
    for part in re.split(r"[,;]", listed):
        ends = [int(end) for end in re.findall(r"\d+", part)]
        if len(ends) == 1:
            numbers += ends
        elif len(ends) == 2 and 0 <= ends[1] - ends[0] <= WIDEST:
            numbers += range(ends[0], ends[1] + 1)
        else:
            return None
    return None if 0 in numbers else [str(number) for number in numbers]


def _is_cut(visible, match, known):
    """Whether the bracket belongs to a formula or an interval: "CI [1, 3]", "n[1]". After a share ("27.9 % [2, 4]") it
    cites where every number is an entry of the list."""
    before = visible[: match.start()].rstrip()[-12:]
    if re.search(r"%[:,]?$", before):
        numbers = _expanded(match["list"])
        return numbers is None or not all(number in known for number in numbers)
    return bool(re.search(r"(?:\b(?:CI|IQR|range|SD)|=)[:,]?$", before))
