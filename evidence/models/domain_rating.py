from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import one_of
from evidence.vocabulary import Domain


class DomainRating(models.Model):
    """How one GRADE domain moves the certainty of one outcome, and why."""

    outcome = models.ForeignKey("Outcome", on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(_("domain"), max_length=20, choices=Domain.choices)
    steps = models.SmallIntegerField(
        _("levels"),
        default=0,
        help_text=_("−1 serious, −2 very serious; +1 or +2 for the domains that raise."),
    )
    reason = models.TextField(_("reason"), blank=True, help_text=_("Needed for every step up or down."))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("GRADE domain")
        verbose_name_plural = _("GRADE domains")
        constraints = [
            UniqueConstraint(fields=["outcome", "domain"], name="domain_once_per_outcome"),
            CheckConstraint(condition=Q(steps__gte=-3, steps__lte=2), name="domain_steps_in_range"),
            one_of("domain", "domain", Domain),
        ]

    def __str__(self):
        # Without steps while it is on its way out: a form said that nobody looked at it.
        return f"{self.get_domain_display()}: {self.steps or 0:+d}"
