"""The same record in our words and in citeproc-js's, and every reason that the two differ."""

import difflib
import html
import re
from dataclasses import dataclass

from evidence.bibliography.references import text
from tools.compare_citeproc.reasons import REASONS


@dataclass(frozen=True)
class Difference:
    """`reasons` names those that explain it; `explained` is False where something is left over."""

    csl: dict
    ours: str
    theirs: str
    reasons: tuple[str, ...]
    explained: bool


def differences(style, records, formatted):
    """Differences between our `style` and citeproc-js's HTML by record id."""
    for csl in records:
        ours, theirs = text(csl, style), bare(formatted[csl["id"]])
        if ours != theirs:
            yield _explained(style, csl, ours, theirs)


def bare(marked):
    """Text of citeproc-js's HTML, without the number in front."""
    marked = re.sub(r'<div class="csl-left-margin">.*?</div>', "", marked, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", marked)).split())


def _explained(style, csl, ours, theirs):
    used, left = [], (ours, theirs)
    for reason in REASONS:
        if style not in reason.styles or left[0] == left[1]:
            continue
        nearer = tuple(" ".join(words.split()) for words in reason.same(*left, csl))
        if nearer != left and _apart(*nearer) < _apart(*left):
            used.append(reason.name)
            left = nearer
    return Difference(csl, ours, theirs, tuple(used), left[0] == left[1])


def _apart(ours, theirs):
    """How many characters would have to change."""
    matched = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return len(ours) + len(theirs) - 2 * sum(block.size for block in matched)
