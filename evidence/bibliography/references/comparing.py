"""Whether two records speak of the same work: identifiers circulate wrongly, so none is believed alone."""

import difflib
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.bibliography.references.dates import date_parts
from evidence.bibliography.references.likeness import first_author, folded

ALIKE = 0.85  # of two folded titles; subtitles that one service leaves out are compared as beginnings
LABELS = {"title": _("Title"), "year": _("Year"), "author": _("First author")}
LABELS |= {variable: variable for variable in CSL_VARIABLES.values()}


@dataclass(frozen=True)
class Mismatch:
    """`field` is a key of LABELS; `ours` what was asked or stored, `theirs` what was answered."""

    field: str
    ours: str
    theirs: str

    @property
    def label(self):
        return LABELS[self.field]


def differences(ours, theirs):
    """Mismatches between two CSL records; what either leaves out is no mismatch.

    Titles count without case, accents, markup and punctuation; years may be one apart (online and in print,
    checks.md SI10); of the first author the family name.
    """
    found = [
        Mismatch(variable, str(ours[variable]), str(theirs[variable]))
        for variable in CSL_VARIABLES.values()
        if ours.get(variable) and theirs.get(variable) and ours[variable] != theirs[variable]
    ]
    if not same_title(ours.get("title"), theirs.get("title")):
        found.append(Mismatch("title", str(ours["title"]), str(theirs["title"])))
    years = year_of(ours), year_of(theirs)
    if all(years) and abs(years[0] - years[1]) > 1:
        found.append(Mismatch("year", str(years[0]), str(years[1])))
    if not _same_author(first_author(ours), first_author(theirs)):
        found.append(Mismatch("author", first_author(ours), first_author(theirs)))
    return found


def same_title(one, other):
    """Whether two titles are the same but for their dress; a title without its subtitle is the same."""
    one, other = sorted((_core(one or ""), _core(other or "")), key=len)
    if not one or one == other or (len(one) >= 20 and other.startswith(one)):
        return True
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def year_of(csl):
    """The year of issue as an int, None without one."""
    parts = date_parts(csl.get("issued"))
    return parts[0] if parts else None


def _core(title):
    """A retraction's mark in front of a title is a status, not a part of it."""
    core = folded(title)
    for mark in ("retractedarticle", "retracted", "withdrawn"):
        core = core.removeprefix(mark)
    return core


def _same_author(one, other):
    one, other = folded(one), folded(other)
    return not one or not other or one in other or other in one
