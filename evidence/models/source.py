from itertools import combinations

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, UniqueConstraint
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.identifiers import NORMALISERS, InvalidIdentifier
from evidence.bibliography.references.likeness import likeness
from evidence.manuscript.taking import source_of
from evidence.models.badges import badges_of
from evidence.models.comparison import Comparison
from evidence.models.constraints import one_of
from evidence.models.event import Event
from evidence.models.merging import Merging
from evidence.models.relating import Relating
from evidence.models.revision import Revision
from evidence.models.source_update import SourceUpdate
from evidence.vocabulary import RETRACTING, Design, PeerReview, SourceLevel, StudyPopulation


class SourceQuerySet(models.QuerySet):
    def own(self):
        """Records that stand for themselves: those merged into another are kept for the revisions that name them."""
        return self.filter(merged_into=None)

    def cited(self):
        return self.filter(citations__isnull=False).distinct()

    def uncited(self):
        return self.filter(citations=None)

    def retracted(self):
        """Sources with a standing retraction, removal or withdrawal: neither lifted nor made way for an update."""
        return self.updated_by(RETRACTING)

    def updated_by(self, types):
        """Sources with a standing update of one of the types."""
        return self.filter(pk__in=SourceUpdate.objects.standing().filter(type__in=types).values("source"))

    def look_alike(self):
        """Pairs of records that may be one work by title, year and first author, and about which nobody has said
        anything yet, as [(Source, Source)]; the order is that of their titles."""
        # Neither list nor count shows texts, and a library may hold many doubles.
        light = self.own().defer("csl", "resolved", "stored_text")
        alike = self.own().exclude(likeness="").values("likeness")
        several = alike.annotate(records=models.Count("pk")).filter(records__gt=1).values("likeness")
        groups = {}
        for source in light.filter(likeness__in=several).order_by("title", "pk"):
            groups.setdefault(source.likeness, []).append(source)
        pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
        answered = set(Comparison.objects.values_list("first", "second"))
        return [pair for pair in pairs if tuple(sorted(one.pk for one in pair)) not in answered]

    def identified_by(self, **identifiers):
        """Sources that share one of the given non-empty doi, pmid, pmcid, isbn, or are known by it since a merge."""
        same = Q(pk=None)
        for name, value in identifiers.items():
            if value:
                same |= Q(**{name: value}) | Q(aliases__name=name, aliases__value=value)
        return self.filter(same).distinct()


