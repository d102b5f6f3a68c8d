"""What a reference begins with: people, a body, or neither, and the date behind them."""

import re

from evidence.bibliography.references.name_lists import UPPER, author_list
from evidence.bibliography.references.parsing.dates_in_text import DATE_FIRST

_BODY = re.compile(
    r"\b(?:Administration|Agency|Association|Authority|Board|Cent(?:er|re)s?|Collaborat\w+|College|Commission|Committee"
    r"|Consortium|Council|Department|Federation|Foundation|Group|Institutes?|Investigators|Ministry|Network|Office"
    r"|Organi[sz]ation|Panel|Programme|Service|Society|Task Force|Trust|Union)\b"
)
_STOPPED_LIST = re.compile(
    rf"(?:[{UPPER}][\w’'\-]+, (?:[{UPPER}]{{1,3}}\.|(?:[{UPPER}]\.[ -]?)+)\s*){{2,}}(?=\((?:1[6-9]|20)\d\d)"
)
_QUOTED = re.compile(r"[“\"«]\s*(?P<title>[^“”\"«»]{3,}?)\s*[”\"»]\s*[.,;]*\s*")


def head(text):
    """(author list, date behind it, what follows)."""
    author = _body(text) or _stopped_list(text) or author_list(text)
    dated = DATE_FIRST.match(text, len(author))
    if not author and (found := DATE_FIRST.search(text[:120])) and _is_group(text[: found.start()]):
        author, dated = text[: found.start()], found
    if not author and (quoted := _QUOTED.search(text)) and quoted.start() < 120:
        author = text[: quoted.start()]
    if not author:
        author = _group(text)
    if dated:
        return author, dated["in"] or dated["bare"], text[dated.end() :]
    return author, "", text[len(author) :].lstrip(" .,:;")


def is_body(text):
    """Whether a name is an organisation's, by a word such as "Committee" in it."""
    return bool(_BODY.search(text))


def _stopped_list(text):
    """Names that are set apart by full stops ("Alder, B. Birch, CD. (2002)")."""
    found = _STOPPED_LIST.match(text)
    return found.group().strip() if found else ""


def _body(text):
    """The name of an organisation at the beginning, recognised by a word such as "Committee" in it."""
    first = re.match(r"(?:[^\W\d_]\.){2,}[^.(]{3,90}|[^.(“\"]{3,120}", text)
    if not first or not _BODY.search(first.group()) or not re.match(r"\.\s|\s?\(|\.$", text[first.end() :]):
        return ""
    person = author_list(first.group())
    listed = person and "," in person and not _BODY.search(person)
    return "" if listed or not _is_group(first.group()) else first.group().strip()


def _is_group(text):
    """Whether words look like the name of a body: no sentence in it, nearly all in capitals."""
    words = re.findall(r"[^\W\d]+", text)
    capitals = [word for word in words if word[0].isupper()]
    return 0 < len(words) <= 14 and ". " not in text.rstrip(". ") and len(capitals) * 2 >= len(words)


def _group(text):
    first = re.match(r"[^.,:“\"]{3,90}\.(?=\s)", text)
    words = first.group().split() if first else []
    named = words and all(
        word[0].isupper() or word in ("of", "for", "and", "the", "on", "&") for word in words
    )
    return first.group() if named and 1 < len(words) <= 9 and len(text) > 2 * len(first.group()) else ""
