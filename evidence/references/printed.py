"""The CSL-JSON fields that a reference prints: what a Manuscript digests of a source's record."""

from evidence.canonical import normal_text

TEXTS = (
    "type", "title", "container-title", "collection-title", "volume", "issue", "page", "number", "edition",
    "publisher", "publisher-place", "genre", "URL", "raw",
)  # fmt: skip
NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
CROSSREF_TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
    "dissertation": "thesis",
    "monograph": "book",
}
NAME_PARTS = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")


def printed_fields(csl):
    """The printed part of a CSL-JSON record, cleaned: no nulls, names and dates in their CSL shape."""
    kept = {name: text for name in TEXTS if (text := _text(csl.get(name)))}
    kept["type"] = CROSSREF_TYPES.get(kept.get("type"), kept.get("type", "document"))
    for name in NAMES:
        if people := [person for entry in csl.get(name) or () if (person := _name(entry))]:
            kept[name] = people
    for name in DATES:
        if parts := date_parts(csl.get(name)):
            kept[name] = {"date-parts": [parts]}
    return kept


def date_parts(value):
    """[year, month, day] as far as a CSL date knows them; empty for none."""
    groups = (value or {}).get("date-parts") if isinstance(value, dict) or hasattr(value, "get") else None
    first = groups[0] if groups else ()
    parts = []
    for part in first or ():
        if part is None or not str(part).strip().lstrip("-").isdigit():
            break
        parts.append(int(part))
    return parts


def _text(value):
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    return normal_text(str(value)).strip() if value is not None else ""


def _name(entry):
    if not hasattr(entry, "get"):
        return {"literal": _text(entry)} if _text(entry) else None
    return {part: text for part in NAME_PARTS if (text := _text(entry.get(part)))}
