"""Import in the admin: choose or paste, look at what was read, correct it, store it."""

from django.contrib import messages
from django.core import signing
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from evidence.importers.claiming import manuscript_of
from evidence.importers.packing import unpacked
from evidence.importers.sourcing import sources_of
from evidence.library.circumstances import bare
from reviews import checks, permissions
from reviews.admin.import_forms import PreviewForm, ReadForm
from reviews.flags import flagging


class ImportingAdmin:
    """Adds the import to the article's admin."""

    change_list_template = "admin/evidence/article/change_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(self.import_article)
        return [path("import/", view, name="evidence_article_import"), *super().get_urls()]

    def import_article(self, request):
        permissions.require(request.user, "import")
        if request.method == "POST" and "draft" in request.POST:
            return self._store(request)
        form = ReadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            return self._preview(request, PreviewForm(read=form.draft))
        return self._page(request, "import.html", form=form)

    def _store(self, request):
        try:
            draft = unpacked(request.POST["draft"])
        except (signing.BadSignature, TypeError, KeyError, ValueError):
            messages.error(request, _("The preview is too old or was altered: read the file again."))
            return HttpResponseRedirect(reverse("admin:evidence_article_import"))
        form = PreviewForm(request.POST, read=draft)
        if not form.is_valid():
            return self._preview(request, form)
        also = sources_of(draft.references).values()
        said = {
            "slug": form.cleaned_data["slug"],
            "by": request.user,
            "how": "article.imported",
            "also": also,
        }
        try:
            article = flagging.stored(form.manuscript(), **said)
        except IntegrityError:
            form.add_error(None, _("Somebody stored the same thing at the same moment: store it once more."))
            return self._preview(request, form)
        messages.success(request, _("Imported. The panel says what to do next."))
        return HttpResponseRedirect(reverse("admin:evidence_article_change", args=[article.pk]))

    def _preview(self, request, form):
        flags = flagging.tally(checks.run(manuscript_of(form.read), bare()))
        return self._page(request, "import_preview.html", form=form, draft=form.read, flags=flags)

    def _page(self, request, name, **context):
        shown = {**self.admin_site.each_context(request), "title": _("Import an article"), "opts": self.opts}
        return TemplateResponse(request, f"admin/evidence/article/{name}", {**shown, **context})
