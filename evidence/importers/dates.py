"""Dates as articles print them: a line that is a date, with or without a label such as "Published:"."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_LABEL = (
    r"(?:(?:first |originally |last |medically |date )*"
    r"(?:published|updated?|posted|reviewed|modified|created|written|date|on)\b(?: on)?\s*:?\s*)?"
)
_DAY_NAME = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:[\sT,]+(?:at\s+)?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|[A-Z]{2,4})?)?"
_FORMS = (
    (rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", "mdy"),
    (rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH},?\s+(\d{{4}})", "dmy"),
    (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", "ymd"),
    (r"(\d{1,2})/(\d{1,2})/(\d{4})", "mdy"),
    (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", "dmy"),
)
_COMPILED = tuple(
    (re.compile(rf"(?:[-•*·|]\s*)?{_LABEL}{_DAY_NAME}{form}{_TIME}\s*[.]?", re.I), order)
    for form, order in _FORMS
)


def date_in(line):
    """The date that a line consists of (a label, weekday or time of day may stand with it), or None."""
    for form, order in _COMPILED:
        if match := form.fullmatch(line.strip()):
            parts = dict(zip(order, match.groups(), strict=True))
            return _date(int(parts["y"]), _month(parts["m"]), int(parts["d"]))
    return None


def is_update(line):
    """Whether a date line speaks of a later change, not of first publication."""
    return bool(re.match(r"\W*(?:last |medically )*(?:updated?|modified|reviewed)\b", line, re.I))


def _month(text):
    return int(text) if text.isdigit() else MONTHS.index(text[:3].lower()) + 1


def _date(year, month, day):
    """Months above twelve mean that day and month stood the other way round."""
    if month > 12:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
