from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from evidence.manuscript import vouching
from evidence.models.constraints import one_of
from evidence.vocabulary import VerifiedAgainst


class Reading(models.Model):
    """Somebody read a source for the words of one citation: what "read" was said of. Append-only.

    It hangs on keys, so that it outlives the rows; `read_for` is the Vouched in canonical form.
    """

    article = models.ForeignKey("Article", on_delete=models.PROTECT, related_name="readings")
    claim_key = models.CharField(_("key of the claim"), max_length=12)
    source_key = models.CharField(_("key of the source"), max_length=80)
    read_for = models.TextField(_("read for"))
    against = models.CharField(_("read against"), max_length=10, choices=VerifiedAgainst.choices)
    read_at = models.DateTimeField(_("read on"), default=timezone.now)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("read by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [one_of("reading", "against", VerifiedAgainst)]

    def __str__(self):
        return f"{self.article_id}/{self.claim_key} → {self.source_key}"

    @cached_property
    def vouched(self):
        """What was vouched for, or None where it cannot be read."""
        return vouching.read(self.read_for)
