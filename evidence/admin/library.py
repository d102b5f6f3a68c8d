from django.contrib import admin
from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from evidence.admin.bulk import BulkAdmin
from evidence.admin.exporting import ExportingAdmin
from evidence.admin.source_filters import CitedFilter, MissingFilter, RecordFilter, StatusFilter
from evidence.admin.source_level import Levelled
from evidence.admin.source_lookup import LookingUpAdmin
from evidence.admin.source_merging import Merging
from evidence.admin.source_page import BETWEEN, SourcePage
from evidence.admin.source_reach import Reaching
from evidence.admin.source_upload import UploadingAdmin
from evidence.models import Citation, Comparison, Source
from evidence.models.event import Event

UNDIGESTED = {"stored_text", "archived_url", "note", "pasted", "seen", "found", *BETWEEN}


@admin.register(Source)
class SourceAdmin(
    LookingUpAdmin, UploadingAdmin, ExportingAdmin, BulkAdmin, Merging, Reaching, Levelled, SourcePage
):
    list_display = ["title", "shown_badges", "year", "design", "ocebm", "uses"]
    list_filter = [
        StatusFilter, CitedFilter, MissingFilter, RecordFilter, "design", "population", "peer_review", "level",
    ]  # fmt: skip
    search_fields = ["title", "key", "doi", "pmid", "aliases__value"]
    change_list_template = "admin/evidence/source/change_list.html"

    def get_queryset(self, request):
        cited = Citation.objects.filter(source=OuterRef("pk")).order_by().values("source")
        uses = Coalesce(Subquery(cited.annotate(n=Count("pk")).values("n")), 0)
        return super().get_queryset(request).annotate(uses=uses).prefetch_related("updates")

    def get_object(self, request, object_id, from_field=None):
        """The row; for a save read again under its lock, so that two saves of one age cannot both pass for fresh."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        Source.objects.select_for_update().get(pk=found.pk)
        return super().get_object(request, object_id, from_field)

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

    def has_delete_permission(self, request, obj=None):
        # What any draft, edition or revision names stays; the rest goes one by one.
        return super().has_delete_permission(request, obj) and obj is not None and not obj.is_named

    def corrected(self, source):
        """A source was changed outside its form; reviews brings the flags in step here."""

    def save_form(self, request, form, change):
        # Links between records have verbs of their own: the form's save leaves them as they are stored.
        obj = super().save_form(request, form, change)
        if change:
            obj.published_as = Source.objects.get(pk=obj.pk).published_as
        return obj

    def save_model(self, request, obj, form, change):
        obj.key = form.cleaned_data.get("key") or obj.key
        obj.describe(form.csl)
        super().save_model(request, obj, form, change)
        if change and set(form.changed_data) - UNDIGESTED:
            obj.edited(by=request.user)
        elif not change:
            Event.record("source.added", by=request.user, subject=f"source:{obj.key}")

    def delete_model(self, request, obj):
        # What somebody said of it and another record goes with it: the ledger is told which rows.
        gone = list(Comparison.objects.filter(Q(first=obj) | Q(second=obj)))
        Event.record("source.deleted", by=request.user, subject=f"source:{obj.key}", gone=gone)
        super().delete_model(request, obj)

    def save_related(self, request, form, formsets, change):
        if change:
            self.save_between(form.instance, form, request.user)
        else:
            super().save_related(request, form, formsets, change)
