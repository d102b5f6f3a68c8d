"""The CSL-JSON fields that a reference prints: what a Manuscript digests of a source's record."""

from evidence.bibliography.references.dates import cleaned
from evidence.bibliography.references.plain import plain
from evidence.canonical import normal_text

TEXTS = (
    "type", "title", "container-title", "container-title-short", "collection-title", "volume", "issue", "page",
    "number", "edition", "publisher", "publisher-place", "genre", "status", "URL", "raw",
)  # fmt: skip
AS_WRITTEN = ("URL", "raw")
NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
CROSSREF_TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "preprint": "article",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "entry",
    "proceedings-article": "paper-conference",
    "dissertation": "thesis",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "report-series": "report",
    "peer-review": "review",
    "web_page": "webpage",
}
NAME_PARTS = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")


def printed_fields(csl):
    """The printed part of a CSL-JSON record, cleaned: no nulls, no markup, types, names and dates in their CSL
    shape, dates as integers."""
    kept = {name: text for name in TEXTS if csl.get(name) and (text := _text(csl[name], name in AS_WRITTEN))}
    kept["type"] = CROSSREF_TYPES.get(kept.get("type"), kept.get("type", "document"))
    for name in NAMES:
        people = csl.get(name)
        if isinstance(people, list | tuple) and (
            found := [person for entry in people if (person := _name(entry))]
        ):
            kept[name] = found
    for name in DATES:
        if date := cleaned(csl.get(name)):
            kept[name] = date
    return kept


def _text(value, as_written=False):
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if value is None or hasattr(value, "keys"):
        return ""
    return normal_text(str(value)).strip() if as_written else plain(str(value))


def _name(entry):
    if not hasattr(entry, "get"):
        return {"literal": _text(entry)} if _text(entry) else None
    return {part: text for part in NAME_PARTS if entry.get(part) and (text := _text(entry[part]))}
