from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models import Article, Declaration, Event


class AssignmentQuerySet(models.QuerySet):
    def of_open_rounds(self):
        return self.filter(round__outcome="")

    def waiting_for(self, user):
        """What a reviewer still has to do: asked, not declined, not decided, in a round that is open."""
        return (
            self.of_open_rounds()
            .filter(reviewer=user, declined_at=None)
            .exclude(round__decisions__reviewer=user)
            .select_related("round__article", "round__revision")
            .order_by(models.F("due").asc(nulls_last=True), "asked_at")
        )

    def overtaken(self, user):
        """What a reviewer had accepted and not decided when somebody else asked for changes; until the text is
        submitted again they may add their own."""
        later = self.model.round.field.related_model.objects.filter(
            article=OuterRef("round__article"), number__gt=OuterRef("round__number")
        )
        return (
            self.filter(reviewer=user, round__outcome="changes_requested", accepted_at__isnull=False)
            .exclude(round__decisions__reviewer=user)
            .exclude(Exists(later))
            .select_related("round__article")
        )


class Assignment(models.Model):
    """A reviewer asked. Interests are declared before the text is read."""

    round = models.ForeignKey("Round", on_delete=models.PROTECT, related_name="assignments")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    due = models.DateField(_("due"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(_("accepted"), null=True)
    declined_at = models.DateTimeField(_("declined"), null=True)
    declined_because = models.TextField(_("why declined"), blank=True)
    declaration = models.ForeignKey(
        "evidence.Declaration", null=True, on_delete=models.PROTECT, related_name="assignments"
    )

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["asked_at"]
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            UniqueConstraint(fields=["round", "reviewer"], name="assignment_once_per_round"),
            CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(declined_at__isnull=True),
                name="assignment_accepted_or_declined",
            ),
            CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(declaration__isnull=False),
                name="assignment_accepted_with_interests",
            ),
        ]

    def __str__(self):
        return f"{self.round}: {self.reviewer}"

    def accept(self, *, by, none_declared=False, interests=""):
        """Take the review on, declaring interests in the same breath; safe to repeat.

        Raises Refused for another person's assignment, after the round, without a contributor behind the login
        or without an answer on interests.
        """
        with transaction.atomic():
            article = self._locked_article(by)
            if self.accepted_at:
                return
            person = getattr(by, "contributor", None)
            if person is None:
                raise Refused(_t("Your login has no contributor: readers could not be told who reviewed."))
            self.declaration = Declaration.declare(
                person, by=by, article=article, none_declared=none_declared, interests=interests
            )
            self.accepted_at, self.declined_at, self.declined_because = timezone.now(), None, ""
            self.save()
            Event.record("reviewer.accepted", by=by, article=article, rows=[self])

    def decline(self, *, by, reason=""):
        """Say no; safe to repeat. Raises Refused for who has decided: what was decided does not fall by leaving."""
        with transaction.atomic():
            article = self._locked_article(by)
            if self.declined_at:
                return
            if self.round.decisions.filter(reviewer=by).exists():
                raise Refused(
                    _t("You have decided already. If that no longer holds, request changes instead.")
                )
            self.declined_at, self.accepted_at, self.declined_because = timezone.now(), None, reason.strip()
            self.save()
            Event.record("reviewer.declined", by=by, article=article, rows=[self])

    def _locked_article(self, by):
        article = Article.objects.locked_for_writing(self.round.article_id)
        self.refresh_from_db()
        if self.reviewer_id != by.pk:
            raise Refused(_t("Somebody else was asked."))
        if not self.round.is_open:
            raise Refused(_t("The round has ended."))
        return article
