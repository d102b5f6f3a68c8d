"""Headings: recognised by their form in plain text, and brought onto levels without gaps in every format."""

import re

from evidence.manuscript.section_kinds import guess_kind
from evidence.vocabulary import SectionKind

LONGEST = 14  # words
LONGEST_IN_SENTENCE_CASE = 9  # words
BODY_WORDS = 9  # a line of this many words, or one that ends like a sentence, is text
NUMBERED = re.compile(r"^(?:(\d{1,2}(?:\.\d{1,2})+)\.?|(\d{1,2})[.)]|([IVX]{1,5})[.)]|([A-H])[.)])\s+(?=\S)")
SMALL = {
    "a", "an", "and", "the", "of", "in", "on", "for", "to", "or", "with", "at", "by", "from", "vs", "vs.", "as", "is",
    "are", "be", "during", "and/or", "but", "nor", "per", "into", "than", "it", "its", "do", "does", "about",
}  # fmt: skip


def ordinal_depth(line):
    """How deep a heading's number goes ("2.1 Sleep" is 2), or 0 for a heading without one."""
    found = NUMBERED.match(line)
    if not found:
        return 0
    return found[1].count(".") + 1 if found[1] else 1


def without_ordinal(line):
    return NUMBERED.sub("", line).strip()


def has_heading_form(line):
    """Whether a line alone looks like a heading: a question, capitals, or the words of weight capitalised."""
    bare = without_ordinal(line)
    words = bare.split()
    if not words or len(words) > LONGEST or not _may_head(bare):
        return False
    if bare.endswith("?"):
        return bare.count("?") == 1 and ". " not in bare
    telling = [word.strip("“”\"'‘’(") for word in words if word.lower() not in SMALL]
    capital = [word for word in telling if word[:1].isupper() or word[:1].isdigit()]
    return bool(capital) and len(capital) >= max(1, round(len(telling) * 0.75))


def is_heading_here(line, before, after):
    """Whether a short line in sentence case is a heading by its place: text follows, and no sentence is cut."""
    bare = without_ordinal(line)
    words = bare.split()
    if not words or len(words) > LONGEST_IN_SENTENCE_CASE or not _may_head(bare):
        return False
    if before and before[-1] not in '.!?:”"’)':
        return False
    known = guess_kind(bare) != SectionKind.OTHER
    # A heading with nothing under it is told from a stray line by what it names.
    headed = bool(after) and is_text(after) and (len(words) > 1 or known)
    return headed or (known and len(words) <= 5)


def is_text(line):
    """Whether a line reads like part of a paragraph."""
    return len(line.split()) >= BODY_WORDS or (line[-1:] in ".!?" and len(line.split()) > 3)


def levelled(levels, first=2):
    """Raw levels (any numbers, smaller is higher) as levels from `first` on without a gap.

    A heading lies one below the nearest heading before it that is higher.
    """
    result, above = [], []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        result.append(min(first + len(above) - 1, 6))
    return result


def _may_head(bare):
    first = bare.lstrip("“\"'‘(")[:1]
    if not (first.isupper() or first.isdigit()) or bare[-1] in ".;:,!…":
        return False
    return not re.match(r"^[-*•]\s", bare) and not re.search(r"https?://|www\.|@|\bdoi\b", bare)
