import json
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import one_of, pair
from evidence.vocabulary import JobKind

LEASE = timedelta(minutes=3)  # after so long without a word a step counts as broken off


class JobQuerySet(models.QuerySet):
    def without_payload(self):
        """For lists: neither what is to be done nor what became of it is read."""
        return self.defer("payload", "report")

    def forgotten(self, days=7):
        """Jobs that nobody ever started."""
        return self.filter(started_at=None, created_at__lt=timezone.now() - timedelta(days=days))


class Job(models.Model):
    """Long work on the library, done in bounded steps: it can be stopped anywhere and goes on where it was.

    `payload` holds one item a line (JSON), `position` how many are done, `report` a line of JSON for each of them.
    While a step is at work the job is `busy_until`: nobody else takes the same items.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=JobKind.choices)
    name = models.CharField(_("name"), max_length=200)
    options = models.JSONField(_("options"), default=dict)
    payload = models.TextField(editable=False)
    total = models.PositiveIntegerField(_("items"), default=0)
    position = models.PositiveIntegerField(_("done"), default=0)
    report = models.TextField(editable=False, blank=True)
    busy_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("prepared"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField(_("started"), null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("started by"), null=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    finished_at = models.DateTimeField(_("finished"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        constraints = [
            one_of("job", "kind", JobKind),
            pair("job", "started"),
            CheckConstraint(condition=Q(position__lte=F("total")), name="job_position_within"),
            CheckConstraint(
                condition=Q(finished_at=None) | Q(position=F("total")), name="job_finished_whole"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.name}"

    @classmethod
    def prepare(cls, kind, name, items, *, by, **options):
        """A Job over plain items (whatever JSON can hold), not started yet."""
        lines = [json.dumps(item, ensure_ascii=False) for item in items]
        return cls.objects.create(
            kind=kind,
            name=name[:200],
            payload="\n".join(lines),
            total=len(lines),
            options=options,
            created_by=by,
        )

    @property
    def is_started(self):
        return self.started_at is not None

    @property
    def is_finished(self):
        return self.finished_at is not None

    @property
    def percent(self):
        return 100 if not self.total else self.position * 100 // self.total

    def items(self, start=0, end=None):
        """The items from one place up to another."""
        return [json.loads(line) for line in self.payload.split("\n")[start:end]] if self.payload else []

    def lines(self):
        """The report: what became of each item, in their order."""
        return [json.loads(line) for line in self.report.split("\n") if line]

    def claim(self, *, by):
        """Take the job for a step. False if somebody else is at it, or if nothing is left to do."""
        with transaction.atomic():
            row = type(self).objects.select_for_update().without_payload().get(pk=self.pk)
            now = timezone.now()
            free = not row.is_finished and (row.busy_until is None or row.busy_until < now)
            if free:
                row.busy_until = now + LEASE
                row.started_at, row.started_by = row.started_at or now, row.started_by or by
                row.save(update_fields=["busy_until", "started_at", "started_by"])
        self.refresh_from_db()
        return free

    def advance(self, lines):
        """Write down what became of the next items. False, and nothing is written, if it was written already."""
        with transaction.atomic():
            row = type(self).objects.select_for_update().without_payload().get(pk=self.pk)
            if row.position != self.position or row.busy_until != self.busy_until:
                return False
            self.position += len(lines)
            self.busy_until = timezone.now() + LEASE
            told = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            changes = {"position": self.position, "busy_until": self.busy_until}
            type(self).objects.filter(pk=self.pk).update(
                report=Concat("report", models.Value(told)), **changes
            )
        return True

    def release(self):
        """End a step. What is done is finished; its items are no longer needed then."""
        mine = type(self).objects.filter(pk=self.pk, busy_until=self.busy_until)
        if self.position >= self.total:
            mine.update(busy_until=None, finished_at=timezone.now(), payload="")
        else:
            mine.update(busy_until=None)
        self.refresh_from_db()

    def choose(self, **options):
        """Set options of a job that is not started; False once it is."""
        with transaction.atomic():
            row = type(self).objects.select_for_update().without_payload().get(pk=self.pk)
            if row.is_started:
                return False
            row.options |= options
            row.save(update_fields=["options"])
        self.options = row.options
        return True
