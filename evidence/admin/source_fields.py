"""A CSL-JSON record as the fields of a form, and back: what has no field, or was not touched, stays as it was."""

from django.utils.translation import gettext_lazy as _

from evidence.bibliography.references.name_lists import parse_names

TYPES = (
    ("article-journal", _("Journal article")),
    ("article", _("Preprint")),
    ("book", _("Book")),
    ("chapter", _("Chapter")),
    ("paper-conference", _("Conference paper")),
    ("report", _("Report")),
    ("webpage", _("Web page")),
    ("thesis", _("Thesis")),
    ("dataset", _("Data set")),
    ("legislation", _("Law, label or approval")),
    ("document", _("Anything else")),
)
# Form field → CSL variable: texts that are printed as they stand.
PLAIN = {
    "csl_title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "url": "URL",
}


def shown(csl):
    """Form values of a CSL-JSON record."""
    values = {name: csl.get(variable) or "" for name, variable in PLAIN.items()}
    values["type"] = csl.get("type") or "document"
    values["authors"] = "\n".join(map(_spelled, csl.get("author") or ()))
    dated = (csl.get("issued") or {}).get("date-parts") or [[]]
    values["issued"] = "-".join(f"{int(part):02d}" for part in dated[0] if part) if dated[0] else ""
    return values


def merged(stored, values, read):
    """A CSL-JSON record: what was stored, what a pasted reference says, and the fields of the form over both."""
    csl = {**read, **(stored or {})}
    for name, variable in PLAIN.items():
        _put(csl, variable, values.get(name) or ("" if stored else read.get(variable, "")))
    csl["type"] = _type(values, stored, read)
    people = _people(values.get("authors") or "", csl.get("author") or [])
    _put(csl, "author", people or ([] if stored else read.get("author", [])))
    if stored and (values.get("issued") or "") == shown(stored)["issued"]:
        return csl  # the end of a range and a season have no field
    if values.get("issued"):
        csl["issued"] = {"date-parts": [[int(part) for part in values["issued"].split("-")]]}
    elif stored:
        csl.pop("issued", None)
    return csl


def _type(values, stored, read):
    """A pasted reference knows its type better than the form's first choice does."""
    return (
        read["type"]
        if read and not stored and not values.get("csl_title")
        else values.get("type") or "document"
    )


def _put(csl, variable, value):
    if value:
        csl[variable] = value
    else:
        csl.pop(variable, None)


def _people(text, stored):
    """CSL names of lines; a line that was not touched keeps the name as it was stored, particles and all."""
    before = {_spelled(person): person for person in stored}
    people = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line in before:
            people.append(before[line])
        elif "," in line:
            family, given = (part.strip() for part in line.split(",", 1))
            people.append({"family": family, **({"given": given} if given else {})})
        else:
            found = parse_names(line)
            people += found if len(found) == 1 and found[0].get("given") else [{"literal": line}]
    return people


def _spelled(person):
    if person.get("literal"):
        return person["literal"]
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    given = " ".join(
        filter(None, (person.get("given"), person.get("dropping-particle"), person.get("suffix")))
    )
    return f"{family}, {given}" if given else f"{family},"
