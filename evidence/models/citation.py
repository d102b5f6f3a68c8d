from django.conf import settings
from django.db import models, transaction
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence import manuscript
from evidence.bibliography.quote_state import state_of
from evidence.bibliography.side_by_side import joined
from evidence.models.article import Article
from evidence.models.constraints import one_of, pair
from evidence.models.event import Event
from evidence.vocabulary import Stance, VerifiedAgainst

SAID = ("stance", "quote", "locator", "figure", "unit")


class Citation(models.Model):
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
    verified_at = models.DateTimeField(_("read on"), null=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("read by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    verified_against = models.CharField(
        _("read against"), max_length=10, choices=VerifiedAgainst.choices, blank=True, editable=False
    )

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            UniqueConstraint(fields=["claim", "source"], name="citation_once_per_source"),
            pair("citation", "verified"),
            one_of("citation", "stance", Stance),
        ]

    def __str__(self):
        return f"{self.claim.key} → {self.source}"

    def verify(self, *, by, against):
        """Stamp "I read this": changes no digest and makes nobody a contributor. Safe to repeat by the same
        person."""
        if self.verified_by_id == by.pk and self.verified_against == against:
            return
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.claim.article_id)
            self.verified_at, self.verified_by, self.verified_against = timezone.now(), by, against
            self.save(update_fields=["verified_at", "verified_by", "verified_against"])
            Event.record(
                "citation.verified",
                by=by,
                article=article,
                subject=f"claim:{self.claim.key}",
                source=self.source.key,
                against=against,
            )

    @property
    def quote_state(self):
        """What can be said of the quotation by the source's stored text; None where nothing is quoted."""
        return state_of(self.quote, self.source.stored_text)

    @property
    def said(self):
        """What is said of the source, frozen, whichever record of the work it names."""
        return manuscript.Citation("", *(str(getattr(self, name)) for name in SAID))

    def take_in(self, other, text=""):
        """Become the one citation of two by the same claim, when their records became one; `text` orders quotations.

        Who read a citation saw what it said then: a stamp stands only where the citation still says that. Raises
        Refused as `joined` does. The caller holds the article's row lock and freezes it.
        """
        mine, theirs = self.said, other.said
        said = joined(mine, theirs, self.claim.key, text)
        stamped = self if said == mine and self.verified_at else other if said == theirs else None
        self.verified_at = stamped.verified_at if stamped else None
        self.verified_by = stamped.verified_by if stamped else None
        self.verified_against = stamped.verified_against if stamped else ""
        self.figure_read_by = self.figure_read_by or other.figure_read_by
        for name in SAID:
            setattr(self, name, getattr(said, name))
        other.delete()
        self.save()
