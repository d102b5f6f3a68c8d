"""What the unmarked text of a section asserts of people, by sentences and by pieces that together say something."""

import re

from evidence.prose.asserting import asserts, touches
from evidence.prose.markers import sentences_of
from evidence.prose.pictures import BEGINNING
from evidence.prose.said import quoted
from reviews.checks import declared, evidence

FRAGMENT, MOST = 6, 6  # words that are no sentence yet, and how many such pieces are read together
QUOTED = 3  # words from which a quotation says something
_REPORT = re.compile(
    r"^(?:however,? |also,? |still,? )?(?:the|its|their|these|this) (?:same |two |three )?(?:authors?|researchers?|"
    r"stud(?:y|ies)|trials?|reviewers?|investigators?|analysis|review|leaflet)\b.{0,40}\b(?:conclud|report|find|found|"
    r"suggest|say|said|saw|writ|wrote|call|warn|advis|not)\w*",
    re.I,
)


def in_pieces(manuscript, section):
    """What unmarked pieces of a section assert of people when they are read together, each block once."""
    told = {one.block for one in sentences_of(section.body) if promises(manuscript, section, one)}
    for block, words in _pieces(section):
        if block not in told and asserts(words, declared.agents(manuscript)).label != "none":
            told.add(block)
            yield words


def promises(manuscript, section, sentence):
    """Whether an unmarked sentence asserts something of people, and is no report of the source cited before it."""
    if sentence.markers:
        return False
    text = sentence.text.removeprefix(BEGINNING).strip(" :[]")
    named = declared.agents(manuscript)
    if asserts(text, named).label == "none" and not touches(text, named) and not quotes(manuscript, text):
        return False
    return not (_REPORT.match(text) and _follows_a_source(manuscript, section, sentence))


def quotes(manuscript, text):
    """Whether words that somebody is quoted with assert something by themselves."""
    return any(
        len(words.split()) >= QUOTED and asserts(words, declared.agents(manuscript)).label != "none"
        for words in quoted(text)
    )


def _follows_a_source(manuscript, section, sentence):
    """Whether the sentence before it in its paragraph, reports of the same source left out, is a claim with support."""
    for before in reversed(sentences_of(section.body)):
        if before.start >= sentence.start:
            continue
        if before.block != sentence.block:
            return False
        known = [manuscript.claim_by_key[key] for key in before.markers if key in manuscript.claim_by_key]
        if known:
            return any(evidence.supports(manuscript, one) for one in known)
        if not _REPORT.match(before.text):
            return False
    return False


def _pieces(section):
    """(block, words) of what is cut into pieces: fragments that follow one another, what a colon leads to, the cells of
    a row with the head of their table."""
    lead = []
    for sentence in sentences_of(section.body):
        if sentence.kind == "cell" or sentence.markers:
            lead = []
            continue
        if lead:
            yield sentence.block, " ".join((*lead, sentence.text))
        if len(sentence.text.split()) <= FRAGMENT or sentence.text.endswith(":"):
            lead = [*lead, sentence.text.rstrip(" .:!…")][-MOST:]
        elif sentence.kind != "item":
            lead = []
    yield from _rows(section.body)


def _rows(body):
    rows = {}
    for sentence in sentences_of(body):
        if sentence.kind == "cell":
            rows.setdefault(body.count("\n", 0, sentence.start), []).append(sentence)
    head, previous = "", None
    for line, cells in rows.items():
        words = " ".join(cell.text for cell in cells)
        if previous is None or line > previous + 2:
            head = words
        elif not any(cell.markers for cell in cells):
            yield cells[0].block, words
            yield cells[0].block, f"{head} {words}"
        previous = line
