"""Whether paragraphs cite anything, their marks left in the text: numbers, raised figures, names and years."""

import re

from evidence.importers.citing.author_year import author_year_marks
from evidence.importers.superscripts import with_brackets
from evidence.prose.judged import Judged, told

_LISTED = r"\d{1,3}(?:\s*(?:[,;]|[-–—‐−]|,? and)\s*\d{1,3})*"
_BRACKETED = re.compile(rf"\u2060?\[\s*(?:(?:see|e\.g\.|reviewed in)\s)?{_LISTED}\s*\](?!\()")
_FOOTED = re.compile(r"\[\^[\w-]+\]|\[@[\w:.-]+")
_NAMED = author_year_marks(())


def is_sourced(paragraphs):
    """Judged "sourced" or "unsourced" for the texts of a section's paragraphs; the words are the marks met."""
    text = with_brackets("\n".join(paragraphs))
    marks = [found.group() for found in (*_BRACKETED.finditer(text), *_FOOTED.finditer(text))]
    if not marks:
        marks = [text[mark.start : mark.end] for mark in _NAMED(text)]
    return Judged("sourced" if marks else "unsourced", len(marks), told(marks[:6]))
