"""Look a stored source up again: what is stored against what was found, a tick for each field to take over."""

from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.admin.shelf import PATIENCE, chosen, remember
from evidence.admin.source_fields import PLAIN, shown
from evidence.admin.source_form import SourceForm, filled
from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.bibliography.lookups import LookUpFailed, differences, look_up
from evidence.bibliography.lookups.deadline import within
from evidence.bibliography.lookups.packing import unpacked
from evidence.models import Source

VARIABLES = {
    "type": "type",
    "authors": "author",
    "issued": "issued",
    **PLAIN,
    "short": "container-title-short",
}
COLUMNS = (*CSL_VARIABLES, "design", "population", "stored_text")
EMPTY = (None, "", "document")  # a record of no better type is one that was never understood
SHORT = gettext_lazy("Abbreviated title")


@dataclass(frozen=True)
class Row:
    """One field that differs: texts as people read them, and whether it is ticked at first."""

    name: str
    label: str
    stored: str
    found: str
    ticked: bool


class ComparingAdmin:
    """Adds the comparison to the source's admin."""

    def look_up_again(self, request, pk):
        source = get_object_or_404(Source, pk=pk)
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        if request.method == "POST" and "found" in request.POST:
            return self._take_over(request, source)
        if request.method == "POST":
            return self._ask_again(request, source)
        return self._compare(request, source, chosen(request))

    def corrected(self, source):
        """Called when a source was changed; reviews brings the flags in step here."""

    def _ask_again(self, request, source):
        here = reverse("admin:evidence_source_look_up_again", args=[source.pk])
        try:
            with within(PATIENCE):
                found = look_up(question(source))
        except LookUpFailed as failed:
            messages.error(request, str(failed))
            return HttpResponseRedirect(here)
        return HttpResponseRedirect(f"{here}?found={remember(request, found)}.0")

    def _compare(self, request, source, text):
        found = unpacked(text) if text else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Look up again"), "opts": self.opts, "source": source, "asked": question(source),
            "found": found, "packed": text,
            "faults": doubts(source, found.csl) if found else (),
            "rows": rows(source, found.csl) if found else (),
        }  # fmt: skip
        return TemplateResponse(request, "admin/evidence/source/look_up_again.html", context)

    def _take_over(self, request, source):
        text = request.POST["found"]
        try:
            csl, fields = taken_over(source, unpacked(text).csl, request.POST.getlist("take"))
            source.correct(by=request.user, csl=csl, **fields)
        except signing.BadSignature:
            messages.error(request, _("What was found is no longer readable: look it up again."))
            return self._compare(request, source, "")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return self._compare(request, source, text)
        self.corrected(source)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(reverse("admin:evidence_source_change", args=[source.pk]))


def question(source):
    """What a stored source is looked up by: an identifier, else its address, else its title."""
    for name in ("doi", "pmid", "pmcid"):
        if value := getattr(source, name):
            return f"PMID {value}" if name == "pmid" else value
    return source.csl.get("URL") or source.title


def doubts(source, csl):
    """Mismatches that say the record found may be of another work."""
    return [one for one in differences(source.csl, csl) if one.field in ("title", "year", "author")]


def rows(source, csl):
    """A Row for each field about which the found record says something else; what is empty here is ticked, unless
    the record may be of another work."""
    ours, theirs = _values(source.csl), _values(csl)
    ours |= {name: getattr(source, name) for name in COLUMNS}
    theirs |= {name: filled(csl).get(name, "") for name in COLUMNS}
    doubtful = bool(doubts(source, csl))
    return [
        Row(
            name,
            _label(name),
            _read(name, ours[name]),
            _read(name, value),
            ours[name] in EMPTY and not doubtful,
        )
        for name, value in theirs.items()
        if value and str(value).strip() != str(ours[name] or "").strip()
    ]


def taken_over(source, csl, names):
    """(record, {field: value}) of a source with the named fields as the found record has them."""
    variables = {VARIABLES[name] for name in names if name in VARIABLES}
    record = {**source.csl, **{one: csl[one] for one in variables if one in csl}}
    kept = {**(csl.get("custom") or {}), **(source.csl.get("custom") or {})}
    fields = {name: filled(csl)[name] for name in names if name in COLUMNS and name in filled(csl)}
    record |= {CSL_VARIABLES[name]: value for name, value in fields.items() if name in CSL_VARIABLES}
    return {**record, "custom": kept} if kept else record, fields


def _values(csl):
    return {**shown(csl), "short": csl.get("container-title-short") or ""}


def _label(name):
    if name == "short":
        return SHORT
    if name in SourceForm.base_fields:
        return SourceForm.base_fields[name].label
    return Source._meta.get_field(name).verbose_name


def _read(name, value):
    """A value in the words that the form has for it."""
    field = SourceForm.base_fields.get(name)
    return str(dict(getattr(field, "choices", ()) or ()).get(value, value or ""))
