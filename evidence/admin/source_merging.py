"""Records that look alike: listed, shown side by side, and made one, linked or told apart by a person."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from evidence.bibliography.side_by_side import compared
from evidence.errors import Refused
from evidence.models import Comparison, Source
from evidence.models.comparison import Answer

A_PAGE = 50


class Merging(admin.ModelAdmin):
    """The part of the source's admin that compares two records; reviews extends `merge` by flags and notices."""

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("alike/", view(self.alike), name="evidence_source_alike"),
            path("<int:pk>/compare/<int:other>/", view(self.compare), name="evidence_source_compare"),
            *super().get_urls(),
        ]

    def merge(self, request, kept, lost, taking):
        kept.absorb(lost, by=request.user, taking=taking)

    def linked(self, request, preprint, version):
        preprint.link_version(version, by=request.user)

    def told_apart(self, request, one, other):
        Comparison.give(one, other, Answer.DIFFERENT, by=request.user)

    def alike(self, request):
        if not self.has_change_permission(request):
            raise PermissionDenied
        pairs = Paginator(Source.objects.look_alike(), A_PAGE).get_page(request.GET.get("p"))
        return self._page(request, "alike", {"title": _("Records that look alike"), "pairs": pairs})

    def compare(self, request, pk, other):
        """Side by side: the first record is the one that stays."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        kept, lost = get_object_or_404(Source, pk=pk), get_object_or_404(Source, pk=other)
        taking = [said for name, said in request.POST.items() if name.startswith("choice-") and said]
        if request.method == "POST":
            try:
                return self._answered(request, kept, lost, taking)
            except Refused as refused:
                reasons = refused.reasons
        else:
            reasons = _reasons(kept, lost)
        shown = {"kept": kept, "lost": lost, "rows": compared(kept, lost), "taking": taking}
        more = {"title": _("One work or two?"), "reasons": _placed(reasons)}
        return self._page(request, "compare", {**shown, **more})

    def _answered(self, request, kept, lost, taking):
        answer = request.POST.get("answer")
        if answer == "merge":
            self.merge(request, kept, lost, taking)
            said = _(
                "Now one record. The other is kept for the revisions that name it, and found by its names."
            )
        elif answer in ("first", "second"):
            preprint, version = (kept, lost) if answer == "first" else (lost, kept)
            self.linked(request, preprint, version)
            said = _("Linked: a preprint and its version of record.")
        elif answer == "different":
            self.told_apart(request, kept, lost)
            said = _("Noted: two works. They are not proposed again.")
        else:
            raise Refused(_("Choose one of the answers."))
        messages.success(request, said)
        return HttpResponseRedirect(reverse("admin:evidence_source_change", args=[kept.pk]))

    def _page(self, request, name, context):
        context = {**self.admin_site.each_context(request), "opts": self.opts, **context}
        return TemplateResponse(request, f"admin/evidence/source/{name}.html", context)


def _reasons(kept, lost):
    try:
        kept.ensure_may_absorb(lost)
    except Refused as refused:
        return refused.reasons
    return ()


def _placed(reasons):
    """(message, address or "") of each reason."""
    for reason in reasons:
        kind, _colon, key = reason.place.partition(":")
        yield reason.message, reverse("admin:evidence_claim_change", args=[key]) if kind == "claim" else ""
