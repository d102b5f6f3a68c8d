"""Plain text: headings are recognised by their form, wrapped lines are joined, what belongs to the site is set
aside."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from evidence.importers.citing.reference_lists import is_entry
from evidence.importers.decoding import decoded
from evidence.importers.drafts import Draft, DraftSection
from evidence.importers.furniture import is_furniture, opens_tail
from evidence.importers.head import Head
from evidence.importers.headings import (
    has_heading_form,
    is_heading_here,
    is_text,
    levelled,
    ordinal_depth,
    without_ordinal,
)
from evidence.importers.paragraphs import paragraphs_of
from evidence.manuscript.section_kinds import guess_kind
from evidence.vocabulary import SectionKind

# Raw levels of the ways in which plain text shows rank; numbered headings lie below the one that opens them.
DOUBLE_RULE, CAPITALS, RULE, PLAIN, NUMBERED = 1, 2, 3, 4, 5
OPENERS = {SectionKind.BACKGROUND, SectionKind.SUMMARY, SectionKind.QUALITY, SectionKind.UNKNOWN}


@dataclass
class _Part:
    """A heading (empty for opening text) with its raw level, and the paragraphs under it."""

    heading: str
    level: int
    body: list
    numbered: bool = False


def read(data):
    """Draft of a plain text. Raises ValueError for a text that says nothing."""
    head = Head()
    title, lines = _title(paragraphs_of(decoded(data)), head)
    lines = _without_tail(lines, head)
    parts = [_Part("", PLAIN, [])]
    for number, line in enumerate(lines):
        if is_furniture(line.text):
            head.aside.append(line.text)
        elif _is_heading(lines, number):
            numbered = ordinal_depth(line.text) == 1
            parts.append(_Part(without_ordinal(line.text), _raw_level(line, parts), [], numbered))
        else:
            parts[-1].body.append(line.text)
    if not parts[0].body:
        parts = parts[1:]
    bodies = [_body(part) for part in parts]
    levels = levelled([part.level for part in parts])
    sections = zip(levels, (part.heading for part in parts), bodies, strict=True)
    return Draft(
        title,
        head.byline,
        head.date,
        sections=tuple(DraftSection(*section) for section in sections),
        furniture=tuple(head.aside),
    )


def _title(lines, head):
    """The title and the lines after it; by-line, dates and furniture around it go to `head`."""
    for number, line in enumerate(lines):
        following = [later.text for later in lines[number + 1 : number + 4]]
        if line.rule or not head.takes(line.text, following):
            title = re.sub(r"^title:\s*", "", line.text, flags=re.I).rstrip(".")
            return title, _after_byline(lines[number + 1 :], head)
    raise ValueError(_("no title was found: begin the text with its title."))


def _after_byline(lines, head):
    for number, line in enumerate(lines):
        following = [later.text for later in lines[number + 1 : number + 4]]
        if line.rule or not head.takes(line.text, following, below_title=True):
            return lines[number:]
    return []


def _without_tail(lines, head):
    """The lines without what stands under an article: from "Related posts" on, if no further text follows."""
    for number, line in enumerate(lines):
        if opens_tail(line.text) and not any(_is_prose(later) for later in lines[number + 1 :]):
            head.aside += [one.text for one in lines[number:]]
            return lines[:number]
    return lines


def _is_prose(line):
    return line.rule or (is_text(line.text) and not is_furniture(line.text))


def _is_heading(lines, number):
    line = lines[number]
    if line.rule:
        return True
    if line.listed or line.joined > 2 or _in_a_bare_list(lines, number) or is_entry(line.text):
        return False
    if has_heading_form(line.text):
        return not (line.joined > 1 and len(line.text.split()) > 9)
    before = lines[number - 1].text if number and not line.apart else ""
    after = next((later.text for later in lines[number + 1 : number + 2]), "")
    return line.joined == 1 and is_heading_here(line.text, before, after)


def _in_a_bare_list(lines, number):
    """Whether a line of one or two words stands among others of its kind, with no blank line between them."""
    first = last = number
    while first and not lines[first].apart and _is_short(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and not lines[last + 1].apart and _is_short(lines[last + 1]):
        last += 1
    listed = last - first >= 2 and _is_short(lines[number])
    return listed and guess_kind(lines[number].text) == SectionKind.OTHER


def _is_short(line):
    return len(line.text.split()) <= 2


def _raw_level(line, parts):
    if line.rule:
        return DOUBLE_RULE if line.rule == "=" else RULE
    depth = ordinal_depth(line.text)
    if depth > 1:
        return NUMBERED + depth
    sister = next((part for part in reversed(parts) if part.numbered), None)
    if depth == 1 and sister and not line.text.startswith("1"):
        return sister.level
    opened = any(part.heading and part.level < NUMBERED for part in parts)
    if depth == 1 and opened and not _follows_opener(parts):
        return NUMBERED
    letters = without_ordinal(line.text)
    return CAPITALS if letters.isupper() and len(letters) > 4 else PLAIN


def _follows_opener(parts):
    """Whether the only unnumbered headings so far are ones that never gather others, such as "Introduction"."""
    unnumbered = [part for part in parts if part.heading and part.level < NUMBERED]
    return all(guess_kind(part.heading) in OPENERS and part.body for part in unnumbered)


def _body(part):
    return "\n\n".join(part.body).replace("\n\n- ", "\n- ").replace("[^", "\\[^")
