"""The form of a source: the fields of a reference by their names, not as JSON; what has no field is kept."""

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.admin.seen import SeenForm
from evidence.models import Source
from evidence.references.keys import numbered, readable_key
from evidence.references.name_lists import parse_names
from evidence.references.parsing import parse_reference

TYPES = (
    ("article-journal", _("Journal article")),
    ("article", _("Preprint")),
    ("book", _("Book")),
    ("chapter", _("Chapter")),
    ("report", _("Report")),
    ("webpage", _("Web page")),
    ("thesis", _("Thesis")),
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


class SourceForm(SeenForm):
    """`csl` of a valid form is the whole record: what was stored, with the fields of this form over it."""

    pasted = forms.CharField(
        label=_("Paste a reference"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What can be read of it fills the fields that are left empty below."),
    )
    type = forms.ChoiceField(label=_("Type"), choices=TYPES)
    csl_title = forms.CharField(label=_("Title"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    authors = forms.CharField(
        label=_("Authors"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: Family, Given. A group without a comma."),
    )
    issued = forms.RegexField(
        r"^\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?$",
        label=_("Date"),
        required=False,
        help_text=_("2024, 2024-05 or 2024-05-31."),
    )
    container = forms.CharField(label=_("Journal, book or site"), required=False)
    volume = forms.CharField(label=_("Volume"), required=False)
    issue = forms.CharField(label=_("Issue"), required=False)
    page = forms.CharField(label=_("Pages"), required=False)
    publisher = forms.CharField(label=_("Publisher"), required=False)
    place = forms.CharField(label=_("Place of publication"), required=False)
    url = forms.URLField(label=_("Address"), required=False, assume_scheme="https")

    class Meta:
        model = Source
        fields = [
            "key", "doi", "pmid", "pmcid", "isbn", "design", "population", "species", "sample_size", "peer_review",
            "level", "funding", "stored_text", "note",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "key" in self.fields:
            self.fields["key"].required = False
        self.initial |= shown(self.instance.csl)

    def clean(self):
        cleaned = super().clean()
        read = parse_reference(cleaned["pasted"].strip()) if cleaned.get("pasted", "").strip() else {}
        self.csl = merged(self.instance.csl, cleaned, read)
        if not (self.csl.get("title") or self.csl.get("raw")):
            self.add_error("csl_title", _t("Give the title, or paste the reference as you have it."))
        for name in ("doi", "pmid", "pmcid", "isbn"):
            if not cleaned.get(name) and read.get(name.upper()):
                cleaned[name] = read[name.upper()]
        cleaned["key"] = (
            cleaned.get("key") or self.instance.key or numbered(readable_key(self.csl), _is_taken)
        )
        return cleaned


def _is_taken(key):
    return Source.objects.filter(key=key).exists()


def shown(csl):
    """Form values of a CSL-JSON record."""
    values = {name: csl.get(variable) or "" for name, variable in PLAIN.items()}
    known = dict(TYPES)
    values["type"] = csl.get("type") if csl.get("type") in known else "document"
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
