"""The forms of a request for changes, point by point, and of the answers to it. They work without script."""

from crispy_forms.bootstrap import StrictButton
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from reviews.checklist import QUESTIONS, Answer, problems
from reviews.desk.verb_form import VerbForm
from reviews.flags.places import name_of, places_by_section
from reviews.models import Decision, Point

AT_FIRST, MORE, MOST = 3, 3, 60  # points on the form
CHOOSE = ("", _("Choose …"))


class Folded(Fieldset):
    """A fieldset that is folded away until it is wanted; `opened` unfolds it."""

    template = "reviews/folded.html"

    def __init__(self, *args, opened, **kwargs):
        super().__init__(*args, **kwargs)
        self.opened = opened


class PointsForm(VerbForm):
    """`rows` pairs of a place and what has to change there; the button "more" asks for further ones and keeps what was
    typed."""

    rows = forms.IntegerField(widget=forms.HiddenInput, initial=AT_FIRST, min_value=1, max_value=MOST)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Points speak of the version that is, or was last, under review.
        latest = self.article.rounds.latest_first().select_related("revision").first()
        choices = places_by_section(latest.revision.frozen if latest else self.article.manuscript())
        for number in self._numbers():
            self.fields[f"place_{number}"] = forms.ChoiceField(
                label=_("Place"), choices=choices, required=False
            )
            self.fields[f"text_{number}"] = forms.CharField(
                label=_("What has to change"), required=False, widget=forms.Textarea(attrs={"rows": 3})
            )
        self.helper.layout = Layout(*self.around_points())

    def around_points(self):
        """The parts of the form, in order."""
        return [self.points_fieldset()]

    def points_fieldset(self):
        pairs = [f"{name}_{number}" for number in self._numbers() for name in ("place", "text")]
        more = StrictButton(
            _("More points"),
            type="submit",
            name="more",
            value="1",
            css_class="btn",
            formnovalidate="formnovalidate",
        )
        opened = self.is_bound or "rows" in self.initial or self.asks({})
        return Folded(_("Changes that you ask for"), "rows", *pairs, more, opened=opened, css_class="points")

    def with_more(self):
        """The same form with everything typed and room for further points."""
        typed = {name: self[name].value() for name in self.fields}
        rows = min(MOST, len(self._numbers()) + MORE)
        return type(self)(article=self.article, prefix=self.prefix, initial={**typed, "rows": rows})

    def arguments(self):
        said = dict(self.cleaned_data)
        said.pop("rows", None)
        pairs = [(said.pop(f"place_{number}"), said.pop(f"text_{number}")) for number in self._numbers()]
        return {**said, "points": [(place, text) for place, text in pairs if text.strip()]}

    def clean(self):
        cleaned = super().clean()
        if self.asks(cleaned) and not any(cleaned.get(f"text_{number}") for number in self._numbers()):
            self.add_error("text_1", _t("Say what has to change, and where."))
        return cleaned

    def asks(self, cleaned):
        """Whether what was chosen needs points."""
        return True

    def _numbers(self):
        given = self.data.get(self.add_prefix("rows")) if self.is_bound else self.initial.get("rows")
        rows = int(given) if str(given).isdecimal() else AT_FIRST
        return range(1, max(1, min(MOST, rows)) + 1)


class DecideForm(PointsForm):
    # No decision is preset: whoever decides chooses.
    verdict = forms.ChoiceField(label=_("Decision"), choices=[CHOOSE, *Decision.Verdict.choices])
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea,
        required=False,
        help_text=_("Needed to approve or to reject. The reasons of a request for changes are its points."),
    )

    def around_points(self):
        for name, question in QUESTIONS:
            self.fields[name] = forms.ChoiceField(
                label=question, choices=[CHOOSE, *Answer.choices], required=False
            )
            self.fields[_because(name)] = forms.CharField(
                label=_("Why, if not yes"), widget=forms.Textarea(attrs={"rows": 1}), required=False
            )
        names = [part for name, _question in QUESTIONS for part in (name, _because(name))]
        legend = _("Check list: to approve, answer each")
        return ["verdict", "reason", self.points_fieldset(), Fieldset(legend, *names, css_class="checklist")]

    def asks(self, cleaned):
        return cleaned.get("verdict") == Decision.Verdict.REQUEST

    def clean(self):
        cleaned = super().clean()
        if not self.asks(cleaned) and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", _t("A decision needs its reason."))
        approving = cleaned.get("verdict") == Decision.Verdict.APPROVE
        for name, said in problems(self._answers(cleaned), approving=approving):
            self.add_error(name, said)
        return cleaned

    def arguments(self):
        data = super().arguments()
        answers = self._answers(data)
        for name in answers:
            del data[name], data[_because(name)]
        return {**data, "checklist": answers}

    def _answers(self, cleaned):
        return {
            name: (cleaned.get(name) or "", cleaned.get(_because(name)) or "")
            for name, _question in QUESTIONS
        }


def _because(name):
    return f"{name}_because"


class SubmitForm(VerbForm):
    """An answer to each point that was asked for, and a note for the reviewers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = list(
            Point.objects.of(self.article).unanswered().select_related("decision__round__revision")
        )
        for point in self.points:
            self.fields[self._answer(point)] = forms.CharField(
                label=_("Answer to “%(text)s”") % {"text": point.text},
                help_text=_("%(who)s asked for it. Place: %(where)s")
                % {
                    "who": point.decision.asked_by,
                    "where": name_of(point.place, point.decision.round.revision.frozen),
                },
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        self.fields["note"] = forms.CharField(
            label=_("Note for the reviewers"), required=False, widget=forms.Textarea(attrs={"rows": 3})
        )

    def arguments(self):
        said = self.cleaned_data
        return {
            "answers": {point.pk: said[self._answer(point)] for point in self.points},
            "note": said["note"],
        }

    def _answer(self, point):
        return f"answer_{point.pk}"
