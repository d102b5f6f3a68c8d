from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models.constraints import one_of
from evidence.models.event import Event


class Answer(models.TextChoices):
    MERGED = "merged", _("One work")
    VERSIONS = "versions", _("Preprint and version of record")
    DIFFERENT = "different", _("Not the same work")


class Comparison(models.Model):
    """Two records that looked alike, and what somebody said they are to each other: they are not proposed again."""

    first = models.ForeignKey("Source", on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey("Source", on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    answered_at = models.DateTimeField(_("answered"), default=timezone.now)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-answered_at"]
        verbose_name = _("comparison")
        verbose_name_plural = _("comparisons")
        constraints = [
            UniqueConstraint(fields=["first", "second"], name="comparison_once_per_pair"),
            CheckConstraint(condition=Q(first__lt=F("second")), name="comparison_in_order"),
            one_of("comparison", "answer", Answer),
        ]

    def __str__(self):
        return f"{self.first} / {self.second}: {self.get_answer_display()}"

    @classmethod
    def give(cls, one, other, answer, *, by):
        """Write down what two records are to each other; safe to repeat, the last answer counts. Raises Refused for
        one and the same."""
        if one.pk == other.pk:
            raise Refused(_t("These are not two records."))
        first, second = sorted((one, other), key=lambda source: source.pk)
        with transaction.atomic():
            known = cls.objects.filter(first=first, second=second, answer=answer)
            if known.exists():
                return
            said = {"answer": answer, "answered_by": by, "answered_at": timezone.now()}
            given, _is_new = cls.objects.update_or_create(first=first, second=second, defaults=said)
            subject = f"source:{one.key}"
            Event.record(
                "sources.compared", by=by, subject=subject, other=other.key, answer=str(answer), rows=[given]
            )
