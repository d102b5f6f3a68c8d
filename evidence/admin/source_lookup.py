"""Look one source up: paste what you have, choose what was found, review the filled form, save it. Nothing is saved
before that."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from evidence.admin.shelf import PATIENCE, chosen, remember, remembered
from evidence.admin.source_comparison import ComparingAdmin
from evidence.bibliography import references
from evidence.bibliography.lookups import LookUpFailed, look_up
from evidence.bibliography.lookups.deadline import within
from evidence.bibliography.lookups.found import Found
from evidence.bibliography.lookups.packing import unpacked
from evidence.library.cataloguing import already
from evidence.models import Source

LONGEST = 500  # characters of what is asked


@dataclass(frozen=True)
class Candidate:
    """`known`: sources of the library that share an identifier; `alike`: one that only looks like it, or None."""

    found: Found
    address: str
    known: list[Source]
    alike: Source | None

    @property
    def reference(self):
        return references.render(self.found.csl)


class LookingUpAdmin(ComparingAdmin):
    """Adds look-ups to the source's admin: one field on "Add source", "Look up again" on a source's page."""

    add_form_template = "admin/evidence/source/add_form.html"

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("look-up/", view(self.look_up), name="evidence_source_look_up"),
            path("<int:pk>/look-up/", view(self.look_up_again), name="evidence_source_look_up_again"),
            *super().get_urls(),
        ]

    def look_up(self, request):
        """POST asks the services; GET shows what they said, until one is chosen."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            return self._ask(request)
        token = request.GET.get("found", "")
        candidates = [
            self._candidate(request, token, n, text) for n, text in enumerate(remembered(request, token))
        ]
        if not candidates:
            return HttpResponseRedirect(reverse("admin:evidence_source_add"))
        shown = {**self.admin_site.each_context(request), "title": _("What was found"), "opts": self.opts}
        context = {**shown, "candidates": candidates, "is_popup": "_popup" in request.GET}
        return TemplateResponse(request, "admin/evidence/source/candidates.html", context)

    def _ask(self, request):
        asked = " ".join(request.POST.get("asked", "").split())[:LONGEST]
        try:
            with within(PATIENCE):
                found = look_up(asked) if asked else []
        except LookUpFailed as failed:
            other = _("Try again later, or paste the reference below; what is missing can be looked up then.")
            messages.error(request, f"{failed} {other}")
            return HttpResponseRedirect(_address("add", request, asked=asked))
        if not found:
            messages.error(request, _("Paste a DOI, a PMID, an address or a title first."))
            return HttpResponseRedirect(_address("add", request))
        token = remember(request, found)
        only = len(found) == 1 and already(found[0].csl) == ([], None)
        if only:
            return HttpResponseRedirect(_address("add", request, found=f"{token}.0"))
        return HttpResponseRedirect(_address("look_up", request, found=token))

    def _candidate(self, request, token, number, text):
        found = unpacked(text)
        address = _address("add", request, found=f"{token}.{number}")
        return Candidate(found, address, *already(found.csl))

    def get_changeform_initial_data(self, request):
        """What was found fills the form; what was asked in vain is still in its field."""
        initial = super().get_changeform_initial_data(request)
        initial["found"] = chosen(request)
        return initial

    def render_change_form(self, request, context, *args, **kwargs):
        if kwargs.get("obj") is None:
            context["looked_up"] = context["adminform"].form.looked_up
            context["asked"] = request.GET.get("asked", "")
        return super().render_change_form(request, context, *args, **kwargs)


def _address(name, request, **query):
    if "_popup" in request.GET:
        query["_popup"] = "1"
    query = {name: value for name, value in query.items() if value}
    return reverse(f"admin:evidence_source_{name}") + (f"?{urlencode(query)}" if query else "")
