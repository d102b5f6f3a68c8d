"""What a reviewer answers before deciding; the questions are kept with the answers, as they were asked."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

QUESTIONS = (
    ("sources", _("Do the sources say what the claims say?")),
    ("population", _("Is it clear for whom each finding holds?")),
    ("harms", _("Are harms and gaps told as plainly as benefits?")),
    ("warnings", _("Have you seen the open warnings?")),
)


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_APPLICABLE = "not_applicable", _("Not applicable")


@dataclass(frozen=True)
class Answered:
    """One question as it was asked, its Answer, and the reason, which only a yes does without."""

    question: str
    answer: str
    reason: str = ""

    @property
    def label(self):
        """The answer in words; what an earlier version of the list took is shown as it was written."""
        return Answer(self.answer).label if self.answer in Answer.values else self.answer


def problems(given, *, approving):
    """[(key of the question, what is wrong with its answer)]; `given` maps a question's key to (answer, reason).

    An approval answers every question and none with no. Whoever asks for changes or rejects may leave questions out,
    but says why of each no.
    """
    found = []
    for key, question in QUESTIONS:
        answer, reason = given.get(key) or ("", "")
        said = {"question": question}
        if answer and answer not in Answer.values:
            found.append((key, _t("That is no answer: “%(question)s”") % said))
        elif not answer and approving:
            found.append((key, _t("To approve, answer this: “%(question)s”") % said))
        elif answer == Answer.NO and approving:
            found.append((key, _t("Answered with no, so it cannot be approved: “%(question)s”") % said))
        elif answer in (Answer.NO, Answer.NOT_APPLICABLE) and not reason.strip():
            found.append((key, _t("Say why: “%(question)s”") % said))
    return found


def answered(given):
    """The Answered of every question that was answered, in order, as they are kept."""
    told = [(question, *(given.get(key) or ("", ""))) for key, question in QUESTIONS]
    return [
        Answered(str(question), str(answer), reason.strip()) for question, answer, reason in told if answer
    ]
