"""What each act of the desk takes from a form, and of what kind it must be."""

from django import forms

from evidence.vocabulary import ClaimKind, ClaimPopulation, Stance


class OfSection(forms.Form):
    section = forms.CharField(max_length=12)
    version = forms.CharField(max_length=64)


class OfSentence(OfSection):
    number = forms.IntegerField(min_value=0, max_value=100_000)
    text = forms.CharField(max_length=20_000, strip=False)


class ClaimForm(OfSentence):
    kind = forms.ChoiceField(choices=[("", ""), *ClaimKind.choices], required=False)
    population = forms.ChoiceField(choices=[("", ""), *ClaimPopulation.choices], required=False)
    outcome = forms.CharField(max_length=12, required=False)


class RewordForm(OfSentence):
    words = forms.CharField(max_length=20_000)


class CiteForm(OfSentence):
    source = forms.IntegerField(min_value=1, max_value=2**31)
    quote = forms.CharField(max_length=20_000, required=False)


class JudgeForm(forms.Form):
    citation = forms.IntegerField(min_value=1, max_value=2**31)
    seen = forms.CharField(max_length=64)
    stance = forms.ChoiceField(choices=Stance.choices)
    quote = forms.CharField(max_length=20_000, required=False)
    locator = forms.CharField(max_length=100, required=False)
    figure = forms.CharField(max_length=100, required=False)
    unit = forms.CharField(max_length=50, required=False)


FORMS = {
    "claim": ClaimForm,
    "release": OfSentence,
    "reword": RewordForm,
    "cite": CiteForm,
    "judge": JudgeForm,
    "drop": OfSection,
}


def said_by(form_class, data):
    """The arguments of an act, or None where the form is incomplete. What was not asked about is left out."""
    form = form_class(data)
    if not form.is_valid():
        return None
    return {name: value for name, value in form.cleaned_data.items() if name in data}
