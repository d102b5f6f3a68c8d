from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from evidence.admin.drafts import DraftAdmin, DraftInline
from evidence.models import Article, BylineEntry


class BylineInline(DraftInline):
    model = BylineEntry
    autocomplete_fields = ["contributor"]


@admin.register(Article)
class ArticleAdmin(DraftAdmin):
    list_display = ["title", "profile", "searched_up_to", "next_review_on"]
    list_filter = ["profile", "topics"]
    search_fields = ["title", "slug", "subject"]
    filter_horizontal = ["topics"]
    readonly_fields = ["section_list"]
    inlines = [BylineInline]
    prepopulated_fields = {}

    def get_readonly_fields(self, request, obj=None):
        fixed = ["slug"] if obj and obj.editions.exists() else []
        return [*self.readonly_fields, *fixed]

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("sections"))
    def section_list(self, obj):
        if not obj.pk:
            return "–"
        rows = ((reverse("admin:evidence_section_change", args=[s.pk]), s) for s in obj.sections.all())
        return format_html("<ol>{}</ol>", format_html_join("", '<li><a href="{}">{}</a></li>', rows))

    def save_formset(self, request, form, formset, change):
        for row in formset.save(commit=False):
            if row.position is None:
                row.put_last()
            row.save()
        for gone in formset.deleted_objects:
            gone.delete()
