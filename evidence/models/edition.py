from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import from_1, once_in, one_of
from evidence.vocabulary import ChangeType


class Edition(models.Model):
    """A revision made public, its body rendered once. Never updated, never deleted."""

    article = models.ForeignKey("Article", on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    revision = models.ForeignKey("Revision", on_delete=models.PROTECT, related_name="editions")
    digest = models.CharField(_("digest"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)
    body = models.TextField(_("rendered body"))
    change_type = models.CharField(_("kind of change"), max_length=20, choices=ChangeType.choices)
    note = models.TextField(_("note for readers"), blank=True)
    sources = models.ManyToManyField("Source", verbose_name=_("sources"), related_name="editions")
    # Who stands behind it, as printed in the body: {"authors": [Person, …], "reviewers": […]}; empty where unknown.
    people = models.TextField(_("people"), default="", blank=True, editable=False)
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            once_in("edition", "article", "number"),
            from_1("edition", "number"),
            CheckConstraint(
                condition=Q(number=1) | ~Q(note=""),
                name="edition_change_is_told",  # checks.md, GV7: no silent change of a live page
            ),
            one_of("edition", "change_type", ChangeType),
        ]

    def __str__(self):
        return f"{self.title} ({self.number})"
