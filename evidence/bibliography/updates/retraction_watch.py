"""The Retraction Watch data set (CSV, on Crossref's GitLab), read as a stream: rows come, rows go."""

import csv
import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers import InvalidIdentifier, normalise_doi, normalise_pmid
from evidence.bibliography.updates.assertion import COCHRANE, Assertion
from evidence.vocabulary import UpdateType

NAME = "Retraction Watch"
NATURES = {
    "retraction": UpdateType.RETRACTION,
    "partial retraction": UpdateType.PARTIAL_RETRACTION,
    "expression of concern": UpdateType.CONCERN,
    "correction": UpdateType.CORRECTION,
    "reinstatement": UpdateType.RETRACTION,
}
NEEDED = ("RetractionNature", "RetractionDate", "OriginalPaperDOI", "OriginalPaperPubMedID")
LONGEST_CELL = 1_000_000
_REPLACED = re.compile(r"retract and replace", re.I)
_LIFTED = re.compile(r"(?:EOC|expression of concern) lifted", re.I)
_MADE_WAY = re.compile(r"out of date|updated? |newer version|superseded", re.I)


class NotTheDataSet(ValueError):
    """The file has not the columns of the data set."""


@dataclass(frozen=True)
class Row:
    """`doi`, `pmid`: of the paper, normalised, empty where the data set has none; `assertion` about it."""

    line: int
    title: str
    doi: str
    pmid: str
    assertion: Assertion


@dataclass(frozen=True)
class Fault:
    line: int
    message: str


def read(path):
    """Rows and Faults of the data set at `path`, one at a time. Raises NotTheDataSet, OSError."""
    csv.field_size_limit(LONGEST_CELL)
    # The data set is UTF-8 with a few stray bytes, which stand in names and harm no identifier.
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        lines = csv.DictReader((line.replace("\0", "") for line in file), restval="")
        missing = [name for name in NEEDED if name not in (lines.fieldnames or ())]
        if missing:
            raise NotTheDataSet(_("The columns %(names)s are missing.") % {"names": ", ".join(missing)})
        yield from _rows(lines)


def _rows(lines):
    begins = lines.line_num + 1
    while True:
        try:
            said = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            yield Fault(begins, str(error))
        else:
            yield from _row(begins, said)
        begins = lines.line_num + 1


def _row(line, said):
    doi = _identifier(said["OriginalPaperDOI"], normalise_doi)
    pmid = _identifier(said["OriginalPaperPubMedID"], normalise_pmid)
    nature = said["RetractionNature"].strip().lower()
    if nature not in NATURES:
        yield Fault(
            line, _("“%(nature)s” is no kind of notice known here.") % {"nature": said["RetractionNature"]}
        )
        return
    notice = _identifier(said.get("RetractionDOI") or "", normalise_doi)
    if not notice and (number := _identifier(said.get("RetractionPubMedID") or "", normalise_pmid)):
        notice = f"PMID {number}"
    reason = said.get("Reason") or ""
    asserted = [(NATURES[nature], nature == "reinstatement" or _made_way(doi, notice, reason))]
    if _LIFTED.search(reason):
        # What was reinstated by such a row was under a concern, not retracted.
        asserted = [(UpdateType.CONCERN, True), *(asserted if nature != "reinstatement" else ())]
    for kind, superseded in asserted:
        made = Assertion(kind, _date(said["RetractionDate"]), notice, NAME, superseded=superseded)
        yield Row(line, said.get("Title") or "", doi, pmid, made)


def _made_way(doi, notice, reason):
    """Replaced under its own DOI, or a Cochrane review withdrawn because it was updated."""
    return bool(
        (_REPLACED.search(reason) and doi and notice == doi)
        or (doi.startswith(COCHRANE) and _MADE_WAY.search(reason))
    )


def _identifier(text, normalise):
    """The normal form, or "": the data set writes "unavailable" and 0 where it knows none."""
    if not text or text.strip() in ("0", "unavailable", "Unavailable"):
        return ""
    try:
        return normalise(text)
    except InvalidIdentifier:
        return ""


def _date(text):
    """A date of "6/25/2020 0:00" or "2020-06-25"; None for anything else."""
    found = re.match(r"\s*(?:(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2}))", text)
    if not found:
        return None
    month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[6], found[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
