"""One outcome: what was found, how sure that is, and in which words it may be said."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from evidence.admin.drafts import DraftAdmin, DraftInline
from evidence.admin.outcome_forms import DomainForm, DomainFormSet, RiskForm, WordingForm
from evidence.admin.section import article_address
from evidence.appraisal.grade import MOST_OUTCOMES, account, certainty, in_words, symbols
from evidence.appraisal.wording import allowed, compared, intervention, named, studied, wordings
from evidence.manuscript.taking import outcome_of
from evidence.models import Outcome
from evidence.models.domain_rating import DomainRating
from evidence.vocabulary import Domain


class DomainInline(DraftInline):
    model = DomainRating
    form, formset = DomainForm, DomainFormSet
    max_num = len(Domain)
    can_delete = False

    def get_extra(self, request, obj=None, **kwargs):
        return self.max_num - (obj.domains.count() if obj else 0)


@admin.register(Outcome)
class OutcomeAdmin(DraftAdmin):
    change_form_template = "admin/evidence/outcome/change_form.html"
    list_display = ["name", "article", "type", "body", "importance"]
    list_filter = ["type", "body", "harm"]
    search_fields = ["name", "article__title"]
    list_select_related = ["article"]
    autocomplete_fields = ["article"]
    inlines = [DomainInline]
    fieldsets = [
        (None, {"fields": ["article", "name", ("type", "harm"), "population", "comparison", "importance"]}),
        (_("What was found"), {"fields": [
            ("studies", "participants"), ("direction", "size"), "relative_effect", ("baseline_risk", "absolute_effect"),
        ]}),
        (_("Certainty (GRADE)"), {"fields": ["body"], "description": _(
            "It is computed from the body of evidence and the domains below, never typed in. Without a pooled estimate "
            "rate by the direction of the studies, the people in all of them, and the range of what they found."
        )}),
    ]  # fmt: skip

    def get_urls(self):
        view = self.admin_site.admin_view(self.wording)
        return [path("<int:pk>/wording/", view, name="evidence_outcome_wording"), *super().get_urls()]

    def parent_address(self, obj):
        return article_address(obj, "panel-outcomes")

    def render_change_form(self, request, context, *args, **kwargs):
        row = kwargs.get("obj")
        if row is not None:
            context |= _rated(row)
            context["too_many"] = row.article.outcomes.count() > MOST_OUTCOMES and MOST_OUTCOMES
        return super().render_change_form(request, context, *args, **kwargs)

    @method_decorator(require_safe)
    def wording(self, request, pk):
        """The sentence for any direction and size at the certainty of the outcome; nothing is stored."""
        row = get_object_or_404(Outcome.objects.select_related("article"), pk=pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        form = WordingForm({**_parts(row), **request.GET.dict()})
        risk = RiskForm(request.GET if "odds_ratio" in request.GET else None)
        said = form.cleaned_data if form.is_valid() else None
        level = certainty(outcome_of(row))
        shown = {
            **self.admin_site.each_context(request),
            **_rated(row),
            "opts": self.opts,
            "title": _t("What may be said of “%(outcome)s”") % {"outcome": row.name},
            "original": row,
            "form": form,
            "sentences": wordings(
                level, said["direction"], said["size"], subject=said["x"], outcome=said["o"]
            )
            if said
            else (),
            "risk": risk,
            "verdict": risk.verdict() if risk.is_bound and risk.is_valid() else "",
        }
        return TemplateResponse(request, "admin/evidence/outcome/wording.html", shown)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.key = obj.article.next_key("outcome")
            obj.put_last()
        super().save_model(request, obj, form, change)


def _rated(row):
    """What a page shows of an outcome's certainty: level, symbols, how it came about, the sentences it allows."""
    outcome = outcome_of(row)
    level = certainty(outcome)
    return {
        "level": in_words(outcome),
        "symbols": symbols(level),
        "account": account(outcome),
        "allowed": allowed(outcome, level, row.article.subject),
    }


def _parts(row):
    return {
        "x": compared(intervention(row.article.subject), row.comparison),
        "o": studied(named(row.name), row.population),
        "direction": row.direction,
        "size": row.size,
    }
