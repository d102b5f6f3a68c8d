"""The page of a source: what it is, what happened to it, what it is to other records, and what its text proposes."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from evidence.admin.source_form import SourceForm
from evidence.errors import Refused
from evidence.models import Source

# What stands between records: changed by verbs, never digested.
BETWEEN = ("published_as", "included")


class SourcePageForm(SourceForm):
    archived_url = forms.URLField(
        label=_("Archived copy"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )

    def clean_published_as(self):
        version = self.cleaned_data.get("published_as")
        try:
            self.instance.ensure_may_become(version)
        except Refused as refused:
            raise ValidationError(str(refused)) from refused
        return version

    def clean_included(self):
        return self.cleaned_data["included"].exclude(pk=self.instance.pk)


class SourcePage(admin.ModelAdmin):
    form = SourcePageForm
    autocomplete_fields = BETWEEN
    change_form_template = "admin/evidence/source/change_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.take_proposal)
        return [path("<int:pk>/take/<str:field>/", view, name="evidence_source_take"), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        kind = ["design", "population", "species", "sample_size", "peer_review", "level", "funding"]
        reference = ["type", "csl_title", "authors", "issued", "container", ("volume", "issue", "page")]
        reference += [("publisher", "place"), "url"]
        if not self.has_change_permission(request, obj):
            reference = ["title", "year"]
        pasted = [] if obj else [(None, {"fields": ["pasted"]})]
        between = [(_("Other records"), {"fields": list(BETWEEN)})] if obj else []
        hidden = [(None, {"fields": ["seen"], "classes": ["unseen"]})] if "type" in reference and obj else []
        return [
            *pasted,
            (_("Reference"), {"fields": reference}),
            (_("Identifiers"), {"fields": [("doi", "pmid"), ("pmcid", "isbn"), "key"]}),
            (_("Kind of study"), {"fields": kind}),
            *between,
            (_("Text and note"), {"fields": ["stored_text", "archived_url", "note"]}),
            *hidden,
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["key"] if obj else []

    def render_change_form(self, request, context, *args, **kwargs):
        source = kwargs.get("obj")
        if source is not None:
            context |= {
                "updates": source.updates.select_related("recorded_by"),
                "uses": source.citations.select_related("claim__article"),
                "counts": source.used_in(),
                "doubles": source.doubles() if self.has_change_permission(request, source) else (),
                "proposals": source.proposals(),
                "aliases": source.aliases.all(),
                "former": source.merged.all(),
                "earlier": source.earlier_versions.all(),
                "reviews": source.included_in.all(),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(require_POST)
    def take_proposal(self, request, pk, field):
        """What the record itself proposes for one field becomes what somebody confirmed."""
        source = get_object_or_404(Source, pk=pk)
        if not self.has_change_permission(request, source):
            raise PermissionDenied
        try:
            taken = source.take_proposal(field, by=request.user)
            self.corrected(source)
            messages.success(request, _t("Confirmed: %(value)s.") % {"value": taken.shown})
        except Refused as refused:
            messages.error(request, str(refused))
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return HttpResponseRedirect(reverse("admin:evidence_source_change", args=[pk]) + "#panel-kind")

    def save_between(self, source, form, by):
        """Link it with other records by the verbs that write it down; whether anything changed."""
        changed = [name for name in BETWEEN if name in form.changed_data]
        if "published_as" in changed:
            source.link_version(form.cleaned_data["published_as"], by=by)
        if "included" in changed:
            source.include(form.cleaned_data["included"], by=by)
        return bool(changed)
