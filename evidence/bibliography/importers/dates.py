"""Dates as exports write them, to CSL dates."""

import re
from calendar import monthrange

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_ISO = re.compile(
    rf"^{_YEAR}(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?)?(?:T.*|\s+\d{{1,2}}:.*|/\D.*)?$"
)
# "2011///Spring" as RIS writes it, "2011-21" as BibLaTeX does (ISO 8601-2).
_SEASON = re.compile(rf"^{_YEAR}(?:/+(?P<word>[A-Za-z]{{4,6}})|-(?P<number>2[1-4]))$")
_WORD = r"(?P<word>[A-Za-z]{3,9})\.?"
_WORDED = (
    re.compile(rf"^{_YEAR}[\s,/-]+{_WORD}(?:[\s,/-]+(?P<day>\d{{1,2}}))?(?=$|[\s,;/–-])"),
    re.compile(rf"^{_WORD}\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?{_YEAR}(?!\d)"),
    re.compile(rf"^(?P<day>\d{{1,2}})\s+{_WORD},?\s+{_YEAR}(?!\d)"),
)
# Day first where points part the numbers; between slashes only a number above twelve tells which is the day.
_DAY_FIRST = re.compile(rf"^(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}$")
_SLASHED = re.compile(rf"^(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/{_YEAR}$")
LONGEST = 200  # characters; what is longer is no date
_END = re.compile(
    r"[-–/]\s*(?:(?P<year>1[5-9]\d\d|20\d\d)\s*)?(?P<word>[A-Za-z]{3,9})?\.?\s*(?P<day>\d{1,2})?\s*$"
)


def csl_date(text):
    """A CSL date of "2003 Oct 22", "2001 Spring", "1998 Dec-1999 Jan", "2010/05/03", "May 2020"; None for no date.

    A text without a year that can be read is kept as a literal.
    """
    text = " ".join(str(text or "").strip().strip("/").split())
    if not text.strip("/.-"):
        return None
    if len(text) > LONGEST:
        return {"literal": text}
    if found := _DAY_FIRST.match(text):
        return {"date-parts": [_parts(found["year"], found["month"], found["day"])]}
    if (found := _SLASHED.match(text)) and max(int(found["one"]), int(found["two"])) > 12:
        day, month = sorted((found["one"], found["two"]), key=int, reverse=True)
        return {"date-parts": [_parts(found["year"], month, day)]}
    if found := _SEASON.match(text):
        season = SEASONS.get(found["word"].lower()) if found["word"] else int(found["number"]) - 20
        if season:
            return {"date-parts": [[int(found["year"])]], "season": season}
    if found := _ISO.match(text):
        return {"date-parts": [_parts(found["year"], found["month"], found["day"])]}
    for form in _WORDED:
        found = form.match(text)
        if found and (date := _worded(found, text)):
            return date
    year = re.search(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)", text)
    return {"date-parts": [[int(year.group())]]} if year else {"literal": text}


def season_word(date):
    """ "Spring" to "Winter" of a CSL date that has a season and nothing nearer, else an empty string."""
    parts = (date.get("date-parts") or [[]])[0]
    number = str(date.get("season") or "")
    words = [word for word, season in SEASONS.items() if str(season) == number]
    return words[0].capitalize() if words and len(parts) == 1 else ""


def month_number(word):
    """1 to 12 for a month's name or number, else None."""
    word = str(word or "").strip().strip(".")
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return MONTHS.index(word[:3].lower()) + 1 if word[:3].lower() in MONTHS else None


def _worded(found, text):
    word = found["word"].lower()
    if word in SEASONS:
        return {"date-parts": [[int(found["year"])]], "season": SEASONS[word]}
    month = month_number(word)
    if month is None:
        return None
    date = {"date-parts": [_parts(found["year"], month, found["day"])]}
    end = _END.search(text[found.end() :])
    if end and end.group().strip() and month_number(end["word"]):
        date["date-parts"].append(_parts(end["year"] or found["year"], month_number(end["word"]), end["day"]))
    elif end and end["day"] and found["day"]:
        date["date-parts"].append(_parts(found["year"], month, end["day"]))
    return date


def _parts(year, month=None, day=None):
    parts = [int(year)]
    if month and 1 <= int(month) <= 12:
        parts.append(int(month))
        if day and 1 <= int(day) <= monthrange(int(year), int(month))[1]:
            parts.append(int(day))
    return parts
