"""Citations in a body replaced by markers, whatever they look like."""

import re
from dataclasses import dataclass, field

from evidence.prose.blocks import blocks, masked


@dataclass(frozen=True)
class Mark:
    """A citation met in a block: its span there, the keys it ties to, and whether its words are read as text.

    `keys` is empty where no entry fits; `kept` where the words stay, as in "Smith (2010) found".
    """

    start: int
    end: int
    keys: tuple[str, ...]
    kept: bool = False


@dataclass
class Tally:
    """What was met on the way: how many citations, which of them without an entry, which notes without a text."""

    found: int = 0
    untied: list = field(default_factory=list)
    undefined: list = field(default_factory=list)


def tie(body, marks, tally):
    """The body with `[^key]` in place of each citation; `marks(visible)` yields the Marks of a block's text.

    Raises nothing: a mark without an entry stays, and so does one that opens its block.
    """
    pieces, position = [], 0
    for block in blocks(body):
        for mark in sorted(marks(masked(body[block.start : block.end])), key=lambda one: one.start):
            start, end = block.start + mark.start, block.start + mark.end
            if start < position:
                continue
            tally.found += 1
            words = body[start:end]
            if not mark.keys:
                tally.untied.append(_shown(words))
                continue
            before = body[position:start]
            kept = mark.kept or not body[block.start : start].strip()
            pieces += [before, words] if kept else [before.rstrip()]
            pieces += [f"[^{key}]" for key in mark.keys]
            position = end
    return "".join([*pieces, body[position:]])


def _shown(words):
    return re.sub(r"[\\\u2060]", "", " ".join(words.split()))
