"""What happened: to look at, never to change."""

from django.contrib import admin

from evidence.models import Consensus, Edition, Event, Notice, Publication, Revision, SourceUpdate


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "digest", "created_at", "created_by"]
    list_select_related = ["article", "created_by"]
    search_fields = ["article__title", "digest"]
    date_hierarchy = "created_at"


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    list_display = ["title", "number", "change_type", "published_at", "published_by"]
    list_select_related = ["published_by"]
    search_fields = ["title"]
    date_hierarchy = "published_at"


@admin.register(Publication)
class PublicationAdmin(ReadOnlyAdmin):
    list_display = ["article", "edition", "withdrawn_at"]
    list_select_related = ["article", "edition"]
    search_fields = ["article__title"]


@admin.register(Notice)
class NoticeAdmin(ReadOnlyAdmin):
    list_display = ["kind", "edition", "put_at", "put_by"]
    list_select_related = ["edition", "put_by"]
    list_filter = ["kind"]
    search_fields = ["text"]


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ["at", "verb", "subject", "actor", "chain", "number"]
    list_filter = ["verb"]
    search_fields = ["chain", "subject"]
    date_hierarchy = "at"


@admin.register(SourceUpdate)
class SourceUpdateAdmin(ReadOnlyAdmin):
    list_display = ["source", "type", "on", "asserted_by"]
    list_filter = ["type"]
    list_select_related = ["source"]
    search_fields = ["source__title", "notice"]


@admin.register(Consensus)
class ConsensusAdmin(ReadOnlyAdmin):
    """The ratings it came from are hidden until both are in, so they have no list of their own."""

    list_display = ["article", "outcome_key", "level", "agreed_at", "agreed_by"]
    list_select_related = ["article", "agreed_by"]
    list_filter = ["level"]
    search_fields = ["article__title", "reason"]
    date_hierarchy = "agreed_at"
