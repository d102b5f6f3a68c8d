from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import once_in, one_of
from evidence.models.ordering import Ordered
from evidence.vocabulary import BodyOfEvidence, Direction, EffectSize, OutcomeType


class Outcome(Ordered, models.Model):
    """One row of the summary of findings. Its certainty is computed (`evidence.appraisal.grade`), never typed in."""

    article = models.ForeignKey(
        "Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="outcomes"
    )
    key = models.CharField(_("key"), max_length=12, editable=False)
    name = models.CharField(_("outcome"), max_length=200)
    type = models.CharField(
        _("type"), max_length=12, choices=OutcomeType.choices, default=OutcomeType.CLINICAL
    )
    harm = models.BooleanField(_("is a harm"), default=False)
    comparison = models.CharField(_("comparison"), max_length=200, blank=True)
    population = models.CharField(_("population"), max_length=200, blank=True)
    importance = models.PositiveSmallIntegerField(
        _("importance"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9)],
        help_text=_("7–9 critical, 4–6 important, 1–3 of limited importance (GRADE)."),
    )
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    studies = models.PositiveIntegerField(_("studies"), null=True, blank=True)
    direction = models.CharField(
        _("direction"), max_length=10, choices=Direction.choices, blank=True, default=""
    )
    size = models.CharField(_("size"), max_length=10, choices=EffectSize.choices, blank=True, default="")
    relative_effect = models.CharField(_("relative effect (95 % CI)"), max_length=200, blank=True)
    baseline_risk = models.CharField(_("baseline risk"), max_length=200, blank=True)
    absolute_effect = models.CharField(_("absolute effect"), max_length=200, blank=True)
    body = models.CharField(
        _("body of evidence"), max_length=20, choices=BodyOfEvidence.choices, blank=True, default=""
    )

    class Meta:
        ordering = ["position"]
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        constraints = [
            once_in("outcome", "article", "key"),
            once_in("outcome", "article", "position"),
            CheckConstraint(
                condition=Q(importance__isnull=True) | Q(importance__gte=1, importance__lte=9),
                name="outcome_importance_1_to_9",
            ),
            one_of("outcome", "type", OutcomeType),
            one_of("outcome", "direction", Direction),
            one_of("outcome", "size", EffectSize),
            one_of("outcome", "body", BodyOfEvidence),
        ]

    def __str__(self):
        return self.name
