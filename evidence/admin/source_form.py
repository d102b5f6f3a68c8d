"""The form of a source: the fields of a reference by their names, not as JSON; what has no field is kept."""

from itertools import chain

from django import forms
from django.core import signing
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.admin.seen import SeenForm
from evidence.admin.source_fields import TYPES, merged, shown
from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.bibliography.lookups.packing import unpacked
from evidence.bibliography.references.keys import numbered, readable_key
from evidence.bibliography.references.parsing import parse_reference
from evidence.models import Source
from evidence.vocabulary import PeerReview

# What a look-up may contradict → the field that shows it.
FIELDS = {"title": "csl_title", "year": "issued", "author": "authors"}
FIELDS |= {variable: name for name, variable in CSL_VARIABLES.items()}


class SourceForm(SeenForm):
    """`csl` of a valid form is the whole record: what was stored, with the fields of this form over it.

    A record that was looked up comes in the signed field `found` and counts as stored, but for being saved.
    """

    found = forms.CharField(widget=forms.HiddenInput, required=False)
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
        self.looked_up = _looked_up(self.data.get("found") or self.initial.get("found"))
        self.stored = self.instance.csl or (self.looked_up.csl if self.looked_up else {})
        self.initial |= shown(self.stored)
        if self.looked_up and not self.instance.pk:
            self.initial |= filled(self.looked_up.csl)
        self._admit_type(self.initial["type"])
        self._tell_mismatches()

    def clean(self):
        cleaned = super().clean()
        read = parse_reference(cleaned["pasted"].strip()) if cleaned.get("pasted", "").strip() else {}
        self.csl = merged(self.stored, cleaned, read)
        if not (self.csl.get("title") or self.csl.get("raw")):
            self.add_error("csl_title", _t("Give the title, or paste the reference as you have it."))
        for name in ("doi", "pmid", "pmcid", "isbn"):
            if not cleaned.get(name) and read.get(name.upper()):
                cleaned[name] = read[name.upper()]
        cleaned["key"] = (
            cleaned.get("key") or self.instance.key or numbered(readable_key(self.csl), _is_taken)
        )
        return cleaned

    def _update_errors(self, errors):
        """Who gives an identifier that is taken wants the record that has it."""
        for fault in chain.from_iterable(errors.error_dict.values()):
            if fault.code == "taken" and fault.params:
                fault.message, fault.params = _with_link(fault.message % fault.params, fault.params), None
        super()._update_errors(errors)

    def _admit_type(self, kind):
        """A type of CSL that the list does not offer stays what it is."""
        if kind not in dict(TYPES):
            self.fields["type"].choices = [*TYPES, (kind, kind)]

    def _tell_mismatches(self):
        for fault in self.looked_up.mismatches if self.looked_up else ():
            if (name := FIELDS.get(fault.field)) in self.fields:
                said = _t("You asked for “%(ours)s”; %(service)s says “%(theirs)s”.")
                said %= {"ours": fault.ours, "theirs": fault.theirs, "service": self.looked_up.service}
                self.fields[name].help_text = said


def _with_link(said, other):
    address = reverse("admin:evidence_source_change", args=[other["pk"]])
    return format_html('{} <a href="{}" target="_blank" rel="noopener">{}</a>', said, address, _t("Open it"))


def filled(csl):
    """Values that a looked-up record proposes for the fields beside the reference."""
    proposed = (csl.get("custom") or {}).get("proposed")
    proposed = proposed if isinstance(proposed, dict) else {}
    values = {name: csl.get(variable) or "" for name, variable in CSL_VARIABLES.items()}
    values |= {name: proposed[name] for name in ("design", "population") if proposed.get(name)}
    values["stored_text"] = csl.get("abstract") or ""
    values["peer_review"] = PeerReview.PREPRINT if csl.get("type") == "article" else PeerReview.UNKNOWN
    if csl.get("type") not in ("book", "report"):
        values.pop("isbn")  # a chapter's ISBN is its book's
    return values


def _looked_up(text):
    try:
        return unpacked(text) if text else None
    except signing.BadSignature:
        return None


def _is_taken(key):
    return Source.objects.filter(key=key).exists()
