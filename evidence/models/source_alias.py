from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _


class SourceAlias(models.Model):
    """An identifier or key by which a source is known besides its own: it stays known after a merge."""

    source = models.ForeignKey("Source", on_delete=models.PROTECT, related_name="aliases")
    name = models.CharField(_("kind of identifier"), max_length=10)
    value = models.CharField(_("value"), max_length=200)

    class Meta:
        ordering = ["name", "value"]
        verbose_name = _("other identifier")
        verbose_name_plural = _("other identifiers")
        constraints = [UniqueConstraint(fields=["name", "value"], name="sourcealias_unique")]

    def __str__(self):
        return f"{self.name}: {self.value}"
