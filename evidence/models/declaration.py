from django.db import models, transaction
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from evidence.models.event import Event


class DeclarationQuerySet(models.QuerySet):
    def that_counts(self, contributor, article):
        """What a person declared last for an article (or its id), else in general; None if nothing."""
        mine = self.filter(contributor=contributor).order_by("-declared_on", "-pk")
        return mine.filter(article=article).first() or mine.filter(article=None).first()


class Declaration(models.Model):
    """Competing interests of one person, for one article or for all; "none" is an answer, silence is not."""

    contributor = models.ForeignKey(
        "Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="declarations"
    )
    article = models.ForeignKey(
        "Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="declarations",
        help_text=_("Empty: the declaration is general."),
    )
    none_declared = models.BooleanField(_("none declared"), default=False)
    # ICMJE's disclosure form looks back 36 months.
    interests = models.TextField(
        _("interests"), blank=True, help_text=_("For this work and the 36 months before it.")
    )
    declared_on = models.DateField(_("declared on"))

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["-declared_on", "-pk"]
        verbose_name = _("declaration of interests")
        verbose_name_plural = _("declarations of interests")
        constraints = [
            CheckConstraint(
                condition=Q(none_declared=True, interests="") | (Q(none_declared=False) & ~Q(interests="")),
                name="declaration_says_none_or_what",
                violation_error_message=_(
                    "Tick “none declared” or write what there is to declare, not both."
                ),
            )
        ]

    def __str__(self):
        return f"{self.contributor}, {self.declared_on}"

    def written(self, *, by):
        """Write down that somebody stored it as it is now, outside a review."""
        Event.record("declaration.written", by=by, subject=f"contributor:{self.contributor.key}", rows=[self])

    def strike(self, *, by):
        """Delete it, and write that down. Raises ProtectedError for one on which a review rests."""
        with transaction.atomic():
            subject = f"contributor:{self.contributor.key}"
            Event.record("declaration.struck", by=by, subject=subject, gone=[self])
            self.delete()
