"""A Markdown text cut at its headings, everything between them kept as it was written."""

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

from evidence.importers.headings import LONGEST
from evidence.prose.markers import readable

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
_BOLD_LINE = re.compile(r"^\s*(\*\*|__)(?P<text>[^*_\s](?:(?!\1).)*?)(?P<colon>:?)\1(?P<after>:?)\s*$")
BOLD = 7  # raw level of a paragraph that is bold as a whole: below any heading with marks


@dataclass
class Part:
    """`heading` as people read it, empty before the first one; `level` as written; `lines` of Markdown."""

    heading: str
    level: int
    lines: list

    def said(self):
        return any(line.strip() for line in self.lines)


def parts_of(text):
    """The parts of a Markdown text. A short paragraph all in bold is a heading where its neighbours are none."""
    lines = text.split("\n")
    headings = _headings(text)
    if len(headings) < 2:
        headings |= _bold_lines(lines)
    parts, covered = [Part("", 1, [])], set()
    for number, line in enumerate(lines):
        if number in headings:
            level, heading, last = headings[number]
            covered |= set(range(number, last))
            parts.append(Part(heading, level, []))
        elif number not in covered:
            parts[-1].lines.append(line)
    return parts


def _headings(text):
    """Line number → (level, heading, line after it)."""
    tokens = _PARSER.parse(text)
    return {
        token.map[0]: (int(token.tag[1]), readable(tokens[place + 1].content), token.map[1])
        for place, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and readable(tokens[place + 1].content)
    }


def _bold_lines(lines):
    found = {}
    for number, line in enumerate(lines):
        match = _BOLD_LINE.match(line)
        above = lines[number - 1].strip() if number else ""
        below = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if match and not above and not below:
            heading = readable(match["text"])
            if len(heading.split()) <= LONGEST and heading[-1:] not in ".!,;":
                found[number] = (BOLD, heading, number + 1)
    return found
