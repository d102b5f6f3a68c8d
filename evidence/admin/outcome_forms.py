"""The eight GRADE domains of an outcome as rows to fill in, and the sentence that its certainty allows."""

from django import forms
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.appraisal.grade import RAISING, relative_risk, steps_allowed, steps_for_effect
from evidence.models import DomainRating
from evidence.vocabulary import BodyOfEvidence, Direction, Domain, EffectSize

NOT_LOOKED_AT = ("", _("not looked at"))
LOWERED = {0: _("not serious"), -1: _("serious"), -2: _("very serious"), -3: _("extremely serious")}
SUSPECTED = {0: _("undetected"), -1: _("strongly suspected"), -2: _("strongly suspected, older tables")}
LARGE = {0: _("no"), 1: _("large (RR above 2 or below 0.5)"), 2: _("very large (RR above 5 or below 0.2)")}
RAISED = {0: _("no"), 1: _("yes")}


class Fixed(forms.Widget):
    """A choice that is made already: its name to read, its value hidden."""

    def __init__(self, names):
        super().__init__()
        self.names = names

    def render(self, name, value, attrs=None, renderer=None):
        said = self.names.get(value, value or "")
        return format_html(
            '<input type="hidden" name="{}" value="{}"><strong>{}</strong>', name, value or "", said
        )


class DomainForm(forms.ModelForm):
    class Meta:
        model = DomainRating
        fields = ["domain", "steps", "reason"]
        widgets = {
            "domain": Fixed(dict(Domain.choices)),
            "reason": forms.Textarea(attrs={"rows": 2, "cols": 40}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        domain = self.instance.domain or self.initial.get("domain", "")
        stored = self.instance.steps if self.instance.pk else None
        self.fields["steps"] = steps_field(choices_of(domain, stored), stored)
        if not self.instance.pk:
            self.initial["steps"] = None
        about = Domain(domain).label if domain in Domain.values else ""
        for name in ("steps", "reason"):
            self.fields[name].widget.attrs["aria-label"] = f"{about}: {self.fields[name].label}"

    def clean(self):
        super().clean()
        said = self.cleaned_data
        if "steps" in said and said["steps"] is None and said.get("reason"):
            self.add_error("steps", _("Say how far it moves the certainty, or that it does not."))
        return said


class DomainFormSet(BaseInlineFormSet):
    """A row for each domain, whether it was looked at or not; only what was looked at is stored."""

    def __init__(self, *args, instance=None, **kwargs):
        rated = set(instance.domains.values_list("domain", flat=True)) if instance and instance.pk else set()
        kwargs["initial"] = [{"domain": domain} for domain in Domain.values if domain not in rated]
        super().__init__(*args, instance=instance, **kwargs)

    @property
    def deleted_forms(self):
        """Rows of domains that nobody looked at after all."""
        return [one for one in self.initial_forms if one.is_valid() and one.cleaned_data["steps"] is None]


class WordingForm(forms.Form):
    """What a sentence is made of. `sentence_parts` of a valid form go to `wording.wordings`."""

    x = forms.CharField(label=_("What was given (X)"), max_length=200)
    o = forms.CharField(label=_("Outcome (O)"), max_length=300)
    direction = forms.ChoiceField(label=_("Direction"), choices=Direction.choices, required=False)
    size = forms.ChoiceField(
        label=_("Size"),
        choices=EffectSize.choices,
        required=False,
        help_text=_("Against a minimal important difference, not by P value."),
    )


class RiskForm(forms.Form):
    """An odds ratio, to be made a relative risk before it is compared with GRADE's bounds."""

    odds_ratio = forms.FloatField(label=_("Odds ratio"), min_value=0.001)
    baseline = forms.FloatField(
        label=_("Risk without it, in per cent"),
        min_value=0,
        max_value=100,
        help_text=_("In the comparison group."),
    )

    def verdict(self):
        """What the odds ratio amounts to, as a sentence."""
        risk = relative_risk(self.cleaned_data["odds_ratio"], self.cleaned_data["baseline"] / 100)
        steps = steps_for_effect(risk)
        said = {"risk": f"{risk:.2f}", "what": LARGE[steps] if steps else _t("no large effect")}
        return _t("A relative risk of %(risk)s: %(what)s.") % said


def steps_field(choices, initial, required=False):
    """The levels of one domain to choose from; None while it was not looked at."""
    return forms.TypedChoiceField(
        label=_("Levels"), choices=choices, coerce=int, empty_value=None, initial=initial, required=required
    )


def choices_of(domain, stored):
    """That nobody looked, and the levels of a domain in words; one that was stored out of its range stays, so that
    nothing is lost unseen."""
    names = {Domain.PUBLICATION_BIAS: SUSPECTED, Domain.LARGE_EFFECT: LARGE}.get(
        domain, RAISED if domain in RAISING else LOWERED
    )
    low, high = steps_allowed(domain, BodyOfEvidence.ROBINS)
    levels = sorted({*range(low, high + 1), stored or 0}, key=abs)
    return [NOT_LOOKED_AT] + [
        (level, f"{level:+d} {names.get(level, '')}".strip() if level else names[0]) for level in levels
    ]
