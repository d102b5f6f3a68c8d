from django.contrib import admin
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from evidence.admin.drafts import DraftAdmin, DraftInline
from evidence.admin.exporting import ReferencesAdmin
from evidence.admin.ordering import OrderingAdmin
from evidence.appraisal.grade import certainty, in_words, symbols
from evidence.library.ratings import rated
from evidence.manuscript.coverage import coverage_by_section
from evidence.models import Article, BylineEntry, Event

# What no revision holds: a change of these is written into the article's chain by itself.
UNDIGESTED = {"slug", "topics", "next_review_on"}


class BylineInline(DraftInline):
    model = BylineEntry
    autocomplete_fields = ["contributor"]


@admin.register(Article)
class ArticleAdmin(OrderingAdmin, ReferencesAdmin, DraftAdmin):
    list_display = ["title", "profile", "searched_up_to", "next_review_on"]
    list_filter = ["profile", "topics"]
    search_fields = ["title", "slug", "subject"]
    filter_horizontal = ["topics"]
    inlines = [BylineInline]
    prepopulated_fields = {"slug": ["title"]}
    change_form_template = "admin/evidence/article/change_form.html"

    def get_readonly_fields(self, request, obj=None):
        fixed = ["slug"] if obj and obj.editions.exists() else []
        return [*self.readonly_fields, *fixed]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        drop = self.admin_site.admin_view(self.drop_unplaced)
        return [
            path("<int:pk>/drop-unplaced/", drop, name="evidence_article_drop_unplaced"),
            *super().get_urls(),
        ]

    @method_decorator(require_POST)
    def drop_unplaced(self, request, pk):
        """Delete the claims that stand nowhere, all at once, after their sentences were taken out."""
        get_object_or_404(Article, pk=pk)
        return self.answered(request, None, lambda: self._drop_unplaced(request, pk))

    def _drop_unplaced(self, request, pk):
        with transaction.atomic():
            article = Article.objects.locked_for_writing(pk)
            if not self.has_change_permission(request, article):
                return self._not_saved(request, [_("The article is locked, or you may not edit it.")])
            if not request.POST.get("sure"):
                return self._not_saved(request, [_("Tick the box first: the citations go with the claims.")])
            article.drop_unplaced(by=request.user)
            self.frozen(request, article)
        return HttpResponseRedirect(reverse("admin:evidence_article_change", args=[pk]))

    def render_change_form(self, request, context, *args, **kwargs):
        article = kwargs.get("obj")
        if article is not None:
            context |= self.panel(request, article)
        return super().render_change_form(request, context, *args, **kwargs)

    def panel(self, request, article):
        """What stands above the form: sections with their coverage, outcomes with their certainty, claims that stand
        nowhere; reviews adds state and flags."""
        manuscript, to_mend = article.manuscript(), self.to_mend(article)
        covered = coverage_by_section(manuscript)
        levels = {
            outcome.key: (in_words(outcome), symbols(certainty(outcome))) for outcome in manuscript.outcomes
        }
        return {
            "sections": [(row, covered.get(row.key), to_mend.get(row.key)) for row in article.sections.all()],
            "outcomes": [(row, *levels[row.key]) for row in article.outcomes.all()],
            "authors": article.byline.select_related("contributor"),
            "rated": rated(article, levels),
            "unplaced": article.claims.unplaced(),
            "may_change": self.has_change_permission(request, article),
        }

    def to_mend(self, article):
        """Section key → what has to be mended there, in words; reviews counts its flags."""
        return {}

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if changed := sorted(UNDIGESTED & set(form.changed_data)):
            said = ", ".join(changed)
            verb = "article.described" if change else "article.created"
            Event.record(verb, by=request.user, article=form.instance, fields=said)

    def save_formset(self, request, form, formset, change):
        for row in formset.save(commit=False):
            if row.position is None:
                row.put_last()
            row.save()
        for gone in formset.deleted_objects:
            gone.delete()
