from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse

from evidence.models import Contributor, Declaration, Event, Topic

DIGESTED = {"name", "credentials"}  # of a person in a byline


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.changed_data:
            said = ",".join(sorted(form.changed_data))
            verb = "topic.edited" if change else "topic.added"
            Event.record(verb, by=request.user, subject=f"topic:{obj.slug}", fields=said)

    def has_delete_permission(self, request, obj=None):
        # Readers find pages under it; each is deleted by itself, so that each is written down.
        if obj is None or not super().has_delete_permission(request, obj):
            return False
        return not obj.publications.exists()

    def delete_model(self, request, obj):
        Event.record("topic.deleted", by=request.user, subject=f"topic:{obj.slug}")
        super().delete_model(request, obj)


class StruckAdmin(admin.ModelAdmin):
    """Of rows for which the ledger vouches: whoever deletes one is written down."""

    def delete_model(self, request, obj):
        obj.strike(by=request.user)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            obj.strike(by=request.user)


@admin.register(Contributor)
class ContributorAdmin(StruckAdmin):
    list_display = ["name", "credentials", "affiliation", "user"]
    search_fields = ["name", "key"]
    list_select_related = ["user"]
    prepopulated_fields = {"key": ["name"]}

    def get_readonly_fields(self, request, obj=None):
        # Bylines, links and events name a person by the key; who is whose login is not told in passing.
        return ["key", "user"] if obj else ["user"]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and DIGESTED & set(form.changed_data):
            obj.edited(by=request.user)
        elif form.changed_data:
            self.told(request, "contributor.described" if change else "contributor.added", obj, form)

    def told(self, request, verb, obj, form):
        fields = ", ".join(sorted(form.changed_data))
        Event.record(verb, by=request.user, subject=f"contributor:{obj.key}", fields=fields, rows=[obj])


@admin.register(Declaration)
class DeclarationAdmin(StruckAdmin):
    list_display = ["contributor", "article", "none_declared", "declared_on"]
    list_filter = ["none_declared"]
    search_fields = ["contributor__name"]
    list_select_related = ["contributor", "article"]
    autocomplete_fields = ["contributor", "article"]
    date_hierarchy = "declared_on"

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.written(by=request.user)

    def response_post_save_add(self, request, obj):
        # Asked for by a flag of an article: that is where its editor goes on.
        if obj.article_id and "article" in request.GET:
            return HttpResponseRedirect(reverse("admin:evidence_article_change", args=[obj.article_id]))
        return super().response_post_save_add(request, obj)
