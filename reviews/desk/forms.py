from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.vocabulary import ChangeType, NoticeKind, VerifiedAgainst
from reviews import permissions
from reviews.desk.verb_form import VerbForm


class AssignForm(VerbForm):
    reviewer = forms.ModelChoiceField(label=_("Reviewer"), queryset=None)
    due = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due"].widget.attrs["min"] = timezone.localdate().isoformat()
        people = permissions.possible_reviewers(self.article)
        self.fields["reviewer"].queryset = type(self.article).locked_by.field.related_model.objects.filter(
            pk__in=[person.pk for person in people]
        )


class AcceptForm(VerbForm):
    none_declared = forms.BooleanField(label=_("I have no competing interests"), required=False)
    interests = forms.CharField(
        label=_("Interests of the last 36 months"), widget=forms.Textarea, required=False
    )


class InterestsForm(forms.Form):
    """What a person declares who was asked by a link."""

    none_declared = forms.BooleanField(label=_("I have no competing interests"), required=False)
    interests = forms.CharField(
        label=_("Interests of the last 36 months"), widget=forms.Textarea, required=False
    )


class PublishForm(VerbForm):
    change_type = forms.ChoiceField(label=_("Kind of change"), choices=ChangeType.choices)
    note = forms.CharField(label=_("Note for readers"), widget=forms.Textarea, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        later = [choice for choice in ChangeType.choices if choice[0] != ChangeType.FIRST]
        first = [(ChangeType.FIRST, ChangeType.FIRST.label)]
        # A correction must not pass for something else by what happens to stand first.
        self.fields["change_type"].choices = (
            [("", _("Choose …")), *later] if self.article.editions.exists() else first
        )


class NoticeForm(VerbForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=NoticeKind.choices)
    text = forms.CharField(label=_("Text for readers"), widget=forms.Textarea)


class ReasonForm(VerbForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea)


class DiscardForm(VerbForm):
    """Nothing brings a discarded article back, so one click is not enough."""

    sure = forms.BooleanField(
        label=_("Yes, discard it: its text stays in the records, and nobody can go on with it")
    )

    def arguments(self):
        return {}


class VerifyForm(forms.Form):
    against = forms.ChoiceField(label=_("Read against"), choices=VerifiedAgainst.choices)


class SeenForm(forms.Form):
    """What the page showed, so that nobody confirms what they did not see."""

    seen = forms.CharField(label=_("What was shown"), max_length=64)


class WaiveForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea)
    until = forms.DateField(label=_("Until"))


class AgreeForm(forms.Form):
    """Agreeing takes no words: the waiver holds the reason."""


class ConfirmForm(forms.Form):
    reason = forms.CharField(label=_("Why the approval still holds"), widget=forms.Textarea)
