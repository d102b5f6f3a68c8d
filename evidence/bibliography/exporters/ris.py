"""CSL records as RIS; reading it back gives every field that RIS can hold."""

from evidence.bibliography.importers.dates import season_word
from evidence.bibliography.importers.names import csl_name

TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "UNPB",
    "book": "BOOK", "chapter": "CHAP", "paper-conference": "CONF", "report": "RPRT", "thesis": "THES",
    "webpage": "ELEC", "post-weblog": "BLOG", "legislation": "STAT", "dataset": "DATA", "software": "COMP",
    "standard": "STAND", "patent": "PAT", "document": "GEN", "manuscript": "UNPD", "pamphlet": "PAMP",
    "bill": "BILL", "legal_case": "CASE", "hearing": "HEAR", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "motion_picture": "VIDEO", "personal_communication": "PCOMM",
}  # fmt: skip
TEXTS = (
    ("title", "TI"), ("title-short", "ST"), ("container-title", "T2"), ("container-title-short", "J2"),
    ("collection-title", "T3"), ("volume", "VL"), ("issue", "IS"), ("publisher", "PB"), ("publisher-place", "CY"),
    ("edition", "ET"), ("language", "LA"), ("abstract", "AB"), ("DOI", "DO"), ("ISBN", "SN"), ("ISSN", "SN"),
    ("URL", "UR"), ("genre", "M3"), ("number", "M1"), ("PMCID", "C2"),
)  # fmt: skip
PEOPLE = (("author", "AU"), ("editor", "A2"), ("collection-editor", "A3"), ("translator", "A4"))


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
    lines += [("N1", note) for note in str(csl.get("note") or "").split("\n") if note]
    told = [f"{tag}  - {' '.join(value.split())}" for tag, value in lines if value.split()]
    return "\r\n".join([*told, "ER  - ", "", ""])


def _name(person):
    """A name as RIS writes it. What would be read as a person's ends in a comma, as EndNote has it for bodies; what
    has commas of its own stands in braces."""
    if literal := person.get("literal"):
        forms = (literal, f"{literal},", f"{{{literal}}}")
        return next((form for form in forms if csl_name(form) == {"literal": literal}), literal)
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    given = " ".join(filter(None, (person.get("given"), person.get("dropping-particle"))))
    return ", ".join(filter(None, (family, given, person.get("suffix"))))


def _dates(csl):
    lines = [("Y2", whole)] if (whole := _slashed(csl.get("accessed"))) else []
    issued = csl.get("issued") or {}
    parts = (issued.get("date-parts") or [[]])[0]
    if not parts:
        return [*lines, ("DA", str(issued.get("literal") or issued.get("raw") or ""))]
    lines.append(("PY", str(parts[0])))
    if word := season_word(issued):
        return [*lines, ("DA", f"{parts[0]}///{word}")]
    return [*lines, ("DA", _slashed(issued))] if len(parts) > 1 else lines


def _slashed(date):
    parts = ((date or {}).get("date-parts") or [[]])[0]
    return "/".join(f"{int(part):02d}" for part in parts)


def _pages(csl):
    first, dash, last = str(csl.get("page") or "").partition("-")
    if dash and "-" not in last and first and last:
        return [("SP", first), ("EP", last)]
    return [("SP", str(csl["page"]))] if csl.get("page") else []
