"""What the tags of RIS mean in CSL. The same tag means different things in different types, and by custom."""

import re

from evidence.bibliography.identifiers import find
from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import csl_name
from evidence.bibliography.importers.records import NOTHING, finished, keep
from evidence.bibliography.importers.ris_tags import (
    CONTAINERS,
    DATES,
    IN_A_BOOK,
    LINKS,
    PAGES,
    PEOPLE,
    SHORT,
    TEXTS,
    TITLES,
    TYPES,
)


def csl_of(fields):
    """(CSL record, [(line, problem)]) of a record's lines, its TY line first; the record is empty if nothing was
    said."""
    said, problems, kept = {}, [], {}
    for line in fields[1:]:
        if line.value in NOTHING and line.tag not in PEOPLE:
            continue
        if line.value:
            said.setdefault(line.tag, []).append(line.value)
    if not said:
        return {}, []
    _as_ris(said)
    kind = fields[0].value.upper()
    csl = {"type": TYPES.get(kind, "document")}
    if kind not in TYPES:
        keep(kept, "TY", fields[0].value)
    _titles(csl, said, kept)
    _people(csl, fields[1:], said)
    _dates(csl, said, kept)
    for tag, variable in TEXTS.items():
        for value in said.get(tag, ()):
            _once(csl, variable, value, kept, tag)
    _numbers(csl, said, kept)
    _links(csl, said, kept)
    for tag in set(said) - _placed():
        for value in said[tag]:
            keep(kept, tag, value)
    return finished(csl, kept), problems


def _as_ris(said):
    """Web of Science's tags, which stray into RIS files, under the names of those that say the same."""
    if len(said.get("AF", ())) >= len(said.get("AU", ())) > 0:
        said["AU"] = said.pop("AF")
    for other, tag in (("DE", "KW"), ("J9", "J2")):
        said.setdefault(tag, []).extend(said.pop(other, ()))
        if not said[tag]:
            del said[tag]
    if (
        "PD" in said
        and "PY" in said
        and csl_date(f"{said['PY'][0]} {said['PD'][0]}").get("date-parts", [[]])[0][1:]
    ):
        said.setdefault("DA", []).append(f"{said['PY'][0]} {said.pop('PD')[0]}")


def _titles(csl, said, kept):
    titles = [(tag, value) for tag in TITLES for value in said.get(tag, ())]
    for tag, value in titles:
        bare = words(re.sub(r"(?<=\w)\s?[*†‡]+$", "", value))
        if "title" not in csl and bare != value:
            keep(kept, f"{tag} as written", value)
        _once(csl, "title", bare, kept, tag)
    for tag in CONTAINERS:
        for value in said.get(tag, ()):
            if tag == "BT" and csl["type"] == "book" and "title" not in csl:
                csl["title"] = value
            elif tag == "T2" and "JO" in said and "container-title" not in csl and not _is_whole(value, said):
                keep(kept, tag, value)
            elif tag in SHORT and "container-title" in csl:
                _once(csl, "container-title-short", value, kept, tag)
            else:
                _once(csl, "container-title", value, kept, tag)
    if "title" not in csl and csl["type"] == "book" and "container-title" in csl:
        csl["title"] = csl.pop("container-title")


def _is_whole(full, said):
    """Whether a second title is what the journal's tag abbreviates, each word by its beginning: "J Sleep Res"."""
    short = said.get("JO", [""])[0]
    rest = iter(full.casefold().split())
    return all(any(word.startswith(part) for word in rest) for part in re.findall(r"\w+", short.casefold()))


def _people(csl, fields, said):
    """People in the order of the file, whichever of two tags for authors names them."""
    people = {**PEOPLE, "A2": "editor", "A3": "collection-editor" if csl["type"] in IN_A_BOOK else "editor"}
    full = said.get("AU", ()) if any(line.tag == "AF" for line in fields) else None
    lines = [(line.tag, line.value) for line in fields if line.tag != "AU" or full is None]
    for tag, value in [*(("AU", one) for one in full or ()), *lines]:
        if tag in people:
            names = csl.setdefault(people[tag], [])
            found = (csl_name(one) for one in value.split(";"))
            names += [name for name in found if name and name not in names]


