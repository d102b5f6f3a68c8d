from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models import Article, Event, SourceUpdate
from evidence.models.constraints import has


class Confirmation(models.Model):
    """A reviewer stands by an approval although a cited source was updated after it. Append-only."""

    decision = models.ForeignKey("Decision", on_delete=models.PROTECT, related_name="confirmations")
    reason = models.TextField(_("reason"))
    confirmed_at = models.DateTimeField(_("confirmed"), default=timezone.now)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["confirmed_at"]
        verbose_name = _("confirmation")
        verbose_name_plural = _("confirmations")
        constraints = [has("confirmation", "reason")]

    def __str__(self):
        return f"{self.decision}, {self.confirmed_at:%Y-%m-%d}"

    @classmethod
    def give(cls, decision, *, by, reason):
        """Confirm one's own approval; safe to repeat: the same one until a source is updated again. Raises Refused for
        somebody else's, or without a reason."""
        if decision.reviewer_id != by.pk:
            raise Refused(_t("Only the reviewer who approved can confirm it."))
        if not reason.strip():
            raise Refused(_t("Say why the approval still holds."))
        with transaction.atomic():
            article = Article.objects.locked_for_writing(decision.round.article_id)
            if not decision.round.is_open:
                raise Refused(_t("The round has ended."))
            if done := cls._standing(decision):
                return done
            given = cls.objects.create(decision=decision, reason=reason.strip(), confirmed_by=by)
            Event.record("approval.confirmed", by=by, article=article, decision=decision.pk, rows=[given])
        return given

    @classmethod
    def _standing(cls, decision):
        last = decision.confirmations.order_by("-confirmed_at", "-pk").first()
        keys = {source.key for source in decision.round.revision.frozen.sources}
        updates = SourceUpdate.objects.filter(source__key__in=keys)
        return last if last and not updates.filter(recorded_at__gt=last.confirmed_at).exists() else None
