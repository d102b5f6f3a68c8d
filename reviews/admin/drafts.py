from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from evidence.admin import article, section
from evidence.models import Article, Claim, Outcome, Section
from reviews import flagging
from reviews.states import state_of


class Flagged:
    """After every save the flags are brought in step."""

    def frozen(self, request, article):
        super().frozen(request, article)
        flagging.reconcile(article)


class ArticleAdmin(Flagged, article.ArticleAdmin):
    readonly_fields = ["state", "open_flags", *article.ArticleAdmin.readonly_fields]

    @admin.display(description=_("state"))
    def state(self, obj):
        if not obj.pk:
            return "–"
        address = reverse("desk:article", args=[obj.slug])
        return format_html('{} · <a href="{}">{}</a>', state_of(obj).label, address, _("Desk"))

    @admin.display(description=_("open flags"))
    def open_flags(self, obj):
        sections = {s.key: s.pk for s in obj.sections.all()} if obj.pk else {}
        rows = (
            (self._address(obj, flag, sections), flag.get_severity_display(), flag.code, flag.message)
            for flag in (obj.flags.open() if obj.pk else ())
        )
        return format_html("<ul>{}</ul>", format_html_join("", '<li><a href="{}">{} {}</a>: {}</li>', rows))

    def _address(self, obj, flag, sections):
        if flag.section in sections:
            return reverse("admin:evidence_section_change", args=[sections[flag.section]])
        return reverse("desk:article", args=[obj.slug])


class SectionAdmin(Flagged, section.SectionAdmin):
    pass


class ClaimAdmin(Flagged, section.ClaimAdmin):
    pass


class OutcomeAdmin(Flagged, section.OutcomeAdmin):
    pass


for model, extended in (
    (Article, ArticleAdmin),
    (Section, SectionAdmin),
    (Claim, ClaimAdmin),
    (Outcome, OutcomeAdmin),
):
    admin.site.unregister(model)
    admin.site.register(model, extended)
