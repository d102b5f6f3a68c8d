from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import once_in
from evidence.models.ordering import Ordered


class BylineEntry(Ordered, models.Model):
    article = models.ForeignKey(
        "Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="byline"
    )
    contributor = models.ForeignKey(
        "Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="bylines"
    )
    role = models.CharField(_("role"), max_length=100, default="Author")

    class Meta:
        ordering = ["position"]
        verbose_name = _("byline entry")
        verbose_name_plural = _("byline")
        constraints = [
            UniqueConstraint(fields=["article", "contributor"], name="byline_once_per_person"),
            once_in("byline", "article", "position"),
        ]

    def __str__(self):
        return f"{self.contributor} ({self.role})"
