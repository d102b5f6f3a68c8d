from collections import Counter

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from evidence.admin import article, outcome, section
from evidence.manuscript.coverage import coverage
from evidence.models import Article, Claim, Outcome, Section
from evidence.vocabulary import Severity
from reviews.admin.importing import ImportingAdmin
from reviews.admin.rating import RatedOutcomes
from reviews.flags import flagging
from reviews.flags.next_steps import next_steps
from reviews.flags.places import Places
from reviews.models.checking import checked_in_words, not_checked, with_checked
from reviews.models.state import state_of


class Flagged:
    """After every save the flags are brought in step."""

    def frozen(self, request, article):
        super().frozen(request, article)
        flagging.reconcile(article)

    def render_change_form(self, request, context, *args, **kwargs):
        row = kwargs.get("obj")
        if isinstance(row, Claim | Outcome):
            subject = f"{row._meta.model_name}:{row.key}"
            context["flags"] = row.article.flags.open().on("draft").filter(subject=subject)
        return super().render_change_form(request, context, *args, **kwargs)


class ArticleAdmin(ImportingAdmin, Flagged, article.ArticleAdmin):
    change_form_template = "admin/reviews/article/change_form.html"
    list_display = [*article.ArticleAdmin.list_display, "checked"]

    def get_queryset(self, request):
        return with_checked(super().get_queryset(request))

    @admin.display(description=_lazy("flags"), ordering="checked_at")
    def checked(self, article):
        return checked_in_words(article)

    def panel(self, request, article):
        flags, places, manuscript = list(article.flags.open()), Places(article), article.manuscript()
        state = state_of(article)
        here = places.of("article")
        rows = [(flag, _elsewhere(_place(places, flag), here)) for flag in flags]
        groups = [
            {"label": severity.label, "rows": [row for row in rows if row[0].severity == severity]}
            for severity in Severity
        ]
        steps = next_steps(article, state, manuscript, flags)
        return {
            **super().panel(request, article),
            "state": state,
            "not_checked": not_checked(article),
            "coverage": coverage(manuscript),
            "steps": [(step, _elsewhere(_place(places, step), here)) for step in steps],
            "flag_groups": [group for group in groups if group["rows"]],
        }

    def to_mend(self, article):
        blocking = article.flags.open().on("draft").blocking().exclude(section="")
        counts = Counter(blocking.values_list("section", flat=True))
        return {key: _("%(n)d blocking") % {"n": count} for key, count in counts.items()}


class SectionAdmin(Flagged, section.SectionAdmin):
    def flagged(self, section, rows):
        """Flags beside the sentence they speak of, the others above the list."""
        whole = []
        for flag in section.article.flags.open().on("draft").filter(section=section.key) if section else ():
            row = next((row for row in rows if _speaks_of(flag, row)), None)
            (row.flags if row else whole).append(flag)
        return whole


class ClaimAdmin(Flagged, section.ClaimAdmin):
    pass


class OutcomeAdmin(RatedOutcomes, Flagged, outcome.OutcomeAdmin):
    pass


def _place(places, flag_or_step):
    return places.of(flag_or_step.subject, flag_or_step.code, flag_or_step.words)


def _elsewhere(address, here):
    """An address, or none for the page one is on: a link that leads nowhere puzzles."""
    return "" if address == here else address


def _speaks_of(flag, row):
    if flag.subject.startswith("claim:"):
        return flag.subject.removeprefix("claim:") in row.sentence.markers
    return bool(flag.words) and flag.words.casefold() in row.sentence.text.casefold()


for model, extended in (
    (Article, ArticleAdmin),
    (Section, SectionAdmin),
    (Claim, ClaimAdmin),
    (Outcome, OutcomeAdmin),
):
    admin.site.unregister(model)
    admin.site.register(model, extended)
