import json

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Reason, Refused
from evidence.library.circumstances import observe
from evidence.models import Contributor, Declaration
from reviews import checklist as asked
from reviews import permissions
from reviews.models.assignment import Assignment
from reviews.models.point import Point
from reviews.models.reading import reasons_unread


class DecisionQuerySet(models.QuerySet):
    def approvals(self):
        """Approvals by reviewers whose acceptance of the round stands: who is out of it, however that came about,
        vouches for nothing any more."""
        accepted = Assignment.objects.filter(
            round=OuterRef("round"), reviewer=OuterRef("reviewer"), accepted_at__isnull=False
        )
        return self.filter(Exists(accepted), verdict=Decision.Verdict.APPROVE)


class Decision(models.Model):
    """What a reviewer decided of one digest in one round, and why. Append-only."""

    class Verdict(models.TextChoices):
        APPROVE = "approve", _("Approve")
        REQUEST = "request_changes", _("Request changes")
        REJECT = "reject", _("Reject")

    round = models.ForeignKey("Round", on_delete=models.PROTECT, related_name="decisions")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="decisions")
    verdict = models.CharField(_("decision"), max_length=20, choices=Verdict.choices)
    reason = models.TextField(_("reason"), blank=True)
    checklist = models.TextField(_("checklist"), default="[]")
    digest = models.CharField(_("digest"), max_length=64)
    decided_at = models.DateTimeField(_("decided"), default=timezone.now)

    # Who decided, as the page would name them at that moment: frozen with the decision, whatever becomes of the
    # records of people. Empty interests with a date mean "none declared".
    contributor = models.ForeignKey(
        "evidence.Contributor", null=True, on_delete=models.PROTECT, related_name="decisions"
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    credentials = models.CharField(_("credentials"), max_length=150, blank=True)
    affiliation = models.CharField(_("affiliation"), max_length=200, blank=True)
    interests = models.TextField(_("interests"), blank=True)
    declared_on = models.DateField(_("declared on"), null=True)
    declared_where = models.CharField(_("declared where"), max_length=200, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["decided_at", "pk"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            # Who approved may still ask for changes while the round is open: two verdicts, two rows.
            UniqueConstraint(fields=["round", "reviewer", "verdict"], name="decision_once_per_round"),
            # The reasons of a request are its points.
            CheckConstraint(
                condition=~Q(reason="") | Q(verdict="request_changes"), name="decision_has_reason"
            ),
            CheckConstraint(
                condition=Q(verdict__in=["approve", "request_changes", "reject"]),
                name="decision_verdict_term",
            ),
        ]

    def __str__(self):
        return f"{self.round}: {self.get_verdict_display()}"

    @property
    def asked_by(self):
        """The reviewer's name as readers would see it."""
        return self.name or getattr(self.reviewer, "contributor", self.reviewer)

    @property
    def answers(self):
        """[Answered] of the check list, as the questions were asked."""
        return [asked.Answered(*row) for row in json.loads(self.checklist)]

    @classmethod
    def make(cls, round, by, verdict, reason, points, checklist):
        """Write the decision down on the digest under review, with who decided it as the page would name them now; a
        request for changes with its points."""
        person = by.contributor
        declared = Declaration.objects.that_counts(person, round.article_id)
        made = cls.objects.create(
            round=round,
            contributor=person,
            name=person.name,
            credentials=person.credentials,
            affiliation=person.affiliation,
            interests=declared.interests if declared else "",
            declared_on=declared.declared_on if declared else None,
            declared_where=declared.declared_where if declared else "",
            reviewer=by,
            verdict=verdict,
            reason=reason.strip(),
            checklist=json.dumps(
                [[one.question, one.answer, one.reason] for one in asked.answered(checklist)]
            ),
            digest=round.revision.digest,
        )
        if points:
            Point.write(made, points)
        return made

    @classmethod
    def ensure_allowed(cls, round, article, by, verdict, reason, checklist):
        """Raises Refused unless `by` may decide so in this round, having answered the check list so."""
        if verdict not in cls.Verdict.values:
            raise Refused(_t("Unknown decision."))
        if verdict != cls.Verdict.REQUEST and not reason.strip():
            raise Refused(_t("A decision needs its reason."))
        assignment = Assignment.objects.filter(round=round, reviewer=by).first()
        if assignment is None or assignment.accepted_at is None:
            raise Refused(_t("Accept the review and declare your interests first."))
        # Read again: what the page will say must not come from a record read before the lock.
        person = by.contributor = Contributor.objects.filter(user=by).first()
        if person is None or not person.credentials.strip():
            raise Refused(_t("The page names you: your contributor record needs credentials."))
        approving = verdict == cls.Verdict.APPROVE
        if wrong := asked.problems(checklist, approving=approving):
            raise Refused(*(Reason(said, place="desk") for _key, said in wrong))
        if approving:
            cls._ensure_may_approve(round, article, by)

    @classmethod
    def _ensure_may_approve(cls, round, article, by):
        if reason := permissions.why_not_approve(by, article):
            raise Refused(reason)
        manuscript = article.manuscript()
        if manuscript.digest != round.revision.digest:
            raise Refused(
                _t(
                    "The text or a source's record is no longer what is under review: take it back and submit."
                )
            )
        if missing := reasons_unread(manuscript, observe(manuscript, article)):
            raise Refused(*missing)
