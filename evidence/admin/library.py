from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.admin.source_form import SourceForm
from evidence.admin.source_lookup import LookingUpAdmin
from evidence.models import Citation, Source
from evidence.models.event import Event

UNDIGESTED = {"stored_text", "note", "pasted", "seen", "found"}


class CitedFilter(admin.SimpleListFilter):
    title, parameter_name = _("cited"), "cited"

    def lookups(self, request, model_admin):
        return [("yes", _("Cited")), ("no", _("Not cited"))]

    def queryset(self, request, queryset):
        if self.value() in ("yes", "no"):
            used = Exists(Citation.objects.filter(source=OuterRef("pk")))
            return queryset.filter(used if self.value() == "yes" else ~used)
        return queryset


class StatusFilter(admin.SimpleListFilter):
    title, parameter_name = _("status"), "status"

    def lookups(self, request, model_admin):
        return [("retracted", _("Retracted")), ("updated", _("Any update"))]

    def queryset(self, request, queryset):
        if self.value() == "retracted":
            return queryset.filter(pk__in=Source.objects.retracted().values("pk"))
        if self.value() == "updated":
            return queryset.filter(updates__isnull=False).distinct()
        return queryset


class MissingFilter(admin.SimpleListFilter):
    title, parameter_name = _("missing"), "missing"

    def lookups(self, request, model_admin):
        return [("identifier", _("Identifier")), ("design", _("Design")), ("year", _("Year"))]

    def queryset(self, request, queryset):
        missing = {
            "identifier": {"doi": "", "pmid": "", "pmcid": "", "isbn": ""},
            "design": {"design": ""},
            "year": {"year": None},
        }
        return queryset.filter(**missing.get(self.value(), {}))


@admin.register(Source)
class SourceAdmin(LookingUpAdmin, admin.ModelAdmin):
    form = SourceForm
    list_display = ["title", "year", "design", "population", "peer_review", "uses"]
    list_filter = [StatusFilter, CitedFilter, MissingFilter, "design", "population", "peer_review", "level"]
    search_fields = ["title", "key", "doi", "pmid"]
    change_form_template = "admin/evidence/source/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("citations")

    @admin.display(description=_("citations"))
    def uses(self, obj):
        return len(obj.citations.all())

    def get_fieldsets(self, request, obj=None):
        kind = ["design", "population", "species", "sample_size", "peer_review", "level", "funding"]
        reference = ["type", "csl_title", "authors", "issued", "container", ("volume", "issue", "page")]
        reference += [("publisher", "place"), "url"]
        if not self.has_change_permission(request, obj):
            reference = ["title", "year"]
        pasted = [] if obj else [(None, {"fields": ["pasted"]})]
        hidden = [(None, {"fields": ["seen"], "classes": ["unseen"]})] if "type" in reference and obj else []
        return [
            *pasted,
            (_("Reference"), {"fields": reference}),
            (_("Identifiers"), {"fields": [("doi", "pmid"), ("pmcid", "isbn"), "key"]}),
            (_("Kind of study"), {"fields": kind}),
            (_("Text and note"), {"fields": ["stored_text", "note"]}),
            *hidden,
        ]

    def get_readonly_fields(self, request, obj=None):
        return ["key"] if obj else []

    def has_delete_permission(self, request, obj=None):
        # What any revision cites stays; the rest goes one by one.
        return super().has_delete_permission(request, obj) and obj is not None and not obj.citations.exists()

    def render_change_form(self, request, context, *args, **kwargs):
        source = kwargs.get("obj")
        if source is not None:
            context["updates"] = source.updates.all()
            context["uses"] = source.citations.select_related("claim__article")
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.key = form.cleaned_data.get("key") or obj.key
        obj.describe(form.csl)
        super().save_model(request, obj, form, change)
        if change and set(form.changed_data) - UNDIGESTED:
            obj.edited(by=request.user)
        elif not change:
            Event.record("source.added", by=request.user, subject=f"source:{obj.key}")
