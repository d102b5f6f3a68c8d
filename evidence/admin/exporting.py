"""Sources out of the admin: one, a selection, or what an article cites."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.bibliography.exporters.files import FILES, written
from evidence.models import Article, Source
from evidence.public.rendering.numbering import numbered


class ExportingAdmin:
    """Adds files to the source's admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.export)
        return [
            path("<int:pk>/source.<str:ending>", view, name="evidence_source_export"),
            *super().get_urls(),
        ]

    def get_actions(self, request):
        actions = super().get_actions(request)
        for ending, (_write, _media, name) in FILES.items():
            act = partial(_export_selected, ending=ending)
            actions[f"export_{ending}"] = (
                act,
                f"export_{ending}",
                _("Export as %(format)s") % {"format": name},
            )
        return actions

    def export(self, request, pk, ending):
        source = get_object_or_404(Source, pk=pk)
        return sent(self, request, [source], ending, source.key)


class ReferencesAdmin:
    """Adds files of its references to the article's admin."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.references)
        return [
            path("<int:pk>/references.<str:ending>", view, name="evidence_article_references"),
            *super().get_urls(),
        ]

    def references(self, request, pk, ending):
        article = get_object_or_404(Article, pk=pk)
        return sent(self, request, numbered(article.manuscript()), ending, article.slug)


def sent(model_admin, request, sources, ending, name):
    """The sources as a file to keep."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    if ending not in FILES:
        raise Http404
    text, media = written(sources, ending)
    response = HttpResponse(text, content_type=f"{media}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _export_selected(model_admin, request, queryset, ending):
    name = f"sources-{timezone.localdate():%Y-%m-%d}"
    return sent(model_admin, request, queryset.order_by("key").iterator(2000), ending, name)
