"""Citations on a claim's page: whether each quotation stands in the stored text, and a near passage to take."""

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from evidence.admin.drafts import DraftInline
from evidence.models import Citation
from evidence.quote_state import state_of


class CitationForm(forms.ModelForm):
    take = forms.BooleanField(label=_("Take the nearest passage"), required=False)

    class Meta:
        model = Citation
        fields = ["source", "stance", "quote", "figure", "unit", "locator"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.instance.quote_state if self.instance.pk else None
        if "take" in self.fields and not (state and state.match.suggestion):
            self.fields["take"].widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("take") and cleaned.get("source"):
            state = state_of(cleaned.get("quote") or "", cleaned["source"].stored_text)
            cleaned["quote"] = (state and state.match.suggestion) or cleaned.get("quote")
        return cleaned


class CitationInline(DraftInline):
    model = Citation
    form = CitationForm
    autocomplete_fields = ["source"]
    template = "admin/edit_inline/stacked.html"
    fields = [("source", "stance"), "quote", "quotation", "take", ("figure", "unit"), "locator", "reading"]
    readonly_fields = ["quotation", "reading"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source", "verified_by")

    @admin.display(description=_("in the stored text"))
    def quotation(self, obj):
        return render_to_string("admin/evidence/quotation.html", {"state": obj.pk and obj.quote_state})

    @admin.display(description=_("read by"))
    def reading(self, obj):
        return render_to_string("admin/evidence/reading.html", {"cited": obj})
