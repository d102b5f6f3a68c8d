from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence import canonical, manuscript
from evidence.appraisal.grade import certainty
from evidence.errors import Refused
from evidence.manuscript.taking import outcome_of
from evidence.models.article import Article
from evidence.models.constraints import has, one_of
from evidence.models.event import Event
from evidence.models.rating import Rating, Sitting, judged_outcome
from evidence.vocabulary import Certainty


class Consensus(models.Model):
    """What two raters' judgements of an outcome came to, and why. Append-only; the outcome itself takes it over."""

    article = models.ForeignKey("Article", on_delete=models.PROTECT, related_name="consensuses")
    outcome_key = models.CharField(_("key of the outcome"), max_length=12)
    sitting = models.PositiveIntegerField(_("sitting"))
    first = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="+")
    agreed = models.TextField(_("what was agreed"))
    level = models.CharField(_("certainty"), max_length=12, choices=Certainty.choices)
    reason = models.TextField(_("reason"))
    agreed_at = models.DateTimeField(_("agreed"), default=timezone.now)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("consensus")
        verbose_name_plural = _("consensuses")
        constraints = [
            UniqueConstraint(fields=["article", "outcome_key", "sitting"], name="consensus_once_per_sitting"),
            CheckConstraint(condition=~Q(first=F("second")), name="consensus_of_two"),
            has("consensus", "reason"),
            one_of("consensus", "level", Certainty),
        ]

    def __str__(self):
        return f"{self.article_id}/{self.outcome_key}/{self.sitting}"

    @cached_property
    def outcome(self):
        """The manuscript's Outcome as it was agreed."""
        return canonical.build(manuscript.Outcome, canonical.loads(self.agreed))

    @classmethod
    def reach(cls, row, *, body, domains, reason, by):
        """Write down what the two ratings of an Outcome row came to, and make it the outcome's own; safe to repeat.

        The draft is frozen, both raters are credited, for what they judged now stands in it. Raises Refused while the
        draft is locked or discarded, before both are in, without a reason, and for what GRADE does not allow.
        """
        with transaction.atomic():
            article = Article.objects.locked_for_writing(row.article_id)
            article.ensure_editable()
            agreed = judged_outcome(article, row, body, domains)
            said = {
                "agreed": canonical.dumps(canonical.plain(agreed)),
                "reason": canonical.normal_text(reason).strip(),
            }
            sitting, last = Sitting.of(article, row.key), cls.last_of(article, row.key)
            if last and not sitting.ratings and said.items() <= vars(last).items():
                return last
            if not sitting.is_full:
                raise Refused(_t("It takes two ratings: the other one is not in yet."))
            if not said["reason"]:
                raise Refused(_t("Say how the two came to agree."))
            first, second = sitting.ratings
            made = cls.objects.create(
                article=article,
                outcome_key=row.key,
                sitting=sitting.number,
                first=first,
                second=second,
                level=certainty(agreed),
                agreed_by=by,
                **said,
            )
            Event.record(
                "outcome.agreed",
                by=by,
                article=article,
                subject=f"outcome:{row.key}",
                level=made.level,
                rows=[made],
            )
            made._take_over(article, by)
        return made

    @classmethod
    def last_of(cls, article, key):
        """The latest consensus on an outcome, or None."""
        rows = article.consensuses.filter(outcome_key=key).order_by("-sitting")
        return rows.select_related(
            "agreed_by__contributor", "first__rated_by__contributor", "second__rated_by__contributor"
        ).first()

    def _take_over(self, article, by):
        row, agreed = article.outcomes.get(key=self.outcome_key), self.outcome
        if outcome_of(row) == agreed:
            return
        row.body = agreed.body
        row.save(update_fields=["body"])
        row.domains.exclude(domain__in=[one.domain for one in agreed.domains]).delete()
        for one in agreed.domains:
            said = {"steps": one.steps, "reason": one.reason}
            row.domains.update_or_create(domain=one.domain, defaults=said)
        revision = article.revise(by=by)
        if credited := revision.credit({self.first.rated_by_id, self.second.rated_by_id}):
            Event.record("raters.credited", by=by, article=article, revision=revision.number, rows=credited)