class Source(Merging, Relating, models.Model):
    """A bibliographic record, kept as CSL-JSON, with what kind of study it is."""

    key = models.SlugField(_("key"), max_length=80, unique=True, help_text=_("Stable; used in links."))
    csl = models.JSONField(_("CSL-JSON"), default=dict)
    title = models.TextField(_("title"), editable=False)
    year = models.PositiveIntegerField(_("year"), null=True, editable=False)
    likeness = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    doi = models.CharField("DOI", max_length=200, blank=True)
    pmid = models.CharField("PMID", max_length=12, blank=True)
    pmcid = models.CharField("PMCID", max_length=14, blank=True)
    isbn = models.CharField("ISBN", max_length=13, blank=True)
    design = models.CharField(_("design"), max_length=5, choices=Design.choices, blank=True, default="")
    population = models.CharField(
        _("population studied"), max_length=15, choices=StudyPopulation.choices, blank=True, default=""
    )
    species = models.CharField(_("species"), max_length=100, blank=True)
    sample_size = models.PositiveIntegerField(_("sample size"), null=True, blank=True)
    peer_review = models.CharField(
        _("peer review"), max_length=10, choices=PeerReview.choices, default=PeerReview.UNKNOWN
    )
    level = models.CharField(_("level"), max_length=10, choices=SourceLevel.choices, blank=True, default="")
    funding = models.TextField(_("funding"), blank=True)
    stored_text = models.TextField(_("stored abstract or full text"), blank=True)
    note = models.TextField(_("note for editors"), blank=True)

    # What stands between records: never digested, each changed by a verb of its own.
    merged_into = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="merged"
    )
    published_as = models.ForeignKey(
        "self", verbose_name=_("published as"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="earlier_versions", help_text=_("For a preprint: its version of record."),
    )  # fmt: skip
    included = models.ManyToManyField(
        "self", verbose_name=_("included studies"), blank=True, symmetrical=False, related_name="included_in",
        help_text=_("For a systematic review: those of its studies that are in the library."),
    )  # fmt: skip

    # What the services said when they were last asked.
    checked_at = models.DateTimeField(_("last looked up"), null=True, editable=False)
    resolved = models.JSONField(_("as the services have it"), default=dict, editable=False)
    link_failures = models.PositiveSmallIntegerField(
        _("failures of its address in a row"), default=0, editable=False
    )
    archived_url = models.URLField(_("archived copy"), blank=True, max_length=500)
    unsettled = models.BooleanField(default=False, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *(
                UniqueConstraint(fields=[name], condition=~Q(**{name: ""}), name=f"source_{name}_unique")
                for name in NORMALISERS
            ),
            one_of("source", "design", Design),
            one_of("source", "population", StudyPopulation),
            one_of("source", "peer_review", PeerReview),
            one_of("source", "level", SourceLevel),
        ]

    def __str__(self):
        return f"{self.title[:90]} ({self.year})" if self.year else self.title[:90]

    def clean(self):
        faults = {}
        for name, normalise in NORMALISERS.items():
            if value := getattr(self, name):
                try:
                    setattr(self, name, normalise(value))
                except InvalidIdentifier as error:
                    faults[name] = str(error)
                    continue
                if other := self._others().identified_by(**{name: getattr(self, name)}).first():
                    said = _("It belongs to another source: %(title)s")
                    faults[name] = ValidationError(said, "taken", {"title": other, "pk": other.pk})
        if faults:
            raise ValidationError(faults)

    def _others(self):
        """Every other record but those that were merged into this one."""
        return type(self).objects.exclude(pk=self.pk).exclude(Q(merged_into=self.pk) & ~Q(merged_into=None))

    def describe(self, csl):
        """Take title and year from a CSL-JSON record and keep the record."""
        parts = (csl.get("issued") or {}).get("date-parts") or []
        self.csl = csl
        self.title = str(csl.get("title") or csl.get("raw") or self.key)
        self.year = int(parts[0][0]) if parts and parts[0] and parts[0][0] else None
        self.likeness = likeness(csl)

    def doubles(self):
        """Records that look like this one and about which nobody has said anything yet."""
        pairs = type(self).objects.filter(likeness=self.likeness).look_alike()
        return [other for pair in pairs if self in pair for other in pair if other != self]

    def correct(self, *, by, csl=None, **fields):
        """Give the source another record or other fields, by name; safe to repeat. Whether a digested field changed:
        then it is unsettled until the flags of what rests on it are in step.

        Raises ValidationError for an identifier that is none or belongs to another source; nothing is stored then.
        """
        with transaction.atomic():
            row = type(self).objects.select_for_update().get(pk=self.pk)
            before = source_of(row)
            if csl is not None:
                row.describe(csl)
            for name, value in fields.items():
                setattr(row, name, value)
            row.full_clean()
            counts = source_of(row) != before
            row.unsettled = row.unsettled or counts
            row.save()
            if counts:
                row.edited(by=by)
        self.refresh_from_db()
        return counts

    @property
    def badges(self):
        """What an editor must see at once (badges.py); asks for the updates unless they were prefetched."""
        return badges_of(self, self.updates.all())

    @cached_property
    def is_named(self):
        """Whether a draft, an edition, a revision or another record names it: then it stays."""
        frozen = Revision.objects.filter(manuscript__contains=f'"source":"{self.key}"')
        held = (self.citations, self.editions, self.merged, self.updates, frozen)
        return bool(self.merged_into_id) or any(rows.exists() for rows in held)

    def edited(self, *, by):
        """Write down that somebody changed a digested field: they contributed to what cites it."""
        Event.record("source.edited", by=by, subject=f"source:{self.key}")

    def add_update(self, type, *, by, asserted_by, on=None, notice="", superseded=False):
        """Record what happened to the source later; safe to repeat. Returns the SourceUpdate."""
        with transaction.atomic():
            update, is_new = SourceUpdate.objects.get_or_create(
                source=self,
                type=type,
                on=on,
                notice=notice,
                asserted_by=asserted_by,
                superseded=superseded,
                defaults={"recorded_by": by},
            )
            if is_new:
                subject = f"source:{self.key}"
                Event.record("source.updated", by=by, subject=subject, type=type, rows=[update])
        return update
