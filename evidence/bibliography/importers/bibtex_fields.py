"""What BibTeX's and BibLaTeX's entries and fields mean in CSL."""

import re

from evidence.bibliography.importers.bibtex_texts import bare, latex, people
from evidence.bibliography.importers.dates import SEASONS, csl_date, month_number
from evidence.bibliography.importers.records import finished, keep

TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "collection": "book", "proceedings": "book",
    "booklet": "pamphlet", "inbook": "chapter", "incollection": "chapter", "suppbook": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "phdthesis": "thesis",
    "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report", "manual": "report",
    "online": "webpage", "www": "webpage", "electronic": "webpage", "unpublished": "manuscript", "patent": "patent",
    "dataset": "dataset", "software": "software", "preprint": "article", "misc": "document",
}  # fmt: skip
SUBTYPES = {"preprint": "article", "magazine": "article-magazine", "newspaper": "article-newspaper"}
# Of CSL 1.0.2, those that BibTeX has no entry for.
CSL_TYPES = {
    *SUBTYPES.values(), "bill", "broadcast", "classic", "collection", "entry", "entry-dictionary", "entry-encyclopedia",
    "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "map", "motion_picture",
    "musical_score", "pamphlet", "performance", "periodical", "personal_communication", "post", "post-weblog",
    "regulation", "review", "review-book", "song", "speech", "standard", "treaty",
}  # fmt: skip
TEXTS = {
    "volume": "volume", "number": "issue", "issue": "issue", "publisher": "publisher", "institution": "publisher",
    "school": "publisher", "organization": "publisher", "address": "publisher-place", "location": "publisher-place",
    "edition": "edition", "series": "collection-title", "abstract": "abstract", "language": "language", "doi": "DOI",
    "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note", "keywords": "keyword", "pmid": "PMID",
    "pmcid": "PMCID", "eid": "page", "howpublished": "medium", "shortjournal": "container-title-short",
    "langid": "language", "version": "version",
}  # fmt: skip
# Where a number is an issue's.
PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "paper-conference", "chapter")
CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle")
RAW = ("doi", "url", "isbn", "issn", "pmid", "pmcid", "eprint", "file")
MEANT = {*TEXTS, *CONTAINERS, "title", "subtitle", "booksubtitle", "journalsubtitle", "author", "editor", "translator",
         "year", "month", "day", "date", "urldate", "pages", "crossref", "xdata", "eprint", "eprinttype",
         "archiveprefix", "type", "entrysubtype"}  # fmt: skip


def csl_of(entry_type, key, fields):
    """CSL record of an entry's fields, their values still in LaTeX."""
    kind, kept = entry_type.lower(), {}
    csl = {"id": key, "type": TYPES.get(kind, "document")}
    if kind not in TYPES:
        keep(kept, "entry-type", entry_type)
    _subtype(csl, fields, kept)
    csl["title"] = _joined(fields.get("title"), fields.get("subtitle"))
    container = next((name for name in CONTAINERS if fields.get(name)), None)
    if container:
        subtitle = fields.get("booksubtitle" if container == "booktitle" else "journalsubtitle")
        csl["container-title"] = _joined(fields[container], subtitle)
    for name, variable in TEXTS.items():
        if name == "number" and csl["type"] not in PERIODICAL:
            variable = "number"
        if value := fields.get(name):
            text = bare(value) if name in RAW else latex(value)
            if variable in csl:
                keep(kept, name, text)
            else:
                csl[variable] = text
    for role in ("author", "editor", "translator"):
        csl[role] = people(fields.get(role, ""))
        if re.search(r"\sand\s+others\s*$", fields.get(role, ""), re.I):
            keep(kept, role, "and others")
    if fields.get("date") and fields.get("year") and fields["year"] not in fields["date"]:
        keep(kept, "year", latex(fields["year"]))
    csl["issued"], csl["accessed"] = _date(fields), csl_date(fields.get("urldate"))
    csl["page"] = re.sub(r"\s*(?:-{1,3}|[–—])\s*", "-", latex(fields.get("pages") or "")) or csl.get("page")
    _eprint(csl, fields, kept)
    if found := re.search(r"https?://[^\s{}]+", fields.get("howpublished", "")):
        csl.setdefault("URL", found.group())
        csl.pop("medium", None)
    if fields.get("type"):
        csl["genre"] = latex(fields["type"])
    elif kind in ("phdthesis", "mastersthesis"):
        csl["genre"] = "PhD thesis" if kind == "phdthesis" else "Master's thesis"
    for name in set(fields) - MEANT:
        keep(kept, name, latex(fields[name]))
    return finished(csl, kept)


def _joined(title, subtitle):
    title, subtitle = latex(title or ""), latex(subtitle or "")
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _date(fields):
    if fields.get("date"):
        return _range(fields["date"].strip("{} "))
    year = re.search(r"\d{4}", latex(fields.get("year") or ""))
    if not year:
        return csl_date(latex(fields.get("year") or ""))
    said = latex(fields.get("month") or "")
    if season := SEASONS.get(said.lower()):
        return {"date-parts": [[int(year.group())]], "season": season}
    # BibTeX's own way to name a day: month = jan # "~5".
    dated = re.fullmatch(r"(\w+)\.?\s(\d{1,2})", said)
    month = month_number(dated[1] if dated else said)
    day = re.search(r"\d{1,2}", latex(fields.get("day") or "") or (dated[2] if dated else ""))
    return {
        "date-parts": [
            [int(year.group()), *([month] if month else []), *([int(day.group())] if month and day else [])]
        ]
    }


def _range(text):
    """BibLaTeX's dates: one, or two with a slash between them; `~` and `?` mark doubt."""
    first, _slash, last = (re.sub(r"[~?%]", "", part).strip() for part in text.partition("/"))
    date, end = csl_date(first), csl_date(last)
    if date and end and "date-parts" in date and "date-parts" in end and "season" not in date:
        date["date-parts"] += end["date-parts"]
    return date


def _subtype(csl, fields, kept):
    """BibLaTeX's field for what an entry type leaves open; ours names CSL's type by it."""
    value = fields.get("entrysubtype", "").strip("{} ")
    kind = SUBTYPES.get(value, value)
    if kind in CSL_TYPES:
        csl["type"] = kind
    elif value:
        keep(kept, "entrysubtype", value)


def _eprint(csl, fields, kept):
    kind = (fields.get("eprinttype") or fields.get("archiveprefix") or "").lower()
    value = fields.get("eprint", "").strip("{} ")
    if value and kind == "arxiv":
        csl.setdefault("number", f"arXiv:{value}")
        if csl["type"] == "document":
            csl["type"] = "article"
    elif value and kind in ("pubmed", "pmid"):
        csl.setdefault("PMID", value)
    elif value:
        keep(kept, "eprint", value)
