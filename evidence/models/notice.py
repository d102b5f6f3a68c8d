from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import one_of
from evidence.vocabulary import NoticeKind


class Notice(models.Model):
    """What readers must be told about an edition. Append-only."""

    edition = models.ForeignKey("Edition", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(_("kind"), max_length=25, choices=NoticeKind.choices)
    text = models.TextField(_("text for readers"))
    update = models.ForeignKey(
        "SourceUpdate", null=True, blank=True, on_delete=models.PROTECT, related_name="notices"
    )
    put_at = models.DateTimeField(_("put"), default=timezone.now)
    put_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-put_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            one_of("notice", "kind", NoticeKind),
            UniqueConstraint(fields=["edition", "update"], name="notice_once_per_update"),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:60]}"
