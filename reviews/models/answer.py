from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Reason, Refused
from evidence.models.constraints import has
from reviews.models.point import Point


class Answer(models.Model):
    """What was done about a Point, or why nothing was: said once, before the text goes to the reviewers again.
    Append-only."""

    point = models.OneToOneField(Point, on_delete=models.PROTECT, related_name="answer")
    text = models.TextField(_("answer"))
    answered_at = models.DateTimeField(_("answered"), default=timezone.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["point"]
        verbose_name = _("answer to a requested change")
        verbose_name_plural = _("answers to requested changes")
        constraints = [has("answer", "text")]

    def __str__(self):
        return self.text[:80]

    @property
    def given_by(self):
        """The editor's name as readers would see it."""
        return getattr(self.answered_by, "contributor", self.answered_by)

    @classmethod
    def give(cls, article, answers, *, by):
        """Answer every point of the article that has no answer yet; `answers` maps a Point's id to its text.

        The caller holds the article's row lock. Raises Refused with each point that would stay without an answer.
        """
        waiting = list(Point.objects.of(article).unanswered())
        silent = [point for point in waiting if not (answers.get(point.pk) or "").strip()]
        if silent:
            said = _t("Answer the requested change first: “%(text)s”")
            raise Refused(*(Reason(said % {"text": one.text}, "", one.place) for one in silent))
        return cls.objects.bulk_create(
            cls(point=point, text=answers[point.pk].strip(), answered_by=by) for point in waiting
        )
