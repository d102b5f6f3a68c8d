from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from evidence.vocabulary import ChangeType, NoticeKind, VerifiedAgainst
from reviews import permissions
from reviews.checklist import QUESTIONS
from reviews.models import Decision
from reviews.models.round import RoundOutcome


class VerbForm(forms.Form):
    """The form of one verb; `arguments` are what the verb takes beside `by`."""

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, prefix=kwargs.pop("prefix", None), **kwargs)
        self.article = article
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def arguments(self):
        return dict(self.cleaned_data)


class SubmitForm(VerbForm):
    answer = forms.CharField(label=_("Answer to the last request"), widget=forms.Textarea, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        last = self.article.rounds.latest_first().first()
        if last is None or last.outcome != RoundOutcome.CHANGES:
            del self.fields["answer"]
            return
        asked = last.decisions.exclude(verdict=Decision.Verdict.APPROVE).values_list("reason", flat=True)
        self.fields["answer"].help_text = " ".join(asked)


class AssignForm(VerbForm):
    reviewer = forms.ModelChoiceField(label=_("Reviewer"), queryset=None)
    due = forms.DateField(
        label=_("Due"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = permissions.possible_reviewers(self.article)
        self.fields["reviewer"].queryset = type(self.article).locked_by.field.related_model.objects.filter(
            pk__in=[person.pk for person in people]
        )


class AcceptForm(VerbForm):
    none_declared = forms.BooleanField(label=_("I have no competing interests"), required=False)
    interests = forms.CharField(
        label=_("Interests of the last 36 months"), widget=forms.Textarea, required=False
    )


class DecideForm(VerbForm):
    verdict = forms.ChoiceField(label=_("Decision"), choices=Decision.Verdict.choices)
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea)
    place = forms.ChoiceField(label=_("Place"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        manuscript = self.article.manuscript()
        self.fields["place"].choices = [("article", _("The whole"))] + [
            (f"section:{section.key}", section.heading or _("Opening text"))
            for section in manuscript.sections
        ]
        for name, question in QUESTIONS:
            self.fields[name] = forms.BooleanField(label=question, required=False)

    def arguments(self):
        data = dict(self.cleaned_data)
        answers = [(question, "yes" if data.pop(name) else "no") for name, question in QUESTIONS]
        return {**data, "checklist": answers}


class PublishForm(VerbForm):
    change_type = forms.ChoiceField(label=_("Kind of change"), choices=ChangeType.choices)
    note = forms.CharField(label=_("Note for readers"), widget=forms.Textarea, required=False)


class NoticeForm(VerbForm):
    kind = forms.ChoiceField(label=_("Kind"), choices=NoticeKind.choices)
    text = forms.CharField(label=_("Text for readers"), widget=forms.Textarea)


class ReasonForm(VerbForm):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea)


class VerifyForm(forms.Form):
    against = forms.ChoiceField(label=_("Read against"), choices=VerifiedAgainst.choices)


class WaiveForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea)
    until = forms.DateField(label=_("Until"))


class AgreeForm(forms.Form):
    """Agreeing takes no words: the waiver holds the reason."""


class ConfirmForm(forms.Form):
    reason = forms.CharField(label=_("Why the approval still holds"), widget=forms.Textarea)
