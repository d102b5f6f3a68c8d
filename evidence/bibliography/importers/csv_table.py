"""CSV and TSV tables with a header, as PubMed, Zotero, EndNote and people write them."""

import csv
import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import csl_name, medline_name
from evidence.bibliography.importers.records import Problem, Record, finished, keep

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
    "publisher-place": ("place", "publisher place", "city"),
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
            yield _read(number, line, row, header, columns)
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
    said = {variable: row[place].strip() for variable, place in columns.items() if place < len(row)}
    if not any(said.get(name) for name in ("title", "DOI", "PMID")):
        return Problem(number, line, _("The row has neither title nor identifier."))
    kept = {}
    for place, value in enumerate(row):
        if place not in columns.values() and value.strip():
            keep(kept, header[place] if place < len(header) else f"column {place + 1}", value.strip())
    csl = dict(said)
    csl["type"] = TYPES.get(said.get("type", "").casefold(), said.get("type") or _guessed_type(said))
    csl["title"], csl["abstract"] = words(said.get("title")).removesuffix("."), words(said.get("abstract"))
    for role in ("author", "editor"):
        csl[role] = _people(said.get(role, ""))
    csl["issued"] = csl_date(said.get("issued"))
    return Record(number, line, finished(csl, kept))


def _columns(header):
    found = {}
    for variable, names in COLUMNS.items():
        place = next((header.index(name) for name in names if name in header), None)
        if place is not None:
            found[variable] = place
    return found


def _guessed_type(said):
    return "article-journal" if said.get("container-title") else "book" if said.get("ISBN") else "document"


def _people(text):
    """Names between semicolons are "Family, Given"; PubMed writes "Smith J, Doe AB." between commas."""
    text = text.strip().rstrip(".")
    if re.fullmatch(r"(?:[^,;]+\s[^\W\d_a-z]{1,4}(?:,\s*|$))+", text):
        return [medline_name(part) for part in re.split(r"\s*,\s*", text) if part]
    if ";" in text or re.fullmatch(r"[^,]+,\s*[^,]*[a-z.][^,]*", text):
        people = [csl_name(part) for part in re.split(r"\s*;\s*", text)]
    else:
        people = [medline_name(part) for part in re.split(r"\s*,\s*", text) if part]
    return [one for one in people if one]


def _delimiter(text):
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)
