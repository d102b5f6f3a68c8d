"""Lines of plain text as paragraphs: wrapped lines joined, underlined headings and list items recognised."""

import itertools
import re
from dataclasses import dataclass

from evidence.importers.headings import has_heading_form

NARROWEST, WIDEST = 45, 110  # characters of a line that an editor wrapped
SHARE_BROKEN = 0.5
_RULE = re.compile(r"^(=|-){3,}$")
_ITEM = re.compile(r"^(?:[-*•–]\s+|\(?\d{1,3}[.)]\s+|\[\d{1,3}\]\s*)")


@dataclass(frozen=True)
class Line:
    """A paragraph of plain text on one line.

    `apart`: a blank line stands above; `joined`: how many lines it was; `rule`: "=" or "-" where it is underlined;
    `listed`: it is an item with a bullet.
    """

    text: str
    apart: bool = False
    joined: int = 1
    rule: str = ""
    listed: bool = False


def paragraphs_of(text):
    """The paragraphs of a plain text, blank lines gone."""
    lines = [line.rstrip() for line in text.split("\n")]
    wrapped = _is_wrapped([line.strip() for line in lines])
    found = []
    for block, rules in _blocks(lines):
        together = not rules and (wrapped or _hangs(block))
        groups = _groups(block) if together else [[line] for line in block]
        for place, group in enumerate(groups):
            joined = " ".join(line.strip() for line in group)
            listed = bool(re.match(r"^[-*•–]\s+\S", joined))
            if listed:
                joined = re.sub(r"^[-*•–]\s+", "- ", joined)
            rule = rules.get(joined, "")
            found.append(Line(joined, place == 0, len(group), rule, listed))
    return found


def _is_wrapped(lines):
    """Whether an editor broke paragraphs into lines: most lines that another follows stop in mid-sentence."""
    filled = [line for line in lines if line]
    followed = [a for a, b in itertools.pairwise(lines) if b and NARROWEST <= len(a) <= WIDEST]
    broken = [line for line in followed if line[-1] not in ".!?:"]
    return len(broken) >= max(2, SHARE_BROKEN * len(followed)) and max(map(len, filled)) <= 2 * WIDEST


def _hangs(block):
    """Whether the lines of a block hang: each entry begins at the margin, its other lines are indented."""
    indented = [line[:1].isspace() for line in block]
    return not indented[0] and any(indented) and not any(_ITEM.match(line.strip()) for line in block[1:])


def _blocks(lines):
    """Groups of lines between blank ones, each with its underlined lines: (lines, {line: "=" or "-"})."""
    block, rules = [], {}
    for line in [*lines, ""]:
        if match := _RULE.match(line.strip()):
            if block and len(block[-1]) < WIDEST:
                underlined = block.pop().strip()
                if block:
                    yield block, {}
                yield [underlined], {underlined: match[1]}
                block, rules = [], {}
            continue
        if line:
            block.append(line)
        elif block:
            yield block, rules
            block, rules = [], {}


def _groups(block):
    """The lines of a block in groups that belong together: a heading above text, items, else one paragraph."""
    groups, hanging = [], _hangs(block)
    for place, line in enumerate(block):
        follows_heading = place == 1 and _heads(block)
        begins = not line[:1].isspace() if hanging else _ITEM.match(line.strip())
        if not groups or begins or follows_heading:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _heads(block):
    first, second = block[0].strip(), block[1].strip()
    return len(first) < NARROWEST + 15 and has_heading_form(first) and second[:1].isupper()
