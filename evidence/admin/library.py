from django.contrib import admin

from evidence.models import Source
from evidence.models.event import Event


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["title", "year", "design", "population", "peer_review"]
    list_filter = ["design", "population", "peer_review", "level"]
    search_fields = ["title", "key", "doi", "pmid"]

    def save_model(self, request, obj, form, change):
        obj.describe(obj.csl)
        super().save_model(request, obj, form, change)
        if change and set(form.changed_data) - {"stored_text", "note"}:
            obj.edited(by=request.user)
        elif not change:
            Event.record("source.added", by=request.user, subject=f"source:{obj.key}")
