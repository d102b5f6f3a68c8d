"""The form of a dry run: what might be changed about one rule."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.vocabulary import Severity
from reviews.flags.trials import OFF, OWN, Change, asked_by, state_now

MOST = 5000  # characters: the session keeps what is tried


class ChangeForm(forms.Form):
    """`change()` of a valid form is the Change to try."""

    state = forms.ChoiceField(label=_("The rule"))
    lexicon = forms.ChoiceField(label=_("Word list"), required=False)
    added = forms.CharField(
        label=_("Words to add"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line; * at the end stands for any ending."),
    )
    taken = forms.CharField(
        label=_("Words to take out"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        self.rule, self.now = rule, state_now(rule.code, settings.VOUCH)
        self.words, self.numbers = asked_by(rule.code)
        own = _t("as it is (%(severity)s)") % {"severity": Severity(rule.severity).label}
        self.fields["state"].choices = [(OWN, own), *Severity.choices, (OFF, _("switched off"))]
        self.initial["state"] = self.now
        if self.words:
            self.fields["lexicon"].choices = [(name, name.replace("_", " ")) for name in self.words]
        else:
            for name in ("lexicon", "added", "taken"):
                del self.fields[name]
        for name, usual in self.numbers.items():
            self.fields[name] = forms.IntegerField(
                label=name, min_value=0, max_value=100_000, initial=settings.VOUCH.get(name, usual)
            )

    def clean(self):
        cleaned = super().clean()
        if not self.errors and self.change() == Change(self.rule.code, self.now):
            raise forms.ValidationError(_("Nothing would change: choose something to try."))
        return cleaned

    def change(self):
        said = self.cleaned_data
        terms = (*_lines(said.get("added")), *(f"-{term}" for term in _lines(said.get("taken"))))
        numbers = tuple(
            (name, said[name]) for name in self.numbers if said[name] != self.fields[name].initial
        )
        return Change(self.rule.code, said["state"], ((said["lexicon"], terms),) if terms else (), numbers)


def _lines(text):
    return tuple(
        dict.fromkeys(line.strip().lstrip("-") for line in (text or "").splitlines() if line.strip(" -"))
    )
