"""CSL records as BibTeX in UTF-8; reading it back gives every field that BibTeX can hold."""

import re

from evidence.bibliography.importers.dates import season_word

TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport", "webpage": "online",
    "thesis": "thesis", "manuscript": "unpublished", "dataset": "dataset", "software": "software",
    "patent": "patent", "pamphlet": "booklet",
}  # fmt: skip
# Types that have no entry of their own: named in BibLaTeX's field for that.
SUBTYPES = {"article": "preprint", "article-magazine": "magazine", "article-newspaper": "newspaper"}
THESES = {"PhD thesis": "phdthesis", "Master's thesis": "mastersthesis"}
TEXTS = (
    ("volume", "volume"), ("publisher", "publisher"), ("publisher-place", "address"),
    ("edition", "edition"), ("collection-title", "series"), ("container-title-short", "shortjournal"),
    ("abstract", "abstract"), ("language", "language"), ("DOI", "doi"), ("ISBN", "isbn"), ("ISSN", "issn"),
    ("URL", "url"), ("PMID", "pmid"), ("PMCID", "pmcid"), ("keyword", "keywords"), ("note", "note"),
    ("version", "version"),
)  # fmt: skip
AS_WRITTEN = ("doi", "isbn", "issn", "url", "pmid", "pmcid")
PERIODICAL = ("article-journal", "article-magazine", "article-newspaper", "paper-conference", "chapter")
IN_BOOKS = ("chapter", "paper-conference")
_SPECIAL = re.compile(r"[&%$#_{}~^\\]")
_ESCAPED = {
    "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "\\": r"\textbackslash{}",
}  # fmt: skip


def bibtex(records):
    """BibTeX text of CSL-JSON records; each needs an `id`, or gets one by its place."""
    return "\n".join(_entry(record, place) for place, record in enumerate(records, start=1))


def _entry(csl, place):
    kind = csl.get("type")
    fields = [("title", _braced(csl.get("title", "")))]
    container = "booktitle" if kind in IN_BOOKS else "journal"
    fields.append((container, _escaped(csl.get("container-title", ""))))
    fields += [
        (role, " and ".join(map(_name, csl.get(role) or ()))) for role in ("author", "editor", "translator")
    ]
    for variable, name in TEXTS:
        if csl.get(variable):
            value = str(csl[variable])
            fields.append((name, value.replace("%", "\\%") if name in AS_WRITTEN else _escaped(value)))
    fields += _numbers(csl) + _dates(csl) + _kinds(csl)
    fields.append(("pages", _escaped(str(csl.get("page") or "")).replace("-", "--")))
    told = ",\n".join(f"  {name} = {{{' '.join(value.split())}}}" for name, value in fields if value.split())
    key = re.sub(r"[^\w:.-]", "", str(csl.get("id") or f"record{place}"))
    entry = THESES.get(csl.get("genre")) if kind == "thesis" else None
    return f"@{entry or TYPES.get(kind, 'misc')}{{{key},\n{told}\n}}\n"


def _kinds(csl):
    kind, genre = csl.get("type"), csl.get("genre")
    fields = [("type", _escaped(genre))] if genre and genre not in THESES else []
    if kind in SUBTYPES or (kind not in TYPES and kind not in (None, "document")):
        fields.append(("entrysubtype", SUBTYPES.get(kind, kind)))
    return fields


def _numbers(csl):
    """A number is an issue's in what appears in issues, else the work's own; that of a preprint on arXiv is an
    eprint."""
    issue, number = str(csl.get("issue") or ""), str(csl.get("number") or "")
    fields = [("number" if csl.get("type") in PERIODICAL else "issue", _escaped(issue))]
    if number.startswith("arXiv:"):
        return [*fields, ("eprint", number.removeprefix("arXiv:")), ("eprinttype", "arxiv")]
    return fields if csl.get("type") in PERIODICAL else [*fields, ("number", _escaped(number))]


def _braced(title):
    """Words with capitals inside are kept as they are by braces, for styles that write titles small."""
    words = [
        f"{{{_escaped(word)}}}" if re.search(r"\w[A-Z]", word) else _escaped(word)
        for word in str(title).split()
    ]
    return " ".join(words)


def _name(person):
    if person.get("literal"):
        return f"{{{_escaped(person['literal'])}}}"
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    given = " ".join(filter(None, (person.get("given"), person.get("dropping-particle"))))
    return ", ".join(_escaped(part) for part in (family, person.get("suffix"), given) if part)


def _dates(csl):
    fields = [("urldate", whole)] if (whole := _dashed((csl.get("accessed") or {}).get("date-parts"))) else []
    issued = csl.get("issued") or {}
    groups = issued.get("date-parts") or [[]]
    if not groups[0]:
        return [*fields, ("year", _escaped(issued.get("literal") or issued.get("raw") or ""))]
    if len(groups) > 1 and groups[1]:
        return [*fields, ("date", f"{_dashed(groups)}/{_dashed(groups[1:])}")]
    if word := season_word(issued):
        return [*fields, ("year", str(groups[0][0])), ("month", word)]
    return fields + [
        (name, str(part)) for name, part in zip(("year", "month", "day"), groups[0], strict=False)
    ]


def _dashed(groups):
    return "-".join(f"{int(part):02d}" for part in (groups or [[]])[0])


def _escaped(text):
    return _SPECIAL.sub(lambda found: _ESCAPED[found.group()], str(text))
