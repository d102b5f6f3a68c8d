from django.contrib import admin

from evidence.admin.records import ReadOnlyAdmin
from reviews.admin.laboratory import LaboratoryAdmin
from reviews.models import Answer, Assignment, Decision, Flag, Point, Round, Waiver


@admin.register(Round)
class RoundAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "outcome", "opened_at"]
    list_select_related = ["article"]
    search_fields = ["article__title"]


@admin.register(Assignment)
class AssignmentAdmin(ReadOnlyAdmin):
    list_display = ["round", "reviewer", "due", "accepted_at", "declined_at"]
    list_select_related = ["round__article", "reviewer"]


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    list_display = ["round", "reviewer", "verdict", "decided_at"]
    list_select_related = ["round__article", "reviewer"]
    list_filter = ["verdict"]


@admin.register(Point)
class PointAdmin(ReadOnlyAdmin):
    list_display = ["decision", "number", "place", "text", "answer"]
    list_select_related = ["decision__round__article", "answer"]
    search_fields = ["text", "decision__round__article__title"]


@admin.register(Answer)
class AnswerAdmin(ReadOnlyAdmin):
    list_display = ["point", "text", "answered_at", "answered_by"]
    list_select_related = ["point", "answered_by"]
    search_fields = ["text"]


@admin.register(Flag)
class FlagAdmin(LaboratoryAdmin, ReadOnlyAdmin):
    list_display = ["code", "version", "severity", "message", "article", "stand", "raised_at", "closed_at"]
    list_filter = ["severity", "stand", "code"]
    list_select_related = ["article"]
    search_fields = ["message", "words", "article__title"]


@admin.register(Waiver)
class WaiverAdmin(ReadOnlyAdmin):
    list_display = ["flag", "reason", "until", "given_by", "agreed_by"]
    list_select_related = ["flag", "given_by", "agreed_by"]
