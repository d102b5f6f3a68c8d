"""Stale saves are refused: a form knows which version of its row it was filled from, and says what changed since."""

import hashlib
import json

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class SeenForm(forms.ModelForm):
    """A form whose hidden field `seen` names the version of the row that the person saw.

    If somebody else saved in between, nothing is stored: what was typed stays in the form, each field that differs
    shows what is stored now, and saving once more overwrites it knowingly.
    """

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "seen" in self.fields:
            self.fields["seen"].initial = version_of(self.instance)

    def clean(self):
        cleaned = super().clean()
        seen, now = self.cleaned_data.get("seen"), version_of(self.instance)
        if self.instance.pk and seen and seen != now:
            self._refuse(now)
        return cleaned

    def _refuse(self, now):
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = now
        told = 0
        for name, stored in _plain(self.instance).items():
            if name in self.cleaned_data and not self._same(name, stored):
                told += 1
                self.add_error(
                    name, _("Stored meanwhile by somebody else: %(text)s") % {"text": stored or "–"}
                )
        said = ngettext(
            "Not saved: somebody else changed this meanwhile. %(count)d field differs from yours, both are shown; "
            "save again to keep yours.",
            "Not saved: somebody else changed this meanwhile. %(count)d fields differ from yours, both are shown; "
            "save again to keep yours.",
            told,
        )
        self.add_error(None, ValidationError(said % {"count": told}, code="stale"))

    def _same(self, name, stored):
        bound = self.fields[name]
        return not bound.has_changed(bound.prepare_value(stored), self._raw_value(name))

    def _raw_value(self, name):
        bound = self.fields[name]
        return bound.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))


def version_of(row):
    """Name of a row's state, the rows that are edited with it included."""
    state = [_plain(row), [_plain(part) for part in _parts(row)], _beside(row)]
    return hashlib.sha256(json.dumps(state, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()[:20]


def _plain(row):
    return {
        name: [one.pk for one in value] if isinstance(value, list) else value
        for name, value in model_to_dict(row).items()
    }


def _beside(row):
    """What the page shows beside its form and people judge by: the sentence of a claim, the works that it cites."""
    if not row.pk or row._meta.model_name != "claim":
        return ()
    sentences = row.sentences
    return sentences, [cited.vouched(sentences).text for cited in row.citations.select_related("source")]


def _parts(row):
    """Rows shown on the same page: citations of a claim, ratings of an outcome, the byline of an article."""
    for name in ("citations", "domains", "byline"):
        if row.pk and hasattr(row, name) and row._meta.model_name in ("claim", "outcome", "article"):
            return getattr(row, name).all()
    return ()
