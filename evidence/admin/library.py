from django.contrib import admin
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from evidence.admin.source_filters import CitedFilter, MissingFilter, RecordFilter, StatusFilter
from evidence.admin.source_form import SourceForm
from evidence.admin.source_lookup import LookingUpAdmin
from evidence.admin.source_merging import Merging
from evidence.admin.source_reach import Reaching
from evidence.admin.source_upload import UploadingAdmin
from evidence.models import Citation, Source
from evidence.models.event import Event

UNDIGESTED = {"stored_text", "note", "pasted", "seen", "found"}


@admin.register(Source)
class SourceAdmin(LookingUpAdmin, UploadingAdmin, Merging, Reaching, admin.ModelAdmin):
    form = SourceForm
    list_display = ["title", "shown_badges", "year", "design", "population", "peer_review", "uses"]
    list_filter = [
        StatusFilter, CitedFilter, MissingFilter, RecordFilter, "design", "population", "peer_review", "level",
    ]  # fmt: skip
    search_fields = ["title", "key", "doi", "pmid", "aliases__value"]
    change_form_template = "admin/evidence/source/change_form.html"
    change_list_template = "admin/evidence/source/change_list.html"

    def get_queryset(self, request):
        cited = Citation.objects.filter(source=OuterRef("pk")).order_by().values("source")
        uses = Coalesce(Subquery(cited.annotate(n=Count("pk")).values("n")), 0)
        return super().get_queryset(request).annotate(uses=uses).prefetch_related("updates")

    @admin.display(description=_("what it is"))
    def shown_badges(self, obj):
        return render_to_string("admin/evidence/source/badges.html", {"badges": obj.badges})

    @admin.display(description=_("citations"), ordering="uses")
    def uses(self, obj):
        return obj.uses

    def get_search_results(self, request, queryset, search_term):
        # What is newly cited is the record that stands for the work.
        asked = queryset.own() if request.path == reverse("admin:autocomplete") else queryset
        return super().get_search_results(request, asked, search_term)

    def changelist_view(self, request, extra_context=None):
        alike = len(Source.objects.look_alike()) if self.has_change_permission(request) else 0
        return super().changelist_view(request, {"alike": alike, **(extra_context or {})})

    def has_change_permission(self, request, obj=None):
        # A merged record stays as the revisions name it.
        return super().has_change_permission(request, obj) and not (obj and obj.merged_into_id)

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
        # What any draft, edition or revision names stays; the rest goes one by one.
        return super().has_delete_permission(request, obj) and obj is not None and not obj.is_named

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
