from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, TextChoices, UniqueConstraint, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from evidence.models import Article, Citation, Revision
from evidence.models.constraints import one_of
from reviews.models.flag import Stand


class Checked(TextChoices):
    """What can be said of an article's flags before anybody reads them."""

    NEVER = "never", _("Never checked")
    CHANGED = "changed", _("Not checked since it changed")
    DONE = "done", _("Checked")


class Checking(models.Model):
    """When the flags of a stand were last brought in step, and with which text.

    Whatever stops between a change and its checks, a kill or a fault, leaves a fact that is older than the text.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="checkings")
    stand = models.CharField(_("on"), max_length=5, choices=Stand.choices)
    digest = models.CharField(_("digest"), max_length=64)
    revision = models.PositiveIntegerField(_("latest revision then"))
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("checking")
        verbose_name_plural = _("checkings")
        constraints = [
            UniqueConstraint(fields=["article", "stand"], name="checking_once_per_stand"),
            one_of("checking", "stand", Stand),
        ]

    def __str__(self):
        return f"{self.article}, {self.get_stand_display()}: {self.checked_at:%Y-%m-%d %H:%M}"

    @classmethod
    def note(cls, article, stand, *, digest, revision):
        """Write down that the checks have seen a stand; the caller holds the article's row lock."""
        told = cls(article=article, stand=stand, digest=digest, revision=revision)
        cls.objects.bulk_create(
            [told],
            update_conflicts=True,
            unique_fields=["article", "stand"],
            update_fields=["digest", "revision", "checked_at"],
        )


def with_checked(articles):
    """The Article queryset with `checked`, a term of Checked, and `checked_at`, when the draft's flags were last
    brought in step; in the same query.

    An article counts as changed while its draft has a newer revision than the checks saw, its live page is another
    edition, or a source that the draft cites was changed and its flags did not follow yet.
    """
    seen = Checking.objects.filter(article=OuterRef("pk"))
    newest = Revision.objects.filter(article=OuterRef("article")).order_by("-number").values("number")[:1]
    draft = seen.filter(stand=Stand.DRAFT)
    in_step = draft.filter(revision__gte=Coalesce(Subquery(newest), 0))
    live = seen.filter(stand=Stand.LIVE, digest=OuterRef("publication__edition__digest"))
    is_live = Q(publication__isnull=False, publication__withdrawn_at=None)
    unsettled = Citation.objects.filter(claim__article=OuterRef("pk"), source__unsettled=True)
    changed = ~Exists(in_step) | (is_live & ~Exists(live)) | Exists(unsettled)
    return articles.annotate(
        checked=Case(
            When(~Exists(draft), then=Value(str(Checked.NEVER))),
            When(changed, then=Value(str(Checked.CHANGED))),
            default=Value(str(Checked.DONE)),
        ),
        checked_at=Subquery(draft.values("checked_at")[:1]),
    )


def checked_in_words(article):
    """What `with_checked` found of an article, for a list: when its flags were last brought in step, or why they cannot
    be trusted."""
    if article.checked != Checked.DONE:
        return Checked(article.checked).label
    return date_format(timezone.localtime(article.checked_at), "j F Y, H:i")


def not_checked(article):
    """Why the flags of an article cannot be trusted, in words; empty if they can."""
    found = Checked(
        with_checked(Article.objects.filter(pk=article.pk)).values_list("checked", flat=True).get()
    )
    return "" if found == Checked.DONE else found.label
