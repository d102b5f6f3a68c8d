"""OpenAlex' JSON: one work, or a page of results."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.json_items import read_items
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import upright_name
from evidence.bibliography.importers.records import finished

TYPES = {
    "article": "article-journal", "review": "article-journal", "letter": "article-journal", "book": "book",
    "editorial": "article-journal", "erratum": "article-journal", "retraction": "article-journal",
    "preprint": "article", "book-chapter": "chapter", "dissertation": "thesis", "dataset": "dataset",
    "report": "report", "standard": "standard", "reference-entry": "entry", "peer-review": "review",
    "paratext": "document", "other": "document",
}  # fmt: skip


def read(text):
    """Records and Problems of OpenAlex JSON."""
    return read_items(
        text, csl_of, ("title", "display_name"), _("The item is no OpenAlex work: it has no title.")
    )


def csl_of(work):
    """CSL record of an OpenAlex work; its own id and whether it counts as retracted are kept under `custom`."""
    place, printed = work.get("primary_location") or {}, work.get("biblio") or {}
    source, ids = place.get("source") or {}, work.get("ids") or {}
    people = [
        one.get("author", {}).get("display_name") or one.get("raw_author_name")
        for one in work.get("authorships") or ()
    ]
    first, last = printed.get("first_page") or "", printed.get("last_page") or ""
    csl = {
        "type": TYPES.get(work.get("type"), "document"),
        "title": words(work.get("title") or work.get("display_name")),
        "author": [name for one in people if one and (name := upright_name(one))],
        "issued": csl_date(work.get("publication_date") or work.get("publication_year")),
        "container-title": source.get("display_name"),
        "publisher": source.get("host_organization_name"),
        "ISSN": ", ".join(source.get("issn") or ()),
        "volume": printed.get("volume"),
        "issue": printed.get("issue"),
        "page": f"{first}-{last}" if last and last != first else first,
        "DOI": work.get("doi") or ids.get("doi"),
        "PMID": _digits(ids.get("pmid")),
        "PMCID": _pmcid(ids.get("pmcid")),
        "language": work.get("language"),
        "abstract": _abstract(work.get("abstract_inverted_index")),
    }
    kept = {"openalex": [work["id"]]} if work.get("id") else {}
    if work.get("is_retracted"):
        kept["is_retracted"] = True
    return finished(csl, kept)


def _abstract(index):
    """OpenAlex stores an abstract as word → places."""
    placed = [(place, word) for word, places in (index or {}).items() for place in places]
    return words(" ".join(word for _place, word in sorted(placed)))


def _digits(value):
    found = re.search(r"(\d{1,8})/?$", str(value or ""))
    return found[1] if found else ""


def _pmcid(value):
    return f"PMC{_digits(value)}" if value else ""
