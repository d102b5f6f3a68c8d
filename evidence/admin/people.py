from django.contrib import admin

from evidence.models import Contributor, Declaration, Topic


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Contributor)
class ContributorAdmin(admin.ModelAdmin):
    list_display = ["name", "credentials", "affiliation", "user"]
    search_fields = ["name", "key"]
    list_select_related = ["user"]
    autocomplete_fields = ["user"]
    prepopulated_fields = {"key": ["name"]}


@admin.register(Declaration)
class DeclarationAdmin(admin.ModelAdmin):
    list_display = ["contributor", "article", "none_declared", "declared_on"]
    list_filter = ["none_declared"]
    search_fields = ["contributor__name"]
    list_select_related = ["contributor", "article"]
    autocomplete_fields = ["contributor", "article"]
    date_hierarchy = "declared_on"
