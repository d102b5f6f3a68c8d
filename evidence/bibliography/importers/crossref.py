"""Crossref's JSON: one work, or a list of them, as its API answers."""

from django.utils.translation import gettext as _

from evidence.bibliography.importers.json_items import read_items
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import with_parts
from evidence.bibliography.importers.records import finished
from evidence.bibliography.references.dates import cleaned
from evidence.bibliography.references.printed import CROSSREF_TYPES

TEXTS = {
    "volume": "volume", "issue": "issue", "page": "page", "publisher": "publisher",
    "publisher-location": "publisher-place", "DOI": "DOI", "language": "language", "edition-number": "edition",
    "article-number": "number", "URL": "URL",
}  # fmt: skip
KEPT = (
    "update-to",
    "updated-by",
    "relation",
    "funder",
    "clinical-trial-number",
    "license",
    "subject",
    "subtype",
)
ISSUED = ("issued", "published-print", "published-online", "published", "posted", "created")


def read(text):
    """Records and Problems of Crossref JSON."""
    return read_items(
        text, csl_of, ("title", "DOI"), _("The item is no Crossref work: it has neither title nor DOI.")
    )


def csl_of(work):
    """CSL record of a Crossref work. A reference prints no registry link, so the DOI's own address is left out."""
    csl = {variable: str(work[name]) for name, variable in TEXTS.items() if work.get(name)}
    if "doi.org/" in csl.get("URL", ""):
        del csl["URL"]
    csl["type"] = _type(work)
    csl["title"] = _title(work)
    csl["container-title"] = words(_first(work.get("container-title"))) or _server(work)
    csl["container-title-short"] = words(_first(work.get("short-container-title")))
    csl["abstract"] = words(work.get("abstract"))
    for role in ("author", "editor", "translator"):
        csl[role] = [name for one in work.get(role) or () if (name := _name(one))]
    csl["issued"] = next((date for name in ISSUED if (date := cleaned(work.get(name)))), None)
    csl["ISSN"] = ", ".join(work.get("ISSN") or ())
    csl["ISBN"] = _first(work.get("ISBN"))
    if not csl.get("page") and csl.get("number"):
        csl["page"] = csl.pop("number")
    return finished(csl, {name: work[name] for name in KEPT if work.get(name)})


def _type(work):
    kind = work.get("type") or "document"
    if kind == "posted-content":
        return "article"
    return CROSSREF_TYPES.get(kind, kind)


def _server(work):
    """Where a preprint stands: its publisher may keep several servers."""
    institution = _first(work.get("institution")) if work.get("type") == "posted-content" else ""
    return words(institution.get("name")) if isinstance(institution, dict) else ""


def _title(work):
    title, subtitle = words(_first(work.get("title"))), words(_first(work.get("subtitle")))
    if subtitle and subtitle.casefold() not in title.casefold():
        return f"{title}: {subtitle}" if title[-1:] not in "?!:" else f"{title} {subtitle}"
    return title


def _name(person):
    if not isinstance(person, dict):
        return None
    if person.get("family"):
        name = with_parts(words(person["family"]), words(person.get("given")), words(person.get("suffix")))
        return {**name, **({"ORCID": person["ORCID"]} if person.get("ORCID") else {})}
    literal = words(person.get("name") or person.get("literal") or person.get("given"))
    return {"literal": literal} if literal else None


def _first(value):
    return (value[0] if value else "") if isinstance(value, list) else value or ""
