import hashlib
from collections import defaultdict

from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from evidence import canonical
from evidence.models.coverage import covered


class RowDigest(models.Model):
    """What a row said when an event created or changed it, as a digest of each column. Append-only.

    The event's own digest covers it. Without columns: the row was deleted.
    """

    event = models.ForeignKey("Event", on_delete=models.PROTECT, related_name="rows")
    model = models.CharField(_("model"), max_length=60)
    row = models.BigIntegerField(_("row"))
    columns = models.TextField(_("digests of the columns"), blank=True)

    class Meta:
        ordering = ["model", "row"]
        verbose_name = _("digest of a row")
        verbose_name_plural = _("digests of rows")
        indexes = [models.Index(fields=["model", "row"], name="rowdigest_by_row")]
        constraints = [UniqueConstraint(fields=["event", "model", "row"], name="rowdigest_once_per_event")]

    def __str__(self):
        return f"{self.model} {self.row}"

    @classmethod
    def of(cls, rows, gone=()):
        """RowDigests, not stored yet, of rows as the database has them now, and of rows that it has no more."""
        keys = defaultdict(set)
        for row in rows:
            keys[covered(row)].add(row.pk)
        made = [
            cls(model=one.label, row=pk, columns=canonical.dumps(said))
            for one, pks in keys.items()
            for pk, said in one.states(one.model._default_manager.filter(pk__in=pks))
        ]
        made += [cls(model=covered(row).label, row=row.pk) for row in gone]
        return sorted(made, key=_place)


def digest_of_rows(rows):
    """SHA-256 over the RowDigests of one event; empty without any."""
    said = [[one.model, one.row, one.columns] for one in sorted(rows, key=_place)]
    return hashlib.sha256(canonical.dumps(said).encode()).hexdigest() if said else ""


def _place(one):
    return one.model, one.row
