"""Where sentences end in biomedical prose. Offsets are characters of the text as it was given."""

import re
from functools import cache
from pathlib import Path

# Marks that stand for nothing readable: a text with its Markdown masked keeps its length (see `blocks.masked`).
SILENT = "\ue000\ue001"

_END = re.compile(
    rf"(?P<stop>[.!?…]+)(?P<after>[\"'”’»)\]*_{SILENT}]*(?:\[[\d,;–\- ]+\])*[{SILENT}]*)(?P<gap>\s+|$)"
)
_LAST_WORD = re.compile(r"[^\s(\[“\"'/]+$")
_OPENERS = re.compile(rf"^[\"'“‘«(\[*_{SILENT}]+")
_LOWER_START = re.compile(r"^(?:[a-z]{1,3}[A-Z][\w-]*|p[HK]\b|miR-|[α-ω]-?\w|[a-z]-[A-Z]|\d)")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.)+[A-Za-z]$")
_INITIAL = re.compile(r"^[A-Z]$|^[A-Z]-[A-Z]$")
_MEASURE = re.compile(r"\d\s*(?:min|sec|hrs?|h|kg|mg|g|ml|mL)$")
_AFTER_WORD = re.compile(r"[a-z0-9)\]] [A-Z]$")
_OPENING = re.compile(
    r"^(?:The|This|These|Those|In|However|We|Our|It|There|Here|Moreover|Furthermore|Thus|Therefore|When|Although)\b"
)
_STARTER = re.compile(
    r"^(?:The|This|These|Those|That|It|In|However|We|Our|A|An|There|Here|No|Both|Other|Such|To|For|As|At|By|"
    r"On|After|Before|While|When|If|Although|Thus|Therefore|Moreover|Furthermore|Finally|Some|Many|Most|"
    r"All|One|Two|Three|They|He|She|Its|Their|Each|Further|Because|Since|Given|From|With|Only|People)\b"
)


def split(text):
    """Spans (start, end) of the sentences of plain text, in order, white space at both ends left out."""
    spans, start = [], _skip_space(text, 0)
    for match in _END.finditer(text):
        if start >= match.end("after"):
            continue
        if match.end() < len(text) and not _ends_here(text, match):
            continue
        spans.append((start, match.end("after")))
        start = _skip_space(text, match.end())
    rest = len(text.rstrip())
    if start < rest:
        spans.append((start, rest))
    return spans


def _skip_space(text, position):
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _ends_here(text, match):
    following = _OPENERS.sub("", text[match.end() : match.end() + 40])
    if not following:
        return "\n\n" in match["gap"] or match.end() >= len(text.rstrip())
    if match["stop"] != ".":
        return not following[0].islower() or bool(_LOWER_START.match(following))
    word = _word_before(text, match.start())
    if _is_never_last(word):
        return False
    if following[0].islower() and not _LOWER_START.match(following):
        return False
    if _is_cited_journal(text, match.start(), word):
        return False
    if _may_be_last(word, match["after"]) or _ends_in_unit(text, match.start(), word, following):
        return True
    if word == "no" and not following[0].isdigit():
        return True
    return bool(_STARTER.match(following)) and not _before_number_only(word)


def _is_cited_journal(text, position, word):
    """A short word in capitals behind a comma in square brackets: "[Berg, Proc. Natl. Acad. 86]"."""
    if len(word) > 5 or not word[:1].isupper() or not word.isalpha():
        return False
    before = text[max(0, position - 120) : position]
    return before.rfind("[") > before.rfind("]") and "," in before[before.rfind("[") :]


def _ends_in_unit(text, position, word, following):
    """Whether a measure or a letter ends the sentence: "for 1 min. Cleavage was", "on chromosome X. This is"."""
    before = text[max(0, position - 30) : position]
    if following[0].isupper() and _MEASURE.search(before):
        return True
    return bool(_INITIAL.match(word) and _AFTER_WORD.search(before) and _OPENING.match(following))


def _word_before(text, position):
    found = _LAST_WORD.search(text[max(0, position - 30) : position])
    return found.group().strip(SILENT + "*_") if found else ""


def _is_never_last(word):
    return word.lower() in abbreviations("never_last")


def _may_be_last(word, after):
    if after.strip("*_" + SILENT):
        return not _INITIAL.match(word)
    plain = word.lower()
    return not (plain in abbreviations("sometimes_last") or _INITIAL.match(word) or _DOTTED.match(word))


def _before_number_only(word):
    return bool(_INITIAL.match(word)) and word not in {"I", "C", "D", "E", "K", "A", "B"}


@cache
def abbreviations(kind):
    """Abbreviations without their last full stop: "never_last" open something ("Fig", "vs", "e.g"),
    "sometimes_last" may close a sentence too ("al", "etc", "q.d")."""
    text = (Path(__file__).parent / "data" / f"abbreviations_{kind}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip().lower() for line in text.splitlines() if line.strip() and line[0] != "#")
