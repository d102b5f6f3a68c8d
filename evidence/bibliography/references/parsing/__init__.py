"""A raw reference string as CSL-JSON, as far as it can be read; the string itself is always kept."""

import re

from evidence.bibliography.identifiers import find
from evidence.bibliography.references.dates import MONTHS
from evidence.bibliography.references.name_lists import parse_names
from evidence.bibliography.references.parsing.heads import is_body
from evidence.bibliography.references.parsing.splitting import split

LONGEST = 2000  # characters; what is longer is no reference but a text, and is only kept
_JOURNAL = re.compile(
    r"^(?P<journal>[^\W\d_(].*?)[\s,.;:(]+(?:vol(?:ume)?\b\.?\s?|v\b\.?\s?)?(?P<volume>\d{1,4})"
    r"(?:[\s,.]*(?:\(|\bno\b\.?\s?|\bn[°o]\b\.?\s?|\bissue\s)\s*(?P<issue>[^()\s,;:]{1,20}(?: \d{1,3})?)\)?)?"
    r"(?=[\s,.;:(]|$)",
    re.I,
)
_BOOK = re.compile(r"^(?P<place>[^\d:]{2,45}?)\s?:\s(?P<publisher>[^\d:;]{2,70}?)[\s,;.(]*(?:\d{4})?[\s).]*$")
_CONNECTORS = {
    "and", "et", "und", "vol", "volume", "no", "pp", "p", "pages", "doi", "pmid", "pmcid", "pubmed", "https", "http",
    "org", "in", "the", "article", "available", "from", "retrieved", "issn", "eds", "ed",
}  # fmt: skip


def parse_reference(raw):
    """CSL-JSON of a reference as somebody typed it; "raw" keeps the string.

    The type is "article-journal" or "book" only if nothing of weight in the string is left without a field; else it
    is "document", which reference styles print as it was written.
    """
    csl = {"type": "document", "raw": raw}
    if len(raw) > LONGEST:
        return csl
    parts, known = split(raw), find(raw)
    csl |= _people(parts) | _date(parts.get("date", "")) | _place(parts)
    if title := _bare(parts.get("title", "")):
        csl["title"] = title
    if pages := _bare(parts.get("pages", "")):
        csl["page"] = re.sub(r"\s*(?:-{1,2}|[–—‑−])\s*", "-", pages)
    for name, kind in (("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid"), ("ISBN", "isbn")):
        if kind in known:
            csl[name] = known[kind]
    if "url" in parts and "doi.org" not in parts["url"]:
        csl["URL"] = parts["url"]
    return csl | {"type": _type(csl, raw)}


def _people(parts):
    found = {}
    for role in ("author", "editor"):
        text = re.sub(r"\((?:[Ee]ds?|Hrsg|[Ee]ditors?)\.?\)", "", parts.get(role, ""))
        people = parse_names(text) if "," in text or not is_body(text) else []
        if not people and re.search(r"[^\W\d_]", text):
            people = [{"literal": _bare(text)}]
        if people:
            found[role] = people
    return found


def _date(text):
    year = re.search(r"\b(1[6-9]\d\d|20\d\d)", text)
    if not year:
        return {}
    parts = [int(year[1])]
    month = next(
        (place for place, name in enumerate(MONTHS, 1) if re.search(rf"\b{name[:3]}", text, re.I)), 0
    )
    if month:
        parts.append(month)
        if day := re.search(r"(?<!\d)([12]\d|3[01]|0?[1-9])(?!\d)", text.replace(year[1], "")):
            parts.append(int(day[1]))
    return {"issued": {"date-parts": [parts]}}


def _place(parts):
    """Journal, volume and issue, or place and publisher, from what follows the title."""
    rest = parts.get("rest", "").strip(" .,;")
    if found := _JOURNAL.match(re.sub(r"^In:?\s+", "", rest)):
        said = {"container-title": found["journal"], "volume": found["volume"], "issue": found["issue"]}
        return {name: _bare(text) for name, text in said.items() if text and _bare(text)}
    if found := _BOOK.match(rest):
        return {"publisher-place": _bare(found["place"]), "publisher": _bare(found["publisher"])}
    name = _bare(rest)
    return {"container-title": name} if re.fullmatch(r"[^\W\d_][^\d:;()]{2,90}", name) else {}


def _type(csl, raw):
    named = csl.get("title") and csl.get("author") and csl.get("issued")
    if not named or _left_over(csl, raw) or re.search(r"\bet\.? al\b|…|\. \. \.", raw):
        return "document"
    if csl.get("container-title") and (csl.get("volume") or csl.get("DOI") or csl.get("PMID")):
        return "article-journal"
    return "book" if csl.get("publisher") and not csl.get("page") else "document"


def _left_over(csl, raw):
    """Words and numbers of the string that no field of the record holds."""
    kept = " ".join(_texts({name: value for name, value in csl.items() if name != "raw"}))
    months = {name.lower() for name in MONTHS} | {name[:3].lower() for name in MONTHS}
    known = {word.lower() for word in re.findall(r"\w+", kept)} | _CONNECTORS | months
    number = re.match(r"\s*[\[(]?\d{1,3}[.)\]]*\s", raw)
    words = re.findall(r"\w+", raw[number.end() if number else 0 :].lower())
    return [word for word in words if word not in known]


def _texts(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [str(value)]


def _bare(text):
    """A part without the punctuation and quotation marks around it; a full stop that ends initials stays out too."""
    return (
        re.sub(r"^[\s,.;:“”\"«»‘]+|[\s,;:“”\"«»]+$|(?<=\w)\.$", "", text.strip()).rstrip(" .,;")
        if text
        else ""
    )
