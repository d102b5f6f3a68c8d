from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.identifiers import find
from evidence.models.constraints import one_of
from evidence.vocabulary import UpdateType

NOTICES = {"doi": "https://doi.org/{}", "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/"}


class SourceUpdateQuerySet(models.QuerySet):
    def standing(self):
        """Updates that still say what they said: neither marked as superseded nor lifted by a later row that is."""
        same = Q(notice=OuterRef("notice"), asserted_by=OuterRef("asserted_by"))
        later = self.model.objects.filter(same | Q(on__gte=OuterRef("on")), superseded=True)
        later = later.filter(source=OuterRef("source"), type=OuterRef("type"))
        return self.filter(superseded=False).exclude(Exists(later))


class SourceUpdate(models.Model):
    """What happened to a source later, as somebody asserted it. Append-only; types are never collapsed.

    A concern that was lifted, a paper reinstated: a second row of the same type, `superseded`, with its own date.
    """

    source = models.ForeignKey("Source", on_delete=models.PROTECT, related_name="updates")
    type = models.CharField(_("type"), max_length=25, choices=UpdateType.choices)
    on = models.DateField(_("date"), null=True, blank=True)
    notice = models.CharField(_("notice (DOI or address)"), max_length=300, blank=True)
    asserted_by = models.CharField(
        _("asserted by"), max_length=100, help_text=_("For example Crossref, Retraction Watch, publisher.")
    )
    superseded = models.BooleanField(
        _("made way for a newer version, or lifted"),
        default=False,
        help_text=_(
            "A withdrawal because of an update, as Cochrane does; a concern lifted; a paper reinstated."
        ),
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    objects = SourceUpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("update to a source")
        verbose_name_plural = _("updates to sources")
        constraints = [
            one_of("sourceupdate", "type", UpdateType),
            UniqueConstraint(
                fields=["source", "type", "on", "notice", "asserted_by", "superseded"],
                name="sourceupdate_asserted_once",
            ),
        ]

    def __str__(self):
        return f"{self.source}: {self.get_type_display()}"

    @property
    def notice_url(self):
        """Where the notice can be read; empty where its name is no address."""
        if found := find(self.notice):
            for name, address in NOTICES.items():
                if value := found.get(name):
                    return address.format(value)
        return self.notice if self.notice.startswith(("https://", "http://")) else ""
