"""Who the evidence of a page was found in, carried from sentence to sentence.

Each sentence that names whom something was studied in opens a frame: people, animals or cells, with what was looked at.
A frame lasts through its section and into the next; of two, the one that speaks of the same things counts before the
nearer. A later sentence goes on telling of the study ("it also …", past tense, an item of its list), or leaves it and
speaks of everybody.
"""

import re
from collections import Counter
from dataclasses import dataclass

from evidence.prose.deed import HEADING, METHOD, NAVIGATION, NEED, OWN, PRODUCT, QUESTION, REGULATORY, deed
from evidence.prose.effects import effect, is_background
from evidence.prose.sense import sense
from evidence.prose.studied import CELLS_NAMED, PEOPLE, studied

BOUND = 6  # sentences that a shared word is worth
FURTHER = 4  # sentences that the bound between two sections is worth
TELLING_NOTHING = (QUESTION, NAVIGATION, NEED, METHOD, PRODUCT, REGULATORY, OWN, HEADING)
AT_HAND = 2  # sentences behind a study in which it is still meant, whatever they speak of
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|may|might|can|could|will|would|should)\b",
    re.I,
)
_PAST = re.compile(r"\b(?:was|were|did|had|fell|rose|became|showed|found|led|grew|lost|got|\w{3,}ed)\b", re.I)
_LEAVES = re.compile(
    r"^(?:so|therefore|thus|hence|overall|in short|in sum\w*|all in all|in conclusion|as a result|this means|"
    r"this is why|that is why|"
    r"clearly|for this reason|the (?:basic )?bottom line|in general|generally)\b|\b(?:therefore|thus|hence|"
    r"this means|this makes)\b",
    re.I,
)
_JOINS = re.compile(
    r"^(?:it|they|these|this|those|their|its|he|she|both|such|the (?:same|effects?|treated|treatment|study|"
    r"authors?|researchers?|"
    r"scientists|team|extract|results?|findings?|decreases?|increases?|changes?|control\w*|groups?))\b[^.]*|"
    r"\b(?:also|further(?:more)?|in addition|additionally|moreover|similarly|likewise|interestingly|another|"
    r"the latter|subsequent\w*|"
    r"in the same|in this study|control(?:s| group)?|treated|untreated|dose-dependent\w*|mg/kg|µm|injection|"
    r"injected)\b",
    re.I,
)
_NAME = re.compile(r"(?<=[a-z,;:)] )[A-Z][\w-]{2,}|\b[A-Z]{2,}[\w-]*")
_WORD = re.compile(r"[\w’'-]+")
_LISTED = re.compile(r":$")


@dataclass(frozen=True)
class Line:
    """A sentence where it stands: its section by number, its paragraph there, and "paragraph", "item" or "cell"."""

    section: int
    block: int
    kind: str
    text: str


@dataclass(frozen=True)
class Frame:
    """`whom` the study was in, by which `words`, in which line by number, about what (beginnings of words)."""

    whom: str
    words: str
    at: int
    section: int
    matter: frozenset


@dataclass(frozen=True)
class Borrowed:
    """What a sentence that names nobody rests on: the Frame, how many sentences away (below zero: after it), and
    whether it may be understood from it: it goes on telling of that study, or stands by it and speaks of other
    things."""

    frame: Frame
    away: int
    goes_on: bool


def frames(lines, headings):
    """The Frames of a page, in reading order. A heading that names animals or cells opens one for its section."""
    found = []
    for number, line in enumerate(lines):
        if deed(line.text).kind in (QUESTION, PRODUCT):
            continue
        for whom, words in studied(line.text):
            found.append(Frame(whom, words, number, line.section, sense(line.text).matter))
    for section, heading in enumerate(headings):
        first = next((number for number, line in enumerate(lines) if line.section == section), None)
        if first is not None:
            found += [
                Frame(whom, words, first, section, frozenset())
                for whom, words in studied(heading)
                if whom != PEOPLE
            ]
    return found


