from django.contrib import admin
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from evidence.models import Article

PARTS = ("sections", "outcomes", "byline")


class OrderingAdmin(admin.ModelAdmin):
    """Sections, outcomes and authors are moved by one place with a button: no script, and the keyboard will do."""

    def get_urls(self):
        move = self.admin_site.admin_view(self.move)
        address = "<int:pk>/move/<str:part>/<int:row>/<str:way>/"
        return [path(address, move, name="evidence_article_move"), *super().get_urls()]

    @method_decorator(require_POST)
    def move(self, request, pk, part, row, way):
        get_object_or_404(Article, pk=pk)
        if part not in PARTS or way not in ("up", "down"):
            raise Http404
        return self.answered(request, None, lambda: self._move(request, pk, part, row, way))

    def _move(self, request, pk, part, row, way):
        with transaction.atomic():
            article = Article.objects.locked_for_writing(pk)
            if not self.has_change_permission(request, article):
                return self._not_saved(request, [_("The article is locked, or you may not edit it.")])
            get_object_or_404(getattr(article, part), pk=row).move(-1 if way == "up" else 1)
            self.frozen(request, article)
        return HttpResponseRedirect(f"{reverse('admin:evidence_article_change', args=[pk])}#panel-{part}")
