from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence import manuscript
from evidence.errors import Refused
from evidence.manuscript import vouching
from evidence.manuscript.taking import source_of
from evidence.models.article import Article
from evidence.models.event import Event
from evidence.models.reading import Reading
from evidence.vocabulary import Stance, VerifiedAgainst

SAID = ("stance", "quote", "locator", "figure", "unit")
STAMP = ("verified_at", "verified_by", "verified_against", "verified_for")
JUDGEMENT = ("judged_for", "judged_at", "judged_by")


def _person(label):
    """Who did it; evidence does not decay, so the person stays."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=label,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )


class Judging(models.Model):
    """What a citation knows of who stands behind it, and for which words.

    `judged_for` and `verified_for` hold the Vouched (see manuscript.vouching) in canonical form. Where it no longer
    fits, the stance counts as not judged and nobody has read it, though the row keeps both for people to look at.
    """

    judged_for = models.TextField(_("judged for"), blank=True, editable=False)
    judged_at = models.DateTimeField(_("judged on"), null=True, editable=False)
    judged_by = _person(_("judged by"))
    verified_for = models.TextField(_("read for"), blank=True, editable=False)
    verified_at = models.DateTimeField(_("read on"), null=True, editable=False)
    verified_by = _person(_("read by"))
    verified_against = models.CharField(
        _("read against"), max_length=10, choices=VerifiedAgainst.choices, blank=True, editable=False
    )

    class Meta:
        abstract = True

    @property
    def said(self):
        """What is said of the source, frozen, whichever record of the work it names."""
        return manuscript.Citation("", *(str(getattr(self, name)) for name in SAID))

    def vouched(self, sentences=None):
        """What somebody stands behind who judges or reads this now; `sentences` of its claim, else they are asked."""
        there = self.claim.sentences if sentences is None else sentences
        return vouching.vouched(there, self.said, source_of(self.source))

    @property
    def lapse(self):
        """The Lapse of its judgement, or None while that holds or where nobody judged."""
        return self.lapse_in(None)

    def lapse_in(self, sentences):
        """The same by the sentences of its claim, as `vouched` takes them."""
        judged = self.stance != Stance.NOT_JUDGED
        return vouching.lapse(self.judged_for, self.vouched(sentences)) if judged else None

    @property
    def counted_stance(self):
        """The stance as far as it was given for the words that stand there now."""
        return Stance.NOT_JUDGED if self.lapse else Stance(self.stance)

    @property
    def stamps(self):
        """[(Reading, its Lapse or None)] of everybody who read it, the newest first; two queries."""
        now = self.vouched()
        rows = Reading.objects.filter(
            article=self.claim.article_id, claim_key=self.claim.key, source_key=self.source.key
        )
        return [
            (one, vouching.lapse(one.read_for, now)) for one in rows.select_related("read_by").order_by("-pk")
        ]

    def judge(self, *, by, sentences=None):
        """Take the stance as given for the words that stand there now: whoever sets a stance calls this.

        `sentences` as `vouched` takes them. The caller holds the article's row lock and freezes it.
        """
        now = self.vouched(sentences) if self.stance != Stance.NOT_JUDGED else None
        self.judged_for = now.text if now else ""
        self.judged_at, self.judged_by = (timezone.now(), by) if now else (None, None)
        self.save(update_fields=JUDGEMENT)

    def confirm(self, *, by, seen=""):
        """Let a stance that lapsed hold for the words that stand there now; safe to repeat. Freezes the draft, so
        that whoever confirms contributed to it.

        `seen` is the digest of what was shown. Raises Refused while the draft is locked or discarded, where nobody
        judged yet, and where something else stands there than was shown.
        """
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.claim.article_id)
            article.ensure_editable()
            self.refresh_from_db()
            now, was = self.vouched(), vouching.read(self.judged_for)
            if self.stance == Stance.NOT_JUDGED:
                raise Refused(_t("Nobody has judged this citation yet: set its stance on the claim's page."))
            if vouching.holds(self.judged_for, now):
                return
            if seen and seen != now.digest:
                raise Refused(_t("Something changed since you opened the page: look at the words again."))
            self.judge(by=by)
            Event.record(
                "citation.confirmed",
                by=by,
                article=article,
                subject=f"claim:{self.claim.key}",
                source=self.source.key,
                was=was.digest if was else "",
                digest=now.digest,
            )
            article.revise(by=by)

    def verify(self, *, by, against):
        """Stamp "I read this" for the words that stand there now: changes no digest and makes nobody a contributor.
        Safe to repeat by the same person; a stamp that lapsed is given anew, and the earlier one stays as a Reading.
        """
        with transaction.atomic():
            article = Article.objects.locked_for_writing(self.claim.article_id)
            self.refresh_from_db()
            now = self.vouched()
            same = (self.verified_by_id, self.verified_against) == (by.pk, str(against))
            if same and vouching.holds(self.verified_for, now):
                return
            self.verified_at, self.verified_by, self.verified_against = timezone.now(), by, against
            self.verified_for = now.text
            self.save(update_fields=STAMP)
            reading = Reading.objects.create(
                article=article,
                claim_key=self.claim.key,
                source_key=self.source.key,
                read_for=now.text,
                against=against,
                read_at=self.verified_at,
                read_by=by,
            )
            Event.record(
                "citation.verified",
                by=by,
                article=article,
                subject=f"claim:{self.claim.key}",
                source=self.source.key,
                against=against,
                digest=now.digest,
                rows=[reading],
            )
