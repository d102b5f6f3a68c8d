"""What happened to a source: recorded here, told to readers of live pages in the same breath."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.admin import library
from evidence.library.corrections import corrections
from evidence.models import Source
from evidence.vocabulary import JobKind, UpdateType
from reviews import permissions
from reviews.watching import merging, recording


class UpdateForm(forms.Form):
    type = forms.ChoiceField(label=_("What happened"), choices=UpdateType.choices)
    on = forms.DateField(
        label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    asserted_by = forms.CharField(
        label=_("Asserted by"),
        max_length=100,
        help_text=_("For example Crossref, Retraction Watch, publisher."),
    )
    notice = forms.CharField(label=_("Notice (DOI or address)"), max_length=300, required=False)
    superseded = forms.BooleanField(
        label=_("Withdrawn because updated"),
        required=False,
        help_text=_("For a withdrawal that only made way for a newer version, as Cochrane does."),
    )


class SourceAdmin(library.SourceAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view(self.record_update)
        return [
            path("<int:pk>/record-update/", view, name="evidence_source_record_update"),
            *super().get_urls(),
        ]

    def merge(self, request, kept, lost, taking):
        merging.merge(kept, lost, by=request.user, taking=taking)

    def linked(self, request, preprint, version):
        super().linked(request, preprint, version)
        recording.settle(preprint)

    def told_apart(self, request, one, other):
        super().told_apart(request, one, other)
        recording.settle(one)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        Source.objects.filter(pk=form.instance.pk).update(unsettled=True)
        request.saved_source = form.instance

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        answer = super().changeform_view(request, object_id, form_url, extra_context)
        # Once the form's transaction is over: articles are locked one at a time, and before sources, never after.
        if saved := getattr(request, "saved_source", None):
            self.corrected(saved)
        return answer

    @property
    def bulk(self):
        return {JobKind.REFRESH: _t("Look up again"), **super().bulk}

    def corrected(self, source):
        recording.settle(source)

    def render_change_form(self, request, context, *args, **kwargs):
        source = kwargs.get("obj")
        if source is not None:
            context["corrections"] = corrections(source)
            context["may_record"] = permissions.may(request.user, "record_update")
        return super().render_change_form(request, context, *args, **kwargs)

    def record_update(self, request, pk):
        permissions.require(request.user, "record_update")
        source = get_object_or_404(Source, pk=pk)
        form = UpdateForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            recording.record_update(source, by=request.user, **form.cleaned_data)
            messages.success(request, _t("Recorded. Live pages that cite it warn their readers."))
            return HttpResponseRedirect(reverse("admin:evidence_source_change", args=[pk]))
        shown = {**self.admin_site.each_context(request), "title": _t("Record an update"), "opts": self.opts}
        return TemplateResponse(
            request, "admin/evidence/source/record_update.html", {**shown, "source": source, "form": form}
        )


admin.site.unregister(Source)
admin.site.register(Source, SourceAdmin)
