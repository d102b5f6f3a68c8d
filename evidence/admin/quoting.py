"""Citations on a claim's page: whether each quotation stands in the stored text, and a near passage to take."""

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.admin.drafts import DraftInline
from evidence.bibliography.quote_state import state_of
from evidence.library.reach import named_by
from evidence.models import Citation
from evidence.vocabulary import Stance


class CitationForm(forms.ModelForm):
    take = forms.BooleanField(label=_("Take the nearest passage"), required=False)
    confirmed = forms.BooleanField(
        label=_("The stance holds for the words that stand here now"),
        required=False,
        help_text=_("Else it counts as not judged once the words, the source or the quotation change."),
    )
    known_as = forms.CharField(
        label=_("or its DOI, PMID or key"),
        required=False,
        max_length=300,
        help_text=_("Instead of choosing it above, which needs script."),
    )

    class Meta:
        model = Citation
        fields = ["source", "stance", "quote", "figure", "unit", "locator"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.instance.quote_state if self.instance.pk else None
        if "source" in self.fields:
            # The one or the other is asked for in `clean`.
            self.fields["source"].required = False
        if "known_as" in self.fields and self.instance.pk:
            self.fields["known_as"].widget = forms.HiddenInput()
        if "confirmed" in self.fields and self.instance.stance == Stance.NOT_JUDGED:
            self.fields["confirmed"].widget = forms.HiddenInput()
        if "take" in self.fields and not (state and state.match.suggestion):
            self.fields["take"].widget = forms.HiddenInput()

    def clean(self):
        cleaned = super().clean()
        if "source" in self.fields and not cleaned.get("source"):
            cleaned["source"] = self._named(cleaned.get("known_as") or "")
        if cleaned.get("take") and cleaned.get("source"):
            state = state_of(cleaned.get("quote") or "", cleaned["source"].stored_text)
            cleaned["quote"] = (state and state.match.suggestion) or cleaned.get("quote")
        return cleaned

    @property
    def judges(self):
        """Whether somebody set the stance in this form, or said that it holds."""
        return "stance" in self.changed_data or bool(self.cleaned_data.get("confirmed"))

    def _named(self, name):
        found = named_by(name) if name.strip() else None
        if not name.strip():
            self.add_error("source", _t("Choose the source that is cited."))
        elif found is None:
            self.add_error("known_as", _t("No source in the library is known by this: add it there first."))
        return found


class CitationInline(DraftInline):
    model = Citation
    form = CitationForm
    autocomplete_fields = ["source"]
    template = "admin/edit_inline/stacked.html"
    extra = 1  # the first citation must be possible without script
    fields = [
        ("source", "stance"),
        "judging",
        "confirmed",
        "known_as",
        "quote",
        "quotation",
        "take",
        ("figure", "unit"),
        "locator",
        "reading",
    ]
    readonly_fields = ["judging", "quotation", "reading"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source", "verified_by", "judged_by")

    @admin.display(description=_("in the stored text"))
    def quotation(self, obj):
        return render_to_string("shared/quotation.html", {"state": obj.pk and obj.quote_state})

    @admin.display(description=_("judged by"))
    def judging(self, obj):
        return render_to_string("admin/evidence/judging.html", {"cited": obj, "lapse": obj.pk and obj.lapse})

    @admin.display(description=_("read by"))
    def reading(self, obj):
        return render_to_string("admin/evidence/reading.html", {"stamps": obj.stamps if obj.pk else ()})
