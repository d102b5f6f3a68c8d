from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.quote_state import state_of
from evidence.bibliography.side_by_side import joined
from evidence.manuscript.vouching import holds
from evidence.models.constraints import one_of, pair
from evidence.models.judging import JUDGEMENT, SAID, Judging
from evidence.vocabulary import Stance


class Citation(Judging, models.Model):
    """A claim rests on a source: how, with which words, and who has looked."""

    claim = models.ForeignKey(
        "Claim", verbose_name=_("claim"), on_delete=models.CASCADE, related_name="citations"
    )
    source = models.ForeignKey(
        "Source", verbose_name=_("source"), on_delete=models.PROTECT, related_name="citations"
    )
    position = models.PositiveIntegerField(default=0, editable=False)
    stance = models.CharField(_("stance"), max_length=20, choices=Stance.choices, default=Stance.NOT_JUDGED)
    quote = models.TextField(_("quotation"), blank=True, help_text=_("Word for word, from the source."))
    locator = models.CharField(_("place"), max_length=100, blank=True, help_text=_("Page, table, section."))
    figure = models.CharField(
        _("reported figure"),
        max_length=100,
        blank=True,
        help_text=_("As the source reports it: 27.0 against 25.0."),
    )
    unit = models.CharField(_("unit"), max_length=50, blank=True)
    figure_read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("figure read by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            UniqueConstraint(fields=["claim", "source"], name="citation_once_per_source"),
            pair("citation", "verified"),
            pair("citation", "judged"),
            one_of("citation", "stance", Stance),
        ]

    def __str__(self):
        return f"{self.claim.key} → {self.source}"

    @property
    def quote_state(self):
        """What can be said of the quotation by the source's stored text; None where nothing is quoted."""
        return state_of(self.quote, self.source.stored_text)

    def take_in(self, other, text=""):
        """Become the one citation of two by the same claim, when their records became one; `text` orders quotations.

        Who judged or read a citation saw what it said then of the record it named: what was given for the other
        record, or for other words, no longer holds. Raises Refused as `joined` does. The caller holds the article's
        row lock and freezes it.
        """
        mine, theirs = self.said, other.said
        said = joined(mine, theirs, self.claim.key, text)
        if mine.stance == Stance.NOT_JUDGED:
            for name in JUDGEMENT:
                setattr(self, name, getattr(other, name))
        for name in SAID:
            setattr(self, name, getattr(said, name))
        if not holds(self.verified_for, self.vouched()):
            self.verified_at, self.verified_by = None, None
            self.verified_against, self.verified_for = "", ""
        self.figure_read_by = self.figure_read_by or other.figure_read_by
        other.delete()
        self.save()
