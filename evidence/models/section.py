from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import once_in, one_of
from evidence.models.ordering import Ordered
from evidence.vocabulary import SectionKind


class Section(Ordered, models.Model):
    article = models.ForeignKey(
        "Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="sections"
    )
    key = models.CharField(_("key"), max_length=12, editable=False)
    heading = models.CharField(
        _("heading"), max_length=300, blank=True, help_text=_("Empty for the opening text.")
    )
    level = models.PositiveSmallIntegerField(
        _("level"),
        default=2,
        validators=[MinValueValidator(2), MaxValueValidator(6)],
        help_text=_("2 is the first level below the title."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SectionKind.choices, default=SectionKind.OTHER)
    body = models.TextField(
        _("body"), blank=True, help_text=_("Markdown. A claim is marked at the end of its sentence: [^c3].")
    )

    class Meta:
        ordering = ["position"]
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            once_in("section", "article", "key"),
            once_in("section", "article", "position"),
            CheckConstraint(condition=Q(level__gte=2, level__lte=6), name="section_level_2_to_6"),
            one_of("section", "kind", SectionKind),
        ]

    def __str__(self):
        return self.heading or str(_("Opening text"))
