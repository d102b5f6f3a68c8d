"""What rests on a source, on one page to read and to print."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from evidence.library.corrections import corrections, median_time
from evidence.library.reach import reach_of
from evidence.models import Source


class Reaching(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.reach)
        return [path("<int:pk>/reach/", view, name="evidence_source_reach"), *super().get_urls()]

    def reach(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        source = get_object_or_404(Source.objects.select_related("merged_into"), pk=pk)
        if source.merged_into:
            return HttpResponseRedirect(reverse("admin:evidence_source_reach", args=[source.merged_into_id]))
        found, past = reach_of(source), corrections(source)
        stands = [
            (_("Live pages"), found.live, _("No live page rests on it.")),
            (_("Drafts"), found.drafts, _("No draft rests on it.")),
            (_("Past and withdrawn editions"), found.past, _("None rested on it.")),
        ]
        context = {"title": _("What rests on it"), "source": source, "reach": found, "stands": stands}
        context |= {"corrections": past, "median": median_time(past), "opts": self.opts}
        return TemplateResponse(
            request, "admin/evidence/source/reach.html", {**self.admin_site.each_context(request), **context}
        )
