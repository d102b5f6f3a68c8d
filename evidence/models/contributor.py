from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from evidence.bibliography.identifiers import InvalidIdentifier, normalise_orcid
from evidence.models.contributor_link import ContributorLink
from evidence.models.event import Event


class Contributor(models.Model):
    """A person as readers see them; the login behind it, if there is one, is another matter."""

    key = models.SlugField(_("key"), max_length=60, unique=True, help_text=_("Stable; used in links."))
    name = models.CharField(_("name"), max_length=150)
    credentials = models.CharField(
        _("credentials"),
        max_length=150,
        blank=True,
        help_text=_("For example “MD, clinical pharmacologist”."),
    )
    affiliation = models.CharField(_("affiliation"), max_length=200, blank=True)
    orcid = models.CharField(_("ORCID"), max_length=19, blank=True)
    biography = models.TextField(_("short biography"), blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("login"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="contributor",
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")
        constraints = [
            UniqueConstraint(fields=["orcid"], condition=~Q(orcid=""), name="contributor_orcid_unique")
        ]

    def __str__(self):
        return self.name

    def clean(self):
        if self.orcid:
            try:
                self.orcid = normalise_orcid(self.orcid)
            except InvalidIdentifier as error:
                raise ValidationError({"orcid": str(error)}) from error

    def link(self, user, *, by):
        """Say which login stands behind this contributor, or that none does any more (None); safe to repeat.

        Every link stays known (ContributorLink). Whether it may be changed now is asked by reviews' `linking`.
        """
        with transaction.atomic():
            row = type(self).objects.select_for_update().get(pk=self.pk)
            if row.user_id == (user.pk if user else None):
                return
            if user:
                ContributorLink.objects.get_or_create(contributor=row, user=user, defaults={"linked_by": by})
            before, row.user = row.user_id, user
            row.save(update_fields=["user"])
            told = {"login": user.pk if user else None, "before": before, "rows": [row, *row.links.all()]}
            Event.record("contributor.linked", by=by, subject=f"contributor:{self.key}", **told)
        self.user = user

    def strike(self, *, by):
        """Delete the contributor, and write that down. Raises ProtectedError for one whom a text or a login names."""
        with transaction.atomic():
            Event.record("contributor.struck", by=by, subject=f"contributor:{self.key}", gone=[self])
            self.delete()

    def edited(self, *, by):
        """Write down that somebody changed what pages print of this person: they contributed to what names them."""
        Event.record("contributor.edited", by=by, subject=f"contributor:{self.key}", rows=[self])