def borrowed(lines, headings, title=""):
    """{number of a line: Borrowed} for the sentences that tell an effect, name nobody, and rest on animals or cells
    alone. Pages on pets have none: there animals are whom the page is for."""
    if is_for_pets(title, headings):
        return {}
    known, topics, found = frames(lines, headings), _topics(lines, (title, *headings)), {}
    for number, line in enumerate(lines):
        if not _tells(line.text, topics):
            continue
        frame = _nearest(number, line, sense(line.text).matter, known)
        if frame is None:
            frame = _nearest(number, line, _of_paragraph(lines, line), known)
        if frame and frame.whom != PEOPLE:
            goes_on = _goes_on(lines, number, frame) or not _is_bound(line, frame)
            found[number] = Borrowed(frame, number - frame.at, goes_on)
    return found


def is_for_pets(title, headings):
    """Whether the title, or a third of the headings, speak of pets."""
    named = ["pets" in sense(heading) for heading in headings]
    return "pets" in sense(title) or sum(named) > len(named) // 3


def _tells(text, topics):
    """Whether a sentence says of what the page is about, or of nobody named, that it acts, and names no one studied."""
    told = deed(text)
    if told.kind in TELLING_NOTHING or studied(text) or CELLS_NAMED.search(text):
        return False
    words = effect(text)
    return bool(words) and not is_background(text, words[0], topics)


def _topics(lines, headings):
    """The words by which a page names what it is about: those of its title and headings that name no body, illness or
    study, and names that stand in several sentences."""
    counted = Counter(word.lower() for line in lines for word in set(_NAME.findall(line.text)))
    named = {word for word, often in counted.items() if often > 1}
    for heading in headings:
        named |= {word for word in _WORD.findall(heading.lower()) if len(word) > 3}
    return frozenset(word for word in named if not sense(word).found.keys() - {"chemical"})


def _of_paragraph(lines, line):
    """What the sentences of a paragraph speak of together."""
    same = (one for one in lines if (one.section, one.block) == (line.section, line.block))
    return frozenset().union(*(sense(one.text).matter for one in same))


def _nearest(number, line, about, known):
    costs = []
    for frame in known:
        away = abs(number - frame.at)
        sections = abs(line.section - frame.section)
        shared = len(about & frame.matter)
        if sections > 1 or (not shared and not _is_at_hand(frame, number, line, known)):
            continue
        later = 0.5 if frame.at > number else 0
        costs.append(
            (away + FURTHER * sections + later - BOUND * min(shared, 2), frame.whom != PEOPLE, frame)
        )
    return min(costs, key=lambda one: one[:2])[2] if costs else None


def _is_at_hand(frame, number, line, known):
    """Whether a study that speaks of other things may still be meant: it stands in the heading, or not far before where
    nobody else was studied in the section."""
    if frame.section != line.section:
        return False
    alone = not any(one.whom == PEOPLE and one.section == line.section for one in known)
    return not frame.matter or 0 <= number - frame.at <= (AT_HAND if alone else 1)


def _is_bound(line, frame):
    """Whether a sentence and a study speak of the same things; a heading speaks of all below it."""
    return not frame.matter or bool(sense(line.text).matter & frame.matter)


def _goes_on(lines, number, frame):
    """Whether a sentence goes on telling of the study before it."""
    line = lines[number]
    if frame.at >= number or line.section != frame.section or _LEAVES.search(line.text):
        return bool(frame.at == number and line.kind == "item")
    lead = lines[frame.at]
    if line.kind == "item" and _LISTED.search(lead.text):
        return True
    acts = any(words.endswith("s") and " " not in words for _at, words in sense(line.text).all("acting"))
    if not _PAST.search(line.text) or _PRESENT.search(line.text) or acts:
        return False
    return number - frame.at <= 2 or line.block == lead.block or bool(_JOINS.search(line.text))
