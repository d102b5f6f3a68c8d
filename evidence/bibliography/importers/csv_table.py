"""CSV and TSV tables with a header, as PubMed, Zotero, EndNote and people write them."""

import csv
import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers import find
from evidence.bibliography.importers.dates import csl_date, month_number
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.people_lists import people_of
from evidence.bibliography.importers.records import NOTHING, Problem, Record, finished, keep

LONGEST_CELL = 5_000_000
COLUMNS = {
    "title": ("title", "article title", "document title", "name"),
    "author": ("authors", "author", "author(s)", "author names", "creators"),
    "editor": ("editors", "editor"),
    "issued": ("publication date", "date", "issued", "publication year", "year", "pub year", "published"),
    "container-title": ("journal/book", "journal", "publication title", "source title", "source", "container title",
                        "journal title", "secondary title"),
    "volume": ("volume", "vol"),
    "issue": ("issue", "number", "no"),
    "page": ("pages", "page", "page range"),
    "DOI": ("doi", "doi link"),
    "PMID": ("pmid", "pubmed id", "pubmedid"),
    "PMCID": ("pmcid", "pmc id", "pmc"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "URL": ("url", "link", "web address"),
    "abstract": ("abstract", "abstract note"),
    "publisher": ("publisher",),
    "publisher-place": ("place", "publisher place", "city", "location"),
    "month": ("month", "publication month", "pub month"),
    "day": ("day", "publication day"),
    "type": ("item type", "type", "document type", "reference type"),
    "language": ("language",),
}  # fmt: skip
TYPES = {
    "journalarticle": "article-journal", "article": "article-journal", "journal article": "article-journal",
    "booksection": "chapter", "book section": "chapter", "book chapter": "chapter", "book": "book",
    "preprint": "article", "thesis": "thesis", "report": "report", "webpage": "webpage", "web page": "webpage",
    "conferencepaper": "paper-conference", "conference paper": "paper-conference", "review": "article-journal",
}  # fmt: skip


def read(text):
    """Records and Problems of a table; a row without a title and identifier is told by its line."""
    csv.field_size_limit(LONGEST_CELL)
    rows = _rows(text.split("\n"), _delimiter(text))
    _line, first, _broken = next(rows, (1, [], False))
    header = [re.sub(r"[_\s]+", " ", name).strip().casefold() for name in first]
    columns = _columns(header)
    if "title" not in columns and "DOI" not in columns and "PMID" not in columns:
        yield Problem(0, 1, _("The first line names no column for title, DOI or PMID."))
        return
    number = 0
    for line, row, broken in rows:
        if any(cell.strip() for cell in row):
            number += 1
            yield from _read(number, line, row, header, columns)
        if broken:
            yield Problem(
                number, line, _("A quotation mark never closes; the row was read up to the line's end.")
            )


def _rows(lines, delimiter, start=0):
    """(line, cells, whether a quotation mark was left open) of each row. An open one would swallow all rows after
    it: its own is read without quotation marks, and the others as they are."""
    line, rows = start, csv.reader((f"{one}\n" for one in lines[start:]), delimiter=delimiter, strict=False)
    for row in rows:
        end = start + rows.line_num
        if end - line > 1 and end >= len(lines) and "".join(lines[line:end]).count('"') % 2:
            yield line + 1, next(csv.reader([lines[line]], delimiter=delimiter, quoting=csv.QUOTE_NONE)), True
            yield from _rows(lines, delimiter, line + 1)
            return
        yield line + 1, row, False
        line = end


def _read(number, line, row, header, columns):
    """The Record of a row and Problems for what does not fit its column, or one Problem for a row of nothing."""
    said = {
        variable: row[place].strip()
        for variable, place in columns.items()
        if place < len(row) and row[place].strip() not in NOTHING
    }
    if not any(said.get(name) for name in ("title", "DOI", "PMID")):
        yield Problem(number, line, _("The row has neither title nor identifier."))
        return
    kept = {}
    for place, value in enumerate(row):
        if place not in columns.values() and value.strip():
            keep(kept, header[place] if place < len(header) else f"column {place + 1}", value.strip())
    csl = {name: value for name, value in said.items() if name not in ("month", "day")}
    csl["type"] = TYPES.get(said.get("type", "").casefold(), said.get("type") or _guessed_type(said))
    csl["title"], csl["abstract"] = words(said.get("title")).removesuffix("."), words(said.get("abstract"))
    doubtful = []
    for role in ("author", "editor"):
        csl[role], guess = people_of(said.get(role, ""))
        doubtful += [role] * guess
    csl["issued"] = _date(said)
    if not csl.get("DOI") and (doi := find(said.get("URL", "")).get("doi")):
        csl["DOI"] = doi
    record = Record(number, line, finished(csl, kept))
    yield record
    for message in _doubts(said, record.csl, doubtful, len(row) - len(header)):
        yield Problem(number, line, message)


def _doubts(said, csl, doubtful, more):
    """Sentences on what a row says in another form than its columns have."""
    if more > 0:
        yield _(
            "The row has more cells than the first line; they are kept: look for a separator inside a value."
        )
    if more < -1:
        yield _("The row has fewer cells than the first line.")
    for role in doubtful:
        yield _("“%(said)s”: where one name ends and the next begins is a guess; look at the record.") % {
            "said": said[role][:80]
        }
    if "literal" in (csl.get("issued") or {}):
        yield _("“%(said)s” is no date.") % {"said": said["issued"][:40]}
    for name in ("DOI", "PMID", "PMCID", "ISBN"):
        if said.get(name) and name not in csl:
            yield _("“%(said)s” is no %(name)s; it is kept beside the record.") % {
                "said": said[name][:60], "name": name,
            }  # fmt: skip


def _date(said):
    """The date of its column, made exacter by columns for month and day of their own."""
    date = csl_date(said.get("issued"))
    parts = ((date or {}).get("date-parts") or [[]])[0]
    month = month_number(said.get("month"))
    if len(parts) == 1 and month:
        day = said.get("day", "")
        return csl_date("-".join([str(parts[0]), str(month), *([day] if day.isdecimal() else [])]))
    return date


def _columns(header):
    found = {}
    for variable, names in COLUMNS.items():
        place = next((header.index(name) for name in names if name in header), None)
        if place is not None:
            found[variable] = place
    return found


def _guessed_type(said):
    return "article-journal" if said.get("container-title") else "book" if said.get("ISBN") else "document"


def _delimiter(text):
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
