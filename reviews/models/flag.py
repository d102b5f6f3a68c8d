from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models import Article
from evidence.models.constraints import one_of
from evidence.vocabulary import Severity


class Stand(models.TextChoices):
    DRAFT = "draft", _("Draft")
    LIVE = "live", _("Live page")


class FlagQuerySet(models.QuerySet):
    def raised(self):
        """Flags that the last run still found, waived or not."""
        return self.filter(closed_at=None)

    def waived(self, today=None):
        """Raised flags with a waiver that counts today: not void, not expired, agreed to if it must be."""
        standing = Q(waivers__voided_at=None, waivers__until__gte=today or timezone.localdate())
        agreed = Q(waivers__agreed_at__isnull=False) | ~Q(severity=Severity.BLOCK)
        return self.raised().filter(standing & agreed).distinct()

    def open(self, today=None):
        """Raised flags that no waiver covers."""
        return self.raised().exclude(pk__in=Flag.objects.waived(today).values("pk"))

    def on(self, stand):
        return self.filter(stand=stand)

    def blocking(self):
        return self.filter(severity=Severity.BLOCK)


class Flag(models.Model):
    """A finding kept: open until a later run no longer has it. One row per stand and fingerprint, for ever."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="flags")
    stand = models.CharField(_("on"), max_length=5, choices=Stand.choices)
    fingerprint = models.CharField(max_length=32)
    code = models.CharField(_("check"), max_length=10)
    version = models.PositiveSmallIntegerField(_("version of the check"))
    severity = models.CharField(_("severity"), max_length=5, choices=Severity.choices)
    rank = models.PositiveSmallIntegerField(default=0)
    place = models.PositiveIntegerField(default=0)
    subject = models.CharField(_("about"), max_length=120)
    section = models.CharField(_("section"), max_length=12, blank=True)
    words = models.TextField(_("words"), blank=True)
    message = models.TextField(_("message"))
    mend = models.TextField(_("how to mend it"))
    raised_at = models.DateTimeField(_("raised"), default=timezone.now)
    raised_in = models.PositiveIntegerField(_("raised in revision"), default=0)
    reopened = models.PositiveIntegerField(_("times reopened"), default=0)
    closed_at = models.DateTimeField(_("closed"), null=True)
    closed_in = models.PositiveIntegerField(_("closed by revision"), null=True)
    closed_because = models.CharField(_("closed because"), max_length=200, blank=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "place", "code", "pk"]
        verbose_name = _("flag")
        verbose_name_plural = _("flags")
        constraints = [
            UniqueConstraint(fields=["article", "stand", "fingerprint"], name="flag_once_per_stand"),
            one_of("flag", "stand", Stand),
            one_of("flag", "severity", Severity),
            CheckConstraint(
                condition=Q(closed_at__isnull=True) | ~Q(closed_because=""), name="flag_closed_says_why"
            ),
        ]

    def __str__(self):
        return f"{self.code}: {self.message}"

    @property
    def is_open(self):
        return self.closed_at is None
