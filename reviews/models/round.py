from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models import Article, Event
from evidence.models.constraints import from_1, once_in, pair
from reviews import permissions
from reviews.models.answer import Answer
from reviews.models.assignment import Assignment
from reviews.models.decision import Decision
from reviews.models.point import Point


class RoundOutcome(models.TextChoices):
    OPEN = "", _("Open")
    TAKEN_BACK = "taken_back", _("Taken back")
    CHANGES = "changes_requested", _("Changes requested")
    REJECTED = "rejected", _("Rejected")
    PUBLISHED = "published", _("Published")


class RoundQuerySet(models.QuerySet):
    def open(self):
        return self.filter(outcome=RoundOutcome.OPEN)

    def latest_first(self):
        return self.order_by("-opened_at", "-pk")


class Round(models.Model):
    """One revision under review. While it is open the draft is locked; once ended, its decisions are history
    and count no more, even if the text returns to the same digest."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="rounds")
    revision = models.ForeignKey("evidence.Revision", on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField(_("number"))
    required = models.PositiveSmallIntegerField(_("approvals required"))
    note = models.TextField(_("note for the reviewers"), blank=True)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(
        _("outcome"), max_length=20, choices=RoundOutcome.choices, blank=True, default=""
    )
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at"]
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        constraints = [
            from_1("round", "required"),
            UniqueConstraint(fields=["article"], condition=Q(outcome=""), name="round_one_open_per_article"),
            once_in("round", "article", "number"),
            pair("round", "closed"),
            CheckConstraint(
                condition=Q(outcome="", closed_at__isnull=True)
                | (~Q(outcome="") & Q(closed_at__isnull=False)),
                name="round_closed_with_outcome",
            ),
        ]

    def __str__(self):
        return f"{self.article}, {_('round')} {self.number}"

    @property
    def is_open(self):
        return self.outcome == RoundOutcome.OPEN

    @property
    def takes_more_requests(self):
        """Whether it ended with a request for changes and the text was not submitted again yet."""
        return self.outcome == RoundOutcome.CHANGES and self.article.rounds.latest_first().first() == self

    @classmethod
    def submit(cls, article, *, by, answers=None, note=""):
        """Open a round on the latest revision and lock the draft; the open round, if there is one already.

        `answers` maps the id of each Point that was asked for and not answered yet to what was done about it.
        Raises Refused, naming the point, while one is left without.
        """
        permissions.require(by, "submit", article)
        with transaction.atomic():
            article = Article.objects.locked_for_writing(article.pk)
            if open_round := article.rounds.open().first():
                return open_round
            last = article.rounds.latest_first().first()
            answered = Answer.give(article, answers or {}, by=by)
            opened = cls.objects.create(
                article=article,
                revision=article.revise(by=by),
                number=last.number + 1 if last else 1,
                required=required_approvals(article.profile),
                note=note.strip(),
                opened_by=by,
            )
            article.lock(by=by, reason=_t("in review"))
            rows = [opened, *answered]
            Event.record("round.opened", by=by, article=article, round=opened.number, rows=rows)
        return opened

    def take_back(self, *, by):
        """End the round so that the draft can be edited again; safe to repeat."""
        permissions.require(by, "take_back", self.article)
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.article_id)
            self.refresh_from_db()
            if not self.is_open:
                return
            self._end(RoundOutcome.TAKEN_BACK, article, by)
            article.unlock(by=by)

    def assign(self, reviewer, *, by, due=None):
        """Ask somebody to review; their Assignment, the one there is if they were asked before.

        Raises Refused for who contributed to the change or may not review at all, and for a day that has passed.
        """
        permissions.require(by, "assign", self.article)
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.article_id)
            self.refresh_from_db()
            if not self.is_open:
                raise Refused(_t("The round has ended."))
            if reason := permissions.why_not_approve(reviewer, article):
                raise Refused(reason)
            if due and due < timezone.localdate():
                raise Refused(_t("The day by which the review is due has passed."))
            assignment, is_new = Assignment.objects.get_or_create(
                round=self, reviewer=reviewer, defaults={"asked_by": by, "due": due}
            )
            if is_new:
                asked = {"reviewer": reviewer.pk, "rows": [assignment]}
                Event.record("reviewer.assigned", by=by, article=article, **asked)
        return assignment

    def decide(self, *, by, verdict, reason="", points=(), checklist=None):
        """Approve, request changes or reject; the Decision, the first one if the same person decides so twice.

        A request for changes holds `points`, pairs of place and text; it ends the round and opens the draft, as a
        rejection does. Who read along and was overtaken by another's request may add their own until the text is
        submitted again, so that the editor hears everything at once. Raises Refused without an accepted assignment,
        declared interests, credentials, or a reason (of a request: a point). `checklist` maps a question's key to
        (answer, reason); what an approval asks of it and of what was read, `Decision.ensure_allowed` says.
        """
        permissions.require(by, "decide", self.article)
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.article_id)
            self.refresh_from_db()
            if made := self.decisions.filter(reviewer=by, verdict=verdict).first():
                return made
            if not (self.is_open or (verdict == Decision.Verdict.REQUEST and self.takes_more_requests)):
                raise Refused(_t("The round has ended."))
            checklist = checklist or {}
            Decision.ensure_allowed(self, article, by, verdict, reason, checklist)
            asked = verdict == Decision.Verdict.REQUEST
            points = Point.cleaned(points, self.revision.frozen) if asked else ()
            made = Decision.make(self, by, verdict, reason, points, checklist)
            said = {"round": self.number, "digest": made.digest, "rows": [made, *made.points.all()]}
            Event.record(f"round.{verdict}", by=by, article=article, **said)
            if verdict != Decision.Verdict.APPROVE and self.is_open:
                self._end(ENDED_BY[verdict], article, by)
                article.unlock(by=by)
        return made

    def close_published(self, article, *, by):
        """The revision under review is out: only the one door calls this, inside its transaction."""
        self._end(RoundOutcome.PUBLISHED, article, by)
        article.unlock(by=by)

    def approvals(self):
        """The approvals given in this round, by who still has a part in it."""
        return self.decisions.approvals()

    def _end(self, outcome, article, by):
        self.outcome, self.closed_at, self.closed_by = outcome, timezone.now(), by
        self.save(update_fields=["outcome", "closed_at", "closed_by"])
        said = {"round": self.number, "outcome": str(outcome), "rows": [self]}
        Event.record("round.closed", by=by, article=article, **said)


ENDED_BY = {
    Decision.Verdict.REQUEST: RoundOutcome.CHANGES,
    Decision.Verdict.REJECT: RoundOutcome.REJECTED,
}


def required_approvals(profile):
    """How many approvals a profile needs by the settings, at least one."""
    wanted = settings.VOUCH["APPROVALS"]
    return max(1, wanted.get(str(profile), wanted.get("default", 1)))
