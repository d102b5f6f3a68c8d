"""The parts of a body that may hold claims: paragraphs, list items, table cells, each at its place in the
Markdown, so that a marker can be written back exactly where it belongs."""

import re
from dataclasses import dataclass
from functools import lru_cache

from evidence.prose.parser import MARKER, parser

HIDDEN, JOINED = "\ue000", "\ue001"
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
_LINK_TARGET = re.compile(r"\](\([^()\s]*(?:\s+\"[^\"]*\")?\))")
_AUTOLINK = re.compile(r"<https?://[^>\s]*>")

_PARSER = parser()


@dataclass(frozen=True)
class Block:
    """`start` and `end` are offsets in the body; `kind` is "paragraph", "item" or "cell"."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=4096)
def blocks(body):
    """Claim-bearing blocks of a Markdown body, in order. Headings, code and quotations hold no claims."""
    lines, offsets = _lines(body)
    found, quoted, heading, items, cells = [], 0, False, 0, {}
    for token in parsed(body):
        if token.type in ("blockquote_open", "blockquote_close"):
            quoted += token.nesting
        elif token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type in ("heading_open", "heading_close"):
            heading = token.nesting == 1
        elif token.type in ("td_open", "th_open"):
            cells["open"] = True
        elif token.type in ("td_close", "th_close"):
            cells["open"] = False
        elif token.type == "inline" and token.map and token.content and not quoted and not heading:
            kind = "cell" if cells.get("open") else "item" if items else "paragraph"
            span = _span(token, lines, offsets, cells if kind == "cell" else None)
            if span:
                found.append(Block(*span, kind))
    return tuple(found)


@lru_cache(maxsize=256)
def parsed(body):
    """The tokens of a Markdown body."""
    return tuple(_PARSER.parse(body))


def masked(text):
    """Text of the same length in which markers, code and link targets say nothing."""
    text = _CODE.sub(lambda m: JOINED * len(m.group()), text)
    text = _AUTOLINK.sub(lambda m: JOINED * len(m.group()), text)
    text = _LINK_TARGET.sub(lambda m: "]" + JOINED * len(m.group(1)), text)
    return MARKER.sub(lambda m: HIDDEN * len(m.group()), text)


def _lines(body):
    lines = body.split("\n")
    offsets, position = [], 0
    for line in lines:
        offsets.append(position)
        position += len(line) + 1
    return lines, offsets


def _span(token, lines, offsets, cells):
    content = token.content.split("\n")
    first, last = token.map[0], token.map[0] + len(content) - 1
    if last >= len(lines):
        return None
    after = cells.get(first, 0) if cells is not None else 0
    start, end = lines[first].find(content[0], after), lines[last].rfind(content[-1])
    if start < 0 or end < 0:
        return None
    if cells is not None:
        cells[first] = start + len(content[0])
        end = start
    return offsets[first] + start, offsets[last] + end + len(content[-1])
