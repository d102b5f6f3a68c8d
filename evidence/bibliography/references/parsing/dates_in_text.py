"""Dates as references carry them: behind the authors, before the volume, or at the end."""

import re

from evidence.bibliography.references.name_lists import UPPER

YEAR = r"(?:1[6-9]|20)\d\d"
MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter"
    r"|janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)[\w.]*"
)
UNDATED = r"n\.\s?d\.|in press|forthcoming"
DATE_FIRST = re.compile(
    rf"[\s,.:;]*(?:[(\[]\s*(?P<in>[^()\[\]]{{0,25}}?(?:{YEAR}[a-z]?|{UNDATED})[^()\[\]]{{0,25}})[)\]]"
    rf"|(?P<bare>{YEAR}[a-z]?)(?=[.,:;]|\s+[{UPPER}“\"]))[\s.,:;]*"
)
TITLE_FIRST = re.compile(
    rf"(?P<title>.{{15,300}}?[.?!])\s\((?P<date>[^()]{{0,20}}(?:{YEAR}|{UNDATED})[^()]{{0,20}})\)\.\s"
)
DATE = re.compile(
    rf"(?:(?:{MONTHS}|\d{{1,2}})[\s.,/]+){{0,3}}(?<!\d)(?<![-–—‑])({YEAR})[a-z]?(?!\d)(?!\s?[-–—‑]\s?\d)"
    rf"(?:\s{MONTHS}(?:\s\d{{1,2}}(?!\d))?)?"
)
# "2003 Oct 22;270(1529):2147-50", as biomedical journals print it.
CITED = re.compile(
    rf"[\s,.(]*(?P<date>{YEAR}(?:\s{MONTHS}(?:[-–]\w+)?(?:\s\d{{1,2}})?)?)\s?[;:]\s?(?=[\w(].*\d)"
)


def last_date(text):
    """(the date that a reference without one behind its authors carries, the text without it)."""
    dates = list(DATE.finditer(text))
    if found := cited(text):
        return found["date"], f"{text[: found.start()]}. {text[found.end() :]}"
    if not dates:
        return "", text
    date = dates[-1]
    return date.group().strip(" ,."), f"{text[: date.start()]}{text[date.end() :]}"


def cited(text):
    """Where "2003 Oct 22;270(1529)…" begins, as a match, or None."""
    found = list(CITED.finditer(text))
    return found[-1] if found else None