def _dates(csl, said, kept):
    """The fullest date of those that agree on the year; others are kept."""
    dates = [(tag, csl_date(value), value) for tag in DATES for value in said.get(tag, ())]
    for tag, date, value in dates:
        known = csl.get("issued")
        if date is None:
            keep(kept, tag, value)
        elif not known or ("literal" in known and "date-parts" in date):
            csl["issued"] = date
        elif (
            "date-parts" in date
            and "date-parts" in known
            and known["date-parts"][0][0] == date["date-parts"][0][0]
        ):
            csl["issued"] = max(known, date, key=lambda one: (len(one["date-parts"][0]), "season" in one))
        else:
            keep(kept, tag, value)
    for value in said.get("Y2", ()):
        csl["accessed"] = csl_date(value)


def _numbers(csl, said, kept):
    first = next((said[tag][0] for tag in ("SP", "BP") if tag in said), "")
    last = said.get("EP", [""])[0]
    first, last = (re.sub(r"^0+(?=\d{1,2}$)", "", page) for page in (first, last))
    if first or last:
        csl["page"] = first if not last or last == first or "-" in first else f"{first}-{last}".strip("-")
    for tag in ("C7", "AR"):
        for value in said.get(tag, ()):
            _once(
                csl,
                "page" if "page" not in csl else "number",
                re.sub(r"^article\s+", "", value, flags=re.I),
                kept,
                tag,
            )
    for value in [*said.get("SN", ()), *said.get("BN", ())]:
        _serial(csl, value, kept)
    if not csl["type"].startswith("article-"):
        for value in said.pop("M1", ()):
            _once(csl, "number", value, kept, "M1")
    for tag in ("C2", "AN", "PMID", "ID", "N1", "M1", "DB"):
        for value in said.get(tag, ()):
            _identifier(csl, tag, value, kept)
    for value in (word for one in said.get("KW", ()) for word in one.split("\n")):
        csl["keyword"] = "; ".join(filter(None, (csl.get("keyword"), value)))
    for value in said.get("M3", ()):
        found = find(value).get("doi") if "10." in value else None
        _once(csl, "DOI" if found else "genre", found or value, kept, "M3")


def _serial(csl, value, kept):
    for part in re.split(r"\s*[;,]\s*|\s{2,}", re.sub(r"\([^)]*\)", "", value)):
        digits = re.sub(r"[^0-9Xx]", "", part)
        if len(digits) in (10, 13):
            _once(csl, "ISBN", part, kept, "SN")
        elif len(digits) == 8:
            issn = f"{digits[:4]}-{digits[4:].upper()}"
            known = csl.get("ISSN", "").split(", ") if csl.get("ISSN") else []
            csl["ISSN"] = ", ".join(dict.fromkeys([*known, issn]))
        else:
            keep(kept, "SN", part)


def _identifier(csl, tag, value, kept):
    """PMIDs and PMCIDs hide in accession numbers and notes; only those that say what they are count there."""
    if found := re.search(r"\bPMC\s?(\d{3,9})\b", value):
        csl.setdefault("PMCID", f"PMC{found[1]}")
    if found := re.search(
        r"\bPMID:?\s*(\d{1,8})\b|^(\d{6,8})$" if tag in ("AN", "PMID") else r"\bPMID:?\s*(\d{1,8})\b", value
    ):
        csl.setdefault("PMID", found[1] or found[2] if tag in ("AN", "PMID") else found[1])
    if "DOI" not in csl and (doi := re.search(r"\b10\.\d{4,9}/\S+", value)):
        csl["DOI"] = doi.group().rstrip(".,;)")
    if tag == "N1":
        csl["note"] = "\n".join(filter(None, (csl.get("note"), value)))
    elif re.sub(r"^PMID:?\s*", "", value) not in (csl.get("PMID"), csl.get("PMCID")):
        keep(kept, tag, value)


def _links(csl, said, kept):
    for tag in LINKS:
        for value in said.get(tag, ()):
            known = find(value)
            if "doi.org/" in value and "doi" in known:
                csl.setdefault("DOI", known["doi"])
            if pubmed := re.search(r"pubmed(?:\.ncbi\.nlm\.nih\.gov)?/(\d{1,8})\b", value):
                csl.setdefault("PMID", pubmed[1])
            _once(csl, "URL", value, kept, tag)


def _once(csl, variable, value, kept, tag):
    """The first value takes its place; others that say something else are kept under their tag."""
    if variable not in csl:
        csl[variable] = value
    elif csl[variable] != value:
        keep(kept, tag, value)


def _placed():
    others = {
        "A2",
        "A3",
        "Y2",
        "SN",
        "BN",
        "C2",
        "AN",
        "PMID",
        "ID",
        "N1",
        "M1",
        "DB",
        "KW",
        "M3",
        "TY",
        "ER",
    }
    return {*TITLES, *CONTAINERS, *DATES, *PEOPLE, *TEXTS, *LINKS, *PAGES, *others}
