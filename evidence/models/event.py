import hashlib

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence import canonical
from evidence.models.constraints import from_1, once_in
from evidence.models.row_digest import RowDigest, digest_of_rows

SITE = "site"
GENESIS = "0" * 64


class Event(models.Model):
    """Who did what to which article, when. Append-only: each event holds the digest of the one before it.

    There is one chain per article, written under the article's row lock, and one for the site. `actor` is a
    user's id, not a key to a row: history blocks nothing and names nobody.
    """

    chain = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    verb = models.CharField(_("what"), max_length=60)
    subject = models.CharField(_("to what"), max_length=120, blank=True)
    about = models.TextField(default="{}")
    actor = models.BigIntegerField(_("who"), null=True)
    at = models.DateTimeField(_("when"))
    rows_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    article = models.ForeignKey("Article", null=True, on_delete=models.PROTECT, related_name="events")

    class Meta:
        ordering = ["chain", "number"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["verb", "subject", "at"], name="event_by_subject")]
        constraints = [
            once_in("event", "chain", "number"),
            once_in("event", "chain", "previous"),
            from_1("event", "number"),
        ]

    def __str__(self):
        return f"{self.chain}/{self.number} {self.verb}"

    @classmethod
    def record(cls, verb, *, by, article=None, subject="", rows=(), gone=(), **about):
        """Append an event to an article's chain (whose row lock the caller holds) or to the site's.

        `by` is a user or None for the machine; `about` plain values without names or free personal text. `rows` are
        those that it created or changed, in the same transaction and before this call: as they are stored now they
        are vouched for. `gone`: rows that were deleted, which still have their primary keys.
        """
        said = (verb, by, article, subject, about, RowDigest.of(rows, gone))
        if article is not None:
            return cls._append(f"article:{article.pk}", *said)
        for attempt in range(2):
            try:
                with transaction.atomic():
                    # The chain's first event stands for the lock that an article's row is for its own chain.
                    list(cls.objects.select_for_update().filter(chain=SITE, number=1))
                    return cls._append(SITE, *said)
            except IntegrityError:
                # Only the very first event of a site can meet another one: there was no row to lock yet.
                if attempt:
                    raise
        return None

    @classmethod
    def _append(cls, chain, verb, by, article, subject, about, rows):
        head = cls.objects.filter(chain=chain).order_by("-number").first()
        event = cls(
            chain=chain,
            number=head.number + 1 if head else 1,
            verb=verb,
            subject=subject,
            about=canonical.dumps(canonical.plain(about)),
            actor=by.pk if by else None,
            at=timezone.now(),
            rows_digest=digest_of_rows(rows),
            previous=head.digest if head else GENESIS,
            article=article,
        )
        event.digest = event.computed_digest()
        event.save(force_insert=True)
        for row in rows:
            row.event = event
        RowDigest.objects.bulk_create(rows)
        return event

    def computed_digest(self):
        """SHA-256 over everything this event says and the digest before it."""
        said = {
            "chain": self.chain,
            "number": self.number,
            "verb": self.verb,
            "subject": self.subject,
            "about": self.about,
            "actor": self.actor,
            "at": self.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
            "previous": self.previous,
        }
        if self.rows_digest:  # events of before rows had digests keep theirs
            said["rows"] = self.rows_digest
        return hashlib.sha256(canonical.dumps(said).encode()).hexdigest()
