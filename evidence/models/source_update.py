from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import one_of
from evidence.vocabulary import RETRACTING, UpdateType


class SourceUpdate(models.Model):
    """What happened to a source later, as somebody asserted it. Append-only; types are never collapsed."""

    source = models.ForeignKey("Source", on_delete=models.PROTECT, related_name="updates")
    type = models.CharField(_("type"), max_length=25, choices=UpdateType.choices)
    on = models.DateField(_("date"), null=True, blank=True)
    notice = models.CharField(_("notice (DOI or address)"), max_length=300, blank=True)
    asserted_by = models.CharField(
        _("asserted by"), max_length=100, help_text=_("For example Crossref, Retraction Watch, publisher.")
    )
    superseded = models.BooleanField(
        _("withdrawn because updated"),
        default=False,
        help_text=_("For a withdrawal that only made way for a newer version, as Cochrane does."),
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("update to a source")
        verbose_name_plural = _("updates to sources")
        constraints = [
            one_of("sourceupdate", "type", UpdateType),
            UniqueConstraint(
                fields=["source", "type", "on", "notice", "asserted_by"],
                name="sourceupdate_asserted_once",
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.get_type_display()}"

    @property
    def retracts(self):
        return self.type in RETRACTING and not self.superseded
