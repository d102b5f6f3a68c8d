"""Where a title ends: at a closing quotation mark, a journal, a place of publication, an editor or a number."""

import re

from evidence.bibliography.references.name_lists import UPPER
from evidence.bibliography.references.parsing.dates_in_text import DATE, MONTHS, YEAR, cited

_QUOTED = re.compile(r"[“\"«]\s*(?P<title>[^“”\"«»]{3,}?)\s*[”\"»]\s*[.,;]*\s*")
_CUT = re.compile(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\bvs\.)(?<!\bvol\.)(?<!\bno\.)[”\"’]?,?\s+(?=[^\s\d(])")
_HOST = re.compile(
    r"(?:^|[.,?!]\s+)(?P<in>In:?\s+(?=\S)|(?:[Ee]d(?:s|ited)?\b\.?(?:\s+by)?|[Tt]rans(?:lated)?\b\.?(?:\s+by)?|Hrsg)\s)"
)
_PLACE = re.compile(
    rf"(?:^|[.?!)]\s+|,\s+(?=[{UPPER}]\w+\s?:\s))(?P<place>(?:St\.\s)?[{UPPER}][\w’'\-/]*"
    rf"(?:,?\s(?:[\w&’'\-/]+|[{UPPER}][\w.]{{0,5}}\.)){{0,5}}?)\s?:\s+(?=[{UPPER}])"
)
_NOTE = re.compile(
    rf"\s\((?=[^()]*(?:\bTrans|\b[Ee]ds?\b|dissertation|[Tt]hesis|:\s[{UPPER}]|Press\b|Verlag\b))"
)
_NO_TITLE = re.compile(
    rf"(?:[{UPPER}]{{1,4}}&[{UPPER}]|(?:[{UPPER}][a-z]{{1,9}}\. ){{2,5}}(?=\d))[ ,]*"
    rf"\d{{1,4}}, (?:pp?\. )?[\dLA-Z]+[\d–-]*(?=$|\s*[.(])"
)
_EDITION = re.compile(
    r"[\s,.]*(?:\(?\d+(?:st|nd|rd|th) ed(?:ition|n)?\.?\)?|\bVol\.?\s?[\dIVXLC]*\s?\.?)\s*$"
)
_PUBLISHER = re.compile(
    r"\b(?:Press|Publish\w*|Verlag|Books|University|Universit\w+|Wiley|Elsevier|Springer|Routledge|Oxford)\b"
)
_NUMBER = re.compile(
    r"(?<![\w-])(?:\b(?:vol(?:ume)?|v|no|Bd|pp?|pages?)\b\.?\s?|\bn[°o]\.?\s?|[(\[]?)(?:\d+|[IVXLC]+\b(?=[\s,(:]))",
    re.I,
)
_OF_NUMBERS = re.compile(rf"{MONTHS}|pages?|vol|and", re.I)


def title_of(text):
    """(title, what follows); no title where a journal's abbreviation and numbers are all there is."""
    if _NO_TITLE.match(text):
        return "", text
    if (quoted := _QUOTED.match(text)) and len(quoted["title"].split()) > 1:
        return quoted["title"], text[quoted.end() :]
    if end := min((place for place in (_host(text), _place(text), _note(text)) if place), default=0):
        title = _EDITION.sub("", text[:end]).rstrip(" ,(")
        if not re.search(r"\d\s?[(:,]\s?\d", text[:end]):
            return title, text[len(title) :]
    numbered = cited(text)
    if numbered and (cuts := [cut.end() for cut in _CUT.finditer(text[: numbered.start()])]):
        fitting = [cut for cut in cuts if _is_container(text[cut : numbered.start()])]
        cut = (fitting or cuts[-1:])[0]
        return text[:cut].rstrip(" ,"), text[cut:]
    numbers = _first_number(text)
    cuts = [cut.end() for cut in _CUT.finditer(text) if numbers is None or cut.start() < numbers]
    fitting = [cut for cut in cuts if _is_container(text[cut:numbers])]
    if cuts:
        cut = (fitting or cuts)[0]
        return text[:cut].rstrip(" ,"), text[cut:]
    return _title_by_comma(text, numbers)


def _title_by_comma(text, numbers):
    """Some styles put a comma between title and journal: the journal is the last part before the numbers."""
    head = text[:numbers]
    parts = head.rstrip(" ,.").rsplit(", ", 1)
    if numbers and len(parts) == 2 and len(parts[0].split()) > 2 and _is_container(parts[1]):
        return parts[0], text[len(parts[0]) + 2 :]
    date = DATE.search(text)
    if date and not numbers:
        return text[: date.start()].rstrip(" ,.("), text[date.start() :]
    return head.rstrip(" ,"), text[len(head) :]


def _host(text):
    found = _HOST.search(text, 3)
    return found.start("in") if found else 0


def _place(text):
    """Where "Place: Publisher" begins, as in books."""
    for found in _PLACE.finditer(text, 3):
        rest = text[found.end() :]
        published = len(rest) < 45 or re.search(YEAR, rest) or _PUBLISHER.search(rest)
        if len(found["place"]) < 45 and len(rest) < 90 and published:
            return found.start("place")
    return 0


def _note(text):
    """Where brackets say who translated, what thesis it is, or where it was published."""
    found = _NOTE.search(text, 3)
    return found.start() if found else 0


def _first_number(body):
    """Where volume, pages and year begin: the first number from which on there is little but numbers; or None."""
    for number in _NUMBER.finditer(body):
        rest = body[number.start() :]
        words = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if not _OF_NUMBERS.fullmatch(word)]
        if number.start() and len(words) <= 2 + len(rest) // 60 and re.search(r"\d.*\d", rest):
            return number.start()
    return None


def _is_container(words):
    """Whether words look like the name of a journal: short, and nearly every word of weight in capitals."""
    words = re.sub(r"\b[dlLD][’']", "", words)
    weighty = [
        word for word in re.findall(r"[^\W\d_][\w’'.\-]*", words) if len(word) > 3 or word[0].isupper()
    ]
    capitals = sum(word[0].isupper() for word in weighty)
    begun = re.split(r"\.\s", words.rstrip(". "))[:-1]
    if any(re.search(r"(?:^|\s)[^\W\d_A-Z][^\W\d_]{3,}", part) for part in begun):
        return False
    return 0 < len(weighty) <= 14 and capitals >= 0.6 * len(weighty) and not re.search(r"[?!]\s", words)
