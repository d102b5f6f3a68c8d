"""Plain text: headings are recognised by their form, what belongs to the site is set aside."""

import re

from django.utils.translation import gettext as _

from evidence.importers.articles import furniture
from evidence.importers.drafts import Draft, DraftSection

LONGEST_HEADING = 12  # words
NUMBERED = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
SMALL = {"a", "an", "and", "the", "of", "in", "on", "for", "to", "or", "with", "at", "by", "from", "vs", "as",
         "is", "are", "during", "and/or", "but", "nor", "per"}  # fmt: skip


def read(text):
    """Draft of a plain text. Raises ValueError for a text that says nothing."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    head = furniture.Head()
    title, rest = _title(lines, head)
    sections, body = [DraftSection(2, "", "")], []
    under_unnumbered = False
    for line in rest:
        if furniture.is_furniture(line):
            head.aside.append(line)
        elif _is_heading(line):
            _close(sections, body)
            numbered = bool(NUMBERED.match(line))
            level = 3 if numbered and under_unnumbered else 2
            under_unnumbered = under_unnumbered or not numbered
            sections.append(DraftSection(level, NUMBERED.sub("", line), ""))
        else:
            body.append(line)
    _close(sections, body)
    if not sections[0].body:
        sections = sections[1:]
    return Draft(title, tuple(head.byline), head.date, tuple(sections), tuple(head.aside))


def _title(lines, head):
    """The title and the lines after it; by-line, date and furniture above it go to `head`."""
    spoken = [line for line in lines if line]
    if not spoken:
        raise ValueError(_("the file is empty."))
    for number, line in enumerate(lines):
        if not line or head.takes(line, lines[number + 1 :]):
            continue
        return line.rstrip("."), _after_byline(lines[number + 1 :], head)
    raise ValueError(_("no title was found: begin the text with its title."))


def _after_byline(lines, head):
    for number, line in enumerate(lines):
        if line and not head.takes(line, (), below_title=True):
            return lines[number:]
    return []


def _close(sections, body):
    paragraphs = "\n\n".join(line for line in body if line)
    last = sections[-1]
    sections[-1] = DraftSection(last.level, last.heading, paragraphs)
    body.clear()


def _is_heading(line):
    bare = NUMBERED.sub("", line)
    words = bare.split()
    if not words or len(words) > LONGEST_HEADING or not bare[0].isupper():
        return False
    if bare[-1] in ".;:,!" or re.match(r"^[-*•]\s", line):
        return False
    if bare.endswith("?"):
        return True
    telling = [word for word in words if word.lower() not in SMALL]
    capital = [word for word in telling if word[0].isupper() or word[0].isdigit()]
    return len(capital) >= max(1, round(len(telling) * 0.75))
