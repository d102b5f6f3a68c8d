from django import forms
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.models import Contributor, Declaration, Event, Topic
from evidence.models.declaration import why_not_declare

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


class DeclarationForm(forms.ModelForm):
    """Only what the person says of themself, or with the place where they said it. `by` is whoever fills it in."""

    by = None

    def clean(self):
        said = super().clean()
        person, on = said.get("contributor"), said.get("declared_on")
        if person and (reason := why_not_declare(person, self.by, said.get("declared_where") or "")):
            self.add_error("declared_where", reason)
        if on and on > timezone.localdate():
            self.add_error(
                "declared_on", _("A declaration is dated when it was made: that day has not come.")
            )
        return said


@admin.register(Declaration)
class DeclarationAdmin(admin.ModelAdmin):
    """Declarations are made, never changed: who has something else to declare declares again."""

    form = DeclarationForm
    list_display = ["contributor", "article", "none_declared", "declared_on", "declared_by", "declared_where"]
    list_filter = ["none_declared"]
    search_fields = ["contributor__name"]
    list_select_related = ["contributor", "article", "declared_by"]
    autocomplete_fields = ["contributor", "article"]
    date_hierarchy = "declared_on"

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def save_model(self, request, obj, form, change):
        said = form.cleaned_data
        made = Declaration.declare(
            said["contributor"],
            by=request.user,
            article=said["article"],
            none_declared=said["none_declared"],
            interests=said["interests"],
            on=said["declared_on"],
            where=said["declared_where"],
        )
        obj.pk = made.pk

    def response_post_save_add(self, request, obj):
        # Asked for by a flag of an article: that is where its editor goes on.
        if obj.article_id and "article" in request.GET:
            return HttpResponseRedirect(reverse("admin:evidence_article_change", args=[obj.article_id]))
        return super().response_post_save_add(request, obj)
