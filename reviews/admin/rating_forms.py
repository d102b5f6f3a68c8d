"""A judgement of one outcome as a form: the body of evidence, and each GRADE domain with its reason."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from evidence.admin.outcome_forms import choices_of, steps_field
from evidence.manuscript import DomainRating, Outcome
from evidence.vocabulary import BodyOfEvidence, Domain

BODIES = [("", _("Choose …")), *((body.value, body.label) for body in BodyOfEvidence if body)]
UNTOUCHED = DomainRating("", None, "")


@dataclass(frozen=True)
class Row:
    """One domain of the form; `differs` if two raters moved it by different steps."""

    label: str
    steps: forms.BoundField
    reason: forms.BoundField
    differs: bool = False


class RatingForm(forms.Form):
    """`body` and `domains()` of a valid form are what somebody judged. It begins empty, or with their own `last`."""

    body = forms.ChoiceField(label=_("Body of evidence"), choices=BODIES)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, last=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.begin_with(last or Outcome(""))

    def begin_with(self, outcome):
        self.initial["body"] = outcome.body
        judged = by_domain(outcome)
        for domain in Domain:
            one = judged.get(domain, UNTOUCHED)
            self.add_domain(domain, choices_of(domain, one.steps), one.steps, one.reason)

    def add_domain(self, domain, choices, steps, reason, required=False):
        self.fields[f"steps_{domain}"] = steps_field(choices, steps, required)
        self.fields[f"reason_{domain}"] = forms.CharField(
            label=_("Reason"),
            required=False,
            initial=reason,
            widget=forms.Textarea(attrs={"rows": 2, "cols": 40}),
        )

    def clean(self):
        said = super().clean()
        for one in Domain:
            if said.get(f"reason_{one}") and said.get(f"steps_{one}", 0) is None:
                self.add_error(f"steps_{one}", _("Say how far it moves the certainty, or that it does not."))
        return said

    def open_rows(self):
        """The domains to be judged, as Rows."""
        return [self._row(domain) for domain in Domain]

    def domains(self):
        """A DomainRating of each domain that was looked at."""
        said = self.cleaned_data
        return [
            DomainRating(str(one), said[f"steps_{one}"], said[f"reason_{one}"].strip())
            for one in Domain
            if said[f"steps_{one}"] is not None
        ]

    def is_of(self, now):
        """Whether it was filled in beside the version `now`; if not, it says so and is of `now` from here on, with what
        was typed."""
        if self.cleaned_data["seen"] == now:
            return True
        self.data = self.data.copy()
        self.data["seen"] = now
        told = _("Not saved: the outcome was changed meanwhile. Look at it as it is now, then save again.")
        self.add_error(None, told)
        return False

    def _row(self, domain, differs=False):
        return Row(domain.label, self[f"steps_{domain}"], self[f"reason_{domain}"], differs)


class ConsensusForm(RatingForm):
    """The same for what two ratings come to: what both said stands ready, where they differ one has to choose."""

    reason = forms.CharField(
        label=_("How they came to agree"),
        help_text=_("Kept with the two ratings; not shown to readers."),
        widget=forms.Textarea(attrs={"rows": 3, "cols": 40}),
    )

    def __init__(self, *args, ratings, **kwargs):
        self.pair = tuple(one.outcome for one in ratings)
        super().__init__(*args, **kwargs)
        self.order_fields([*(name for name in self.fields if name != "reason"), "reason"])

    def begin_with(self, outcome):
        one, other = self.pair
        self.initial["body"] = one.body if one.body == other.body else ""
        for domain in Domain:
            here, there = (by_domain(each).get(domain, UNTOUCHED) for each in self.pair)
            choices = choices_of(domain, here.steps)
            if here.steps == there.steps:
                reasons = dict.fromkeys(each.reason for each in (here, there) if each.reason)
                self.add_domain(domain, choices, here.steps, "\n".join(reasons))
            else:
                self.add_domain(domain, [("", _("Choose …")), *choices[1:]], None, "", required=True)

    def open_rows(self):
        """The domains that the two moved differently."""
        return [self._row(domain, differs=True) for domain in Domain if self._differs(domain)]

    def settled_rows(self):
        """The domains that both moved alike."""
        return [self._row(domain) for domain in Domain if not self._differs(domain)]

    def domains(self):
        """As chosen; where no reason was written, that of the rater who chose the same."""
        return [one if one.reason or not one.steps else self._with_reason(one) for one in super().domains()]

    def _differs(self, domain):
        here, there = (by_domain(one).get(domain, UNTOUCHED) for one in self.pair)
        return here.steps != there.steps

    def _with_reason(self, chosen):
        theirs = (by_domain(one).get(chosen.domain, UNTOUCHED) for one in self.pair)
        return next((one for one in theirs if one.steps == chosen.steps), chosen)


def by_domain(outcome):
    """Domain → its rating in an Outcome."""
    return {one.domain: one for one in outcome.domains}
