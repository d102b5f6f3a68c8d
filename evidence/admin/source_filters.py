"""How the list of sources is narrowed down: by status, use, what is missing, and whether a record stands for itself."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from evidence.models import Citation, Publication
from evidence.models.badges import CORRECTING
from evidence.vocabulary import RETRACTING, PeerReview, UpdateType


class StatusFilter(admin.SimpleListFilter):
    title, parameter_name = _("status"), "status"
    TYPES = {"retracted": RETRACTING, "concern": (UpdateType.CONCERN,), "corrected": CORRECTING}

    def lookups(self, request, model_admin):
        return [
            ("retracted", _("Retracted")),
            ("concern", _("Expression of concern")),
            ("corrected", _("Corrected")),
            ("updated", _("Any update")),
            ("none", _("Nothing happened to it")),
        ]

    def queryset(self, request, queryset):
        if self.value() in self.TYPES:
            return queryset.updated_by(self.TYPES[self.value()])
        if self.value() in ("updated", "none"):
            return queryset.filter(updates__isnull=self.value() == "none").distinct()
        return queryset


class CitedFilter(admin.SimpleListFilter):
    title, parameter_name = _("cited"), "cited"

    def lookups(self, request, model_admin):
        return [("yes", _("In a draft")), ("live", _("On a live page")), ("no", _("Not in any draft"))]

    def queryset(self, request, queryset):
        used = Exists(Citation.objects.filter(source=OuterRef("pk")))
        if self.value() == "live":
            pages = Publication.objects.live().filter(edition__sources=OuterRef("pk"))
            return queryset.filter(Exists(pages))
        chosen = {"yes": used, "no": ~used}.get(self.value())
        return queryset if chosen is None else queryset.filter(chosen)


class MissingFilter(admin.SimpleListFilter):
    title, parameter_name = _("missing"), "missing"
    FIELDS = {
        "identifier": {"doi": "", "pmid": "", "pmcid": "", "isbn": ""},
        "design": {"design": ""},
        "population": {"population": ""},
        "peer_review": {"peer_review": PeerReview.UNKNOWN},
        "year": {"year": None},
        "text": {"stored_text": ""},
    }

    def lookups(self, request, model_admin):
        return [
            ("identifier", _("Identifier")),
            ("design", _("Design")),
            ("population", _("Population")),
            ("peer_review", _("Peer review")),
            ("year", _("Year")),
            ("text", _("Stored text")),
        ]

    def queryset(self, request, queryset):
        return queryset.filter(**self.FIELDS.get(self.value(), {}))


class RecordFilter(admin.SimpleListFilter):
    """Without a choice only records that stand for themselves are listed."""

    title, parameter_name = _("record"), "record"

    def lookups(self, request, model_admin):
        return [("merged", _("Merged into another"))]

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice if choice["query_string"].endswith("merged") else {**choice, "display": _("In use")}

    def queryset(self, request, queryset):
        return queryset.exclude(merged_into=None) if self.value() == "merged" else queryset.own()
