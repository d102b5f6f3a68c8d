from django.db import models
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import once_in, one_of
from evidence.prose.markers import placements
from evidence.vocabulary import ClaimKind, ClaimPopulation


class ClaimQuerySet(models.QuerySet):
    def unplaced(self):
        """Claims whose marker stands nowhere in the article."""
        return self.filter(section=None)


class Claim(models.Model):
    """One factual sentence that someone must stand behind; its text is the sentence that carries its marker."""

    article = models.ForeignKey(
        "Article", verbose_name=_("article"), on_delete=models.CASCADE, related_name="claims"
    )
    key = models.CharField(_("key"), max_length=12)
    kind = models.CharField(_("kind"), max_length=20, choices=ClaimKind.choices, default=ClaimKind.EFFECT)
    kind_guessed = models.BooleanField(
        _("kind was guessed"), default=False, help_text=_("Untick when you have looked at it.")
    )
    population = models.CharField(
        _("population it speaks of"),
        max_length=20,
        choices=ClaimPopulation.choices,
        default=ClaimPopulation.UNSPECIFIED,
    )
    outcome = models.ForeignKey(
        "Outcome",
        verbose_name=_("outcome"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="claims",
    )
    jurisdiction = models.CharField(
        _("jurisdiction"), max_length=100, blank=True, help_text=_("For regulatory claims.")
    )
    as_of = models.DateField(_("as of"), null=True, blank=True, help_text=_("For regulatory claims."))

    # Derived at every save of the text; the marker in the prose decides.
    text = models.TextField(_("sentence"), blank=True, editable=False)
    section = models.ForeignKey(
        "Section", null=True, editable=False, on_delete=models.SET_NULL, related_name="claims"
    )
    position = models.PositiveIntegerField(default=0, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["section__position", "position", "pk"]
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            once_in("claim", "article", "key"),
            one_of("claim", "kind", ClaimKind),
            one_of("claim", "population", ClaimPopulation),
        ]

    def __str__(self):
        return f"{self.key}: {self.text[:80]}" if self.text else self.key

    @property
    def sentences(self):
        """The sentences that carry its marker now, as they are read; the last one while it is unplaced."""
        places = placements(self.article.sections.all()).get(self.key, ())
        return tuple(place.text for place in places) or (self.text,)
