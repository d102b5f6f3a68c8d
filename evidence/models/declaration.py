from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models.article import Article
from evidence.models.event import Event


class DeclarationQuerySet(models.QuerySet):
    def that_counts(self, contributor, article):
        """What a person declared last for an article (or its id), else in general; None if nothing."""
        mine = self.filter(contributor=contributor).order_by("-declared_on", "-pk")
        return mine.filter(article=article).first() or mine.filter(article=None).first()


class Declaration(models.Model):
    """Competing interests of one person, for one article or for all; "none" is an answer, silence is not."""

    contributor = models.ForeignKey(
        "Contributor", verbose_name=_("contributor"), on_delete=models.PROTECT, related_name="declarations"
    )
    article = models.ForeignKey(
        "Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="declarations",
        help_text=_("Empty: the declaration is general."),
    )
    none_declared = models.BooleanField(_("none declared"), default=False)
    # ICMJE's disclosure form looks back 36 months.
    interests = models.TextField(
        _("interests"), blank=True, help_text=_("For this work and the 36 months before it.")
    )
    declared_on = models.DateField(_("declared on"))
    # Whoever wrote it down; nobody where the person did so by a link, and for what is older than this column.
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written down by"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    declared_where = models.CharField(
        _("declared where"),
        max_length=200,
        blank=True,
        help_text=_(
            "If it is not you who declares: where the person did, “Letter of 3 May 2026”; readers see it. "
            "Left empty, you get a link that asks them."
        ),
    )

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        ordering = ["-declared_on", "-pk"]
        verbose_name = _("declaration of interests")
        verbose_name_plural = _("declarations of interests")
        constraints = [
            CheckConstraint(
                condition=Q(none_declared=True, interests="") | (Q(none_declared=False) & ~Q(interests="")),
                name="declaration_says_none_or_what",
                violation_error_message=_(
                    "Tick “none declared” or write what there is to declare, not both."
                ),
            )
        ]

    def __str__(self):
        return f"{self.contributor}, {self.declared_on}"

    @classmethod
    def declare(cls, contributor, *, by, article=None, none_declared=False, interests="", on=None, where=""):
        """Write down what a person declares of themself, or where they declared what somebody else writes down; the
        Declaration. `by` is None for a person without a login who answers a link, which `where` then names.

        Raises Refused for another person's interests without the place where they were declared, without an answer on
        interests, and for a day that has not come.
        """
        on = on or timezone.localdate()
        if bool(none_declared) == bool(interests.strip()):
            raise Refused(_t("Declare your interests, or say that there are none."))
        if reason := why_not_declare(contributor, by, where):
            raise Refused(reason)
        if on > timezone.localdate():
            raise Refused(_t("A declaration is dated when it was made: that day has not come."))
        said = {"none_declared": bool(none_declared), "interests": interests.strip(), "declared_on": on}
        with transaction.atomic():
            if article:
                Article.objects.locked_for_writing(article.pk)
            made = cls.objects.create(
                contributor=contributor,
                article=article,
                declared_by=by,
                declared_where=where.strip(),
                **said,
            )
            who = f"contributor:{contributor.key}"
            Event.record("interests.declared", by=by, article=article, subject=who, rows=[made])
        return made


def why_not_declare(contributor, by, where):
    """Why somebody may not write down a contributor's interests, as a sentence; empty if they may. Nobody declares for
    another person: what a person declared elsewhere is recorded with its place."""
    if where.strip() or (by and contributor.user_id == by.pk):
        return ""
    return _t("Nobody declares the interests of another person: say where %(who)s declared them.") % {
        "who": contributor
    }
