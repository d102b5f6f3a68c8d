"""CSL records as RIS; reading it back gives every field that RIS can hold."""

TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "UNPB",
    "book": "BOOK", "chapter": "CHAP", "paper-conference": "CONF", "report": "RPRT", "thesis": "THES",
    "webpage": "ELEC", "post-weblog": "BLOG", "legislation": "STAT", "dataset": "DATA", "software": "COMP",
    "standard": "STAND", "patent": "PAT", "document": "GEN", "manuscript": "UNPD",
}  # fmt: skip
TEXTS = (
    ("title", "TI"), ("container-title", "T2"), ("container-title-short", "J2"), ("collection-title", "T3"),
    ("volume", "VL"), ("issue", "IS"), ("publisher", "PB"), ("publisher-place", "CY"), ("edition", "ET"),
    ("language", "LA"), ("abstract", "AB"), ("DOI", "DO"), ("ISBN", "SN"), ("ISSN", "SN"), ("URL", "UR"),
    ("genre", "M3"), ("PMCID", "C2"),
)  # fmt: skip
PEOPLE = (("author", "AU"), ("editor", "A2"), ("translator", "A4"))


def ris(records):
    """RIS text of CSL-JSON records, lines ended as the format wants them."""
    return "".join(_record(record) for record in records)


def _record(csl):
    lines = [("TY", TYPES.get(csl.get("type"), "GEN"))]
    lines += [(tag, _name(person)) for role, tag in PEOPLE for person in csl.get(role) or ()]
    lines += [(tag, str(csl[variable])) for variable, tag in TEXTS if csl.get(variable)]
    lines += _dates(csl) + _pages(csl)
    if csl.get("PMID"):
        lines.append(("AN", f"PMID: {csl['PMID']}"))
    lines += [("KW", word) for word in str(csl.get("keyword") or "").split("; ") if word]
    told = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value.split()]
    return "\r\n".join([*told, "ER  - ", "", ""])


def _name(person):
    if person.get("literal"):
        return person["literal"]
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    return ", ".join(filter(None, (family, person.get("given"), person.get("suffix"))))


def _dates(csl):
    parts = (csl.get("issued") or {}).get("date-parts") or [[]]
    if not parts[0]:
        return []
    whole = "/".join(f"{int(part):02d}" for part in parts[0])
    return [("PY", str(parts[0][0]))] + ([("DA", whole)] if len(parts[0]) > 1 else [])


def _pages(csl):
    first, dash, last = str(csl.get("page") or "").partition("-")
    if dash and "-" not in last and first and last:
        return [("SP", first), ("EP", last)]
    return [("SP", str(csl["page"]))] if csl.get("page") else []
