from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ContributorLink(models.Model):
    """A login that stood, or once stood, behind a contributor. Append-only: whoever was linked once stays known to the
    rules of conflict, whatever is linked now."""

    contributor = models.ForeignKey(
        "Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="links"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("login"), on_delete=models.PROTECT, related_name="links"
    )
    linked_at = models.DateTimeField(_("linked"), default=timezone.now)
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["linked_at", "pk"]
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [UniqueConstraint(fields=["contributor", "user"], name="link_once_per_pair")]

    def __str__(self):
        return f"{self.contributor}: {self.user}"
