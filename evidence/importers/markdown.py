"""Markdown: headings with their levels, front matter, footnotes; raw HTML gives only its words."""

import re

from django.utils.translation import gettext as _

from evidence.importers.dates import date_in
from evidence.importers.decoding import decoded
from evidence.importers.drafts import Draft, DraftPerson, DraftSection
from evidence.importers.footnotes import without_footnotes
from evidence.importers.front_matter import front_matter
from evidence.importers.furniture import is_furniture, opens_tail
from evidence.importers.head import Head
from evidence.importers.headings import LONGEST, levelled, without_ordinal
from evidence.importers.markdown_parts import Part, parts_of
from evidence.importers.people import labelled, people_in
from evidence.importers.raw_html import without_html
from evidence.prose.markers import readable

FIRST_LEVEL = 1
# A line across the page, which parts nothing where a section ends.
_BREAK = re.compile(r"\s{0,3}(?:(?:\*\s{0,3}){3,10}|(?:_\s{0,3}){3,10}|(?:-\s{0,3}){3,10})")


def read(data):
    """Draft of a Markdown file. Raises ValueError for a text that says nothing."""
    said, text = front_matter(decoded(data))
    head = Head()
    head.people += _people(said)
    if found := _date(said):
        head.dates.append((found, False))
    title = _text(said.get("title"))
    return draft_of(
        without_html(text), head, title=title, language=_text(said.get("language") or said.get("lang"))
    )


def draft_of(text, head, title="", language=""):
    """Draft of a Markdown text whose title, people and date may be known already; `head` gathers the rest."""
    text, footnotes = without_footnotes(text)
    title, parts = _titled(parts_of(text), title, head)
    parts = _without_tail(_without_head(parts, head), head)
    if not parts:
        raise ValueError(_("nothing but a title was found."))
    levels = levelled([part.level for part in parts if part.heading])
    opening = [] if parts[0].heading else [2]
    return Draft(
        title,
        head.byline,
        head.date,
        language=language[:2].lower(),
        sections=tuple(
            DraftSection(level, without_ordinal(part.heading), _body(part, head))
            for level, part in zip(opening + levels, parts, strict=True)
        ),
        furniture=tuple(head.aside),
        footnotes=footnotes,
    )


def _titled(parts, title, head):
    """The title and the parts after it: what the file says, else its only or first heading, else its first line."""
    tops = [part for part in parts if part.heading and part.level == FIRST_LEVEL]
    first = next((part for part in parts if part.heading), None)
    if title:
        same = first is not None and readable(first.heading).casefold() == title.casefold()
        return title, _merged(parts, first) if same else parts
    if first is not None and (len(tops) == 1 or first in tops[:1]) and not _opens_with_title(parts, tops):
        top = tops[0]
        return top.heading, _merged(parts, top)
    return _first_line(parts, head)


def _opens_with_title(parts, tops):
    """Whether the text opens with one short line above several headings of the first level: then that is its
    title."""
    lines = [line for line in parts[0].lines if line.strip()]
    return len(tops) > 1 and not parts[0].heading and bool(lines) and len(lines[0].split()) <= 2 * LONGEST


def _merged(parts, top):
    """The parts without the heading that became the title; its text opens the article."""
    place = parts.index(top)
    before = [part for part in parts[:place] if part.heading or part.said()]
    return [*before, Part("", FIRST_LEVEL, top.lines), *parts[place + 1 :]]


def _first_line(parts, head):
    for part in parts:
        for number, line in enumerate(part.lines):
            if line.strip() and not head.takes(line, part.lines[number + 1 :]):
                part.lines[: number + 1] = []
                return readable(line).rstrip("."), parts
        if part.heading:
            return part.heading, _merged(parts, part)
    raise ValueError(_("no title was found: begin the text with its title."))


def _without_head(parts, head):
    """The parts without the by-line, date and furniture lines that stand below the title."""
    for part in parts:
        if part.heading:
            break
        while part.lines:
            line = part.lines[0]
            if line.strip() and not head.takes(readable(line), part.lines[1:4], below_title=True):
                break
            part.lines.pop(0)
    opened = [part for part in parts if not part.heading and part.said()]
    opening = (
        [Part("", FIRST_LEVEL, [line for part in opened for line in (*part.lines, "")])] if opened else []
    )
    return opening + [part for part in parts if part.heading]


def _without_tail(parts, head):
    """The parts without those that a site puts under its articles."""
    kept = [part for part in parts if not (part.heading and opens_tail(part.heading))]
    for part in parts:
        if part not in kept:
            head.aside += [part.heading, *(readable(line) for line in part.lines if line.strip())]
    return kept


def _body(part, head):
    kept = []
    for line in part.lines:
        bare = readable(re.sub(r"^\s*(?:[-*+]\s+)?", "", line))
        if is_furniture(bare):
            head.aside.append(bare)
        else:
            kept.append(line.rstrip())
    while kept and (not kept[-1].strip() or _BREAK.fullmatch(kept[-1])):
        kept.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip("\n")


def _people(said):
    people = []
    named = said.get("author") or said.get("authors") or said.get("by") or said.get("byline") or ()
    for entry in named if isinstance(named, list | tuple) else [named]:
        if isinstance(entry, dict):
            name, role = str(entry.get("name", "")), str(entry.get("role", ""))
            people.append(DraftPerson(name, role, str(entry.get("credentials", ""))))
            continue
        rest = labelled(str(entry))
        text = rest[1] if rest else str(entry)
        people += people_in(text) or ([DraftPerson(text.strip())] if text.strip() else [])
    return people


def _date(said):
    for name in ("date", "published", "publish_date", "pubdate", "created", "updated", "lastmod"):
        if found := date_in(str(said.get(name) or "")):
            return found
    return None


def _text(value):
    return " ".join(str(value or "").split())
