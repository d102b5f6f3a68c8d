from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models import Article, Event
from evidence.models.constraints import pair
from evidence.vocabulary import Severity
from reviews import permissions
from reviews.models.subject import digest_of_subject

SHORTEST_REASON = 20  # characters: a sentence, not a shrug


class WaiverQuerySet(models.QuerySet):
    def standing(self, today):
        """Waivers that count: not void, not expired and, for a blocking flag, agreed to."""
        return self.filter(voided_at=None, until__gte=today).filter(
            Q(agreed_at__isnull=False) | ~Q(flag__severity=Severity.BLOCK)
        )


class Waiver(models.Model):
    """Why a flag may stand for a while. It holds for one fingerprint and for its subject as it was; it dies
    when that changes or its date passes."""

    flag = models.ForeignKey("Flag", on_delete=models.PROTECT, related_name="waivers")
    reason = models.TextField(_("reason"))
    until = models.DateField(_("until"))
    subject_digest = models.CharField(max_length=64)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(_("agreed"), null=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    voided_at = models.DateTimeField(_("void since"), null=True)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at"]
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        constraints = [
            pair("waiver", "agreed"),
            CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("given_by")), name="waiver_two_people"
            ),
        ]

    def __str__(self):
        return f"{self.flag.code}: {self.reason[:60]}"

    @classmethod
    def give(cls, flag, *, by, reason, until):
        """Waive an open flag until a date; raises Refused without a real reason or with a date in the past."""
        permissions.require(by, "waive", flag.article)
        if len(reason.strip()) < SHORTEST_REASON:
            raise Refused(_t("Give a reason that readers can follow, in a sentence."))
        if until <= timezone.localdate():
            raise Refused(_t("A waiver needs a date in the future."))
        with transaction.atomic():
            article = Article.objects.locked_for_writing(flag.article_id)
            given, is_new = cls.objects.get_or_create(
                flag=flag,
                voided_at=None,
                reason=reason.strip(),
                until=until,
                defaults={"given_by": by, "subject_digest": digest_of_subject(flag)},
            )
            if is_new:
                said = {"subject": flag.subject, "code": flag.code, "rows": [given]}
                Event.record("flag.waived", by=by, article=article, **said)
        return given

    def agree(self, *, by):
        """A second person stands behind the waiver of a blocking flag; never the one who gave it, never one who
        contributed to the text. Safe to repeat."""
        permissions.require(by, "agree_waiver", self.flag.article)
        if self.given_by_id == by.pk:
            raise Refused(_t("A second person must agree to the waiver of a blocking flag."))
        if reason := permissions.why_not_approve(by, self.flag.article):
            raise Refused(reason)
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.flag.article_id)
            self.refresh_from_db()
            if self.agreed_at:
                return
            if self.voided_at or self.until < timezone.localdate():
                raise Refused(
                    _t("This waiver no longer holds: what it spoke of changed, or its day has passed.")
                )
            self.agreed_at, self.agreed_by = timezone.now(), by
            self.save(update_fields=["agreed_at", "agreed_by"])
            Event.record("waiver.agreed", by=by, article=article, subject=self.flag.subject, rows=[self])

    def void(self, article):
        """The subject changed: the waiver no longer speaks of it. The caller holds the row lock of its article."""
        self.voided_at = timezone.now()
        self.save(update_fields=["voided_at"])
        Event.record("waiver.voided", by=None, article=article, subject=self.flag.subject, rows=[self])
