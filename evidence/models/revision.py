from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from evidence.manuscript import digest_of, from_json
from evidence.models.constraints import from_1, once_in


class Revision(models.Model):
    """A frozen Manuscript. The stored text is the truth: `is_intact` hashes it again."""

    article = models.ForeignKey("Article", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    digest = models.CharField(_("digest"), max_length=64)
    manuscript = models.TextField(_("manuscript"))
    created_at = models.DateTimeField(_("frozen"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )
    contributors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Contribution", related_name="contributed_revisions"
    )

    class Meta:
        ordering = ["-number"]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            once_in("revision", "article", "number"),
            from_1("revision", "number"),
        ]

    def __str__(self):
        return f"{self.article_id}/{self.number}"

    @property
    def is_intact(self):
        return digest_of(self.manuscript) == self.digest

    @cached_property
    def frozen(self):
        """The Manuscript as it was frozen."""
        return from_json(self.manuscript)

    def credit(self, user_ids):
        """Write down who contributed; the new Contributions. Safe to repeat under the article's row lock; the caller
        records the event."""
        known = set(self.contributions.values_list("user", flat=True))
        return Contribution.objects.bulk_create(
            Contribution(revision=self, user_id=pk) for pk in sorted(set(user_ids) - known)
        )


class Contribution(models.Model):
    """Someone changed a digested field on the way to a revision, and so may not approve it."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="contributions")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contributions")

    class Meta:
        constraints = [UniqueConstraint(fields=["revision", "user"], name="contribution_once")]

    def __str__(self):
        return f"{self.user_id} in {self.revision_id}"
