"""CSL records as BibTeX in UTF-8; reading it back gives every field that BibTeX can hold."""

import re

TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "book": "book",
    "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport", "webpage": "online",
    "thesis": "phdthesis", "manuscript": "unpublished", "article": "preprint", "dataset": "dataset",
    "software": "software", "patent": "patent",
}  # fmt: skip
TEXTS = (
    ("volume", "volume"), ("issue", "number"), ("publisher", "publisher"), ("publisher-place", "address"),
    ("edition", "edition"), ("collection-title", "series"), ("abstract", "abstract"), ("language", "language"),
    ("DOI", "doi"), ("ISBN", "isbn"), ("ISSN", "issn"), ("URL", "url"), ("PMID", "pmid"), ("PMCID", "pmcid"),
    ("keyword", "keywords"),
)  # fmt: skip
AS_WRITTEN = ("doi", "isbn", "issn", "url", "pmid", "pmcid")
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
    fields = [("title", _braced(csl.get("title", "")))]
    container = "booktitle" if csl.get("type") in IN_BOOKS else "journal"
    fields.append((container, _escaped(csl.get("container-title", ""))))
    fields += [
        (role, " and ".join(map(_name, csl.get(role) or ()))) for role in ("author", "editor", "translator")
    ]
    for variable, name in TEXTS:
        if csl.get(variable):
            value = str(csl[variable])
            fields.append((name, value.replace("%", "\\%") if name in AS_WRITTEN else _escaped(value)))
    fields += _dates(csl)
    fields.append(("pages", str(csl.get("page") or "").replace("-", "--")))
    told = ",\n".join(f"  {name} = {{{' '.join(value.split())}}}" for name, value in fields if value.split())
    key = re.sub(r"[^\w:.-]", "", str(csl.get("id") or f"record{place}"))
    return f"@{TYPES.get(csl.get('type'), 'misc')}{{{key},\n{told}\n}}\n"


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
    return ", ".join(_escaped(part) for part in (family, person.get("suffix"), person.get("given")) if part)


def _dates(csl):
    parts = ((csl.get("issued") or {}).get("date-parts") or [[]])[0]
    return [(name, str(part)) for name, part in zip(("year", "month", "day"), parts, strict=False)]


def _escaped(text):
    return _SPECIAL.sub(lambda found: _ESCAPED[found.group()], str(text))
