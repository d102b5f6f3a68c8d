"""Claims in the prose: which sentence carries which `[^key]`, and how a marker is written and taken away."""

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from evidence.prose.blocks import MARKER, blocks, masked
from evidence.prose.raised import on_the_line
from evidence.prose.sentences import split

_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|~~)")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ENTITY = re.compile(r"(?<!\\)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class Sentence:
    """`text` as people read it; `start` and `end` its span in the body, markers included; `markers` the keys
    it carries, in order; `block` the number of its paragraph, list item or table cell."""

    text: str
    start: int
    end: int
    markers: tuple[str, ...]
    block: int
    kind: str


@dataclass(frozen=True)
class Placement:
    """A marker met in the text: in which section, in the how-manieth sentence."""

    section: str
    text: str
    index: int
    sentence: Sentence


@lru_cache(maxsize=4096)
def sentences_of(body):
    """The sentences of a Markdown body that may hold claims, in reading order."""
    found = []
    for number, block in enumerate(blocks(body)):
        raw = body[block.start : block.end]
        for start, end in split(masked(raw)):
            part = raw[start:end]
            text = readable(part)
            if text:
                keys = tuple(dict.fromkeys(_markers(part)))
                found.append(Sentence(text, block.start + start, block.start + end, keys, number, block.kind))
    return tuple(found)


def placements(sections):
    """Claim key → Placements of its markers in reading order, over objects with `.key` and `.body`."""
    found = defaultdict(list)
    for section in sections:
        for index, sentence in enumerate(sentences_of(section.body)):
            for key in sentence.markers:
                found[key].append(Placement(section.key, sentence.text, index, sentence))
    return {key: tuple(places) for key, places in found.items()}


def mark(body, index, key):
    """The body with `[^key]` at the end of sentence number `index`; unchanged if it is there already."""
    return mark_all(body, {index: key})


def mark_all(body, keys):
    """The body with the marker of each key at the end of its sentence; `keys` maps numbers of sentences to keys.

    What is there already stays. The text is read once, however many there are.
    """
    pieces, position = [], 0
    for number, sentence in enumerate(sentences_of(body)):
        if (key := keys.get(number)) and key not in sentence.markers:
            pieces += [body[position : sentence.end], f"[^{key}]"]
            position = sentence.end
    return "".join([*pieces, body[position:]])


def rename(body, keys):
    """The body with marker keys changed as the mapping says; None takes a marker away."""
    pieces, position = [], 0
    for block in blocks(body):
        visible = masked(body[block.start : block.end])
        for match in MARKER.finditer(body, block.start, block.end):
            if match[1] not in keys or visible[match.start() - block.start] != "\ue000":
                continue
            new = keys[match[1]]
            pieces += [body[position : match.start()], f"[^{new}]" if new else ""]
            position = match.end()
    return "".join([*pieces, body[position:]])


def readable(part):
    """A piece of inline Markdown as its readers see it, without markers, on one line."""
    part = _LINK.sub(r"\1", on_the_line(MARKER.sub("", part)))
    part = _ENTITY.sub(lambda m: html.unescape(m.group()), _EMPHASIS.sub("", part).replace("`", ""))
    return re.sub(r"\s+", " ", _ESCAPE.sub(r"\1", part)).strip()


def _markers(part):
    visible = masked(part)
    return [m[1] for m in MARKER.finditer(part) if visible[m.start()] == "\ue000"]
