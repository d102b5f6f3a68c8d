import hashlib
from functools import cache

from django.conf import settings
from django.db import connections, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from evidence.models.constraints import pair

OF_A_PAGE = ("etag", "notices", "withdrawn_at", "withdrawn_reason", "edition__title")


class PublicationQuerySet(models.QuerySet):
    def live(self):
        """Publications that readers can read now."""
        return self.filter(withdrawn_at=None)

    def latest_first(self):
        return self.order_by("-edition__published_at", "-pk")

    def page(self, slug, known=""):
        """Title, body, notices, etag and withdrawal of one page as a dict, or None; one query.

        The body is None if the etag is the `known` one. Readers ask nothing else, so its SQL is put together once
        and not at every request.
        """
        with connections[self.db].cursor() as cursor:
            cursor.execute(_page_sql(self.db), [known, slug])
            row = cursor.fetchone()
        return dict(zip([*OF_A_PAGE, "edition__body"], row, strict=True)) if row else None

    def references(self, slug):
        """The frozen manuscript of one page and when it was withdrawn, as a dict, or None; one query."""
        return self.filter(article__slug=slug).values("withdrawn_at", "edition__revision__manuscript").first()

    def for_readers(self):
        """With all that a page needs, in one query."""
        return self.select_related("article", "edition")


class Publication(models.Model):
    """The one row per article that readers' pages ask. Only the one door writes it, through these verbs."""

    article = models.OneToOneField("Article", on_delete=models.PROTECT, related_name="publication")
    edition = models.ForeignKey("Edition", on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_reason = models.TextField(_("reason of the withdrawal"), blank=True)
    notices = models.TextField(_("rendered notices"), blank=True)
    etag = models.CharField(max_length=64)
    # Under which readers find the page: taken over from the draft when an edition comes out, or by a verb of its own.
    topics = models.ManyToManyField(
        "Topic", verbose_name=_("topics shown"), blank=True, related_name="publications"
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [pair("publication", "withdrawn")]

    def __str__(self):
        return str(self.article)

    @property
    def is_live(self):
        return self.withdrawn_at is None

    def show(self, edition, notices=""):
        """Point readers at an edition, with the notices that stand on it."""
        self.edition, self.notices = edition, notices
        self.withdrawn_at, self.withdrawn_by, self.withdrawn_reason = None, None, ""
        self._store()

    def classify(self):
        """Let readers find the page under the topics that the draft names now; whether anything changed."""
        before, now = set(self.topics.all()), set(self.article.topics.all())
        self.topics.set(now)
        return before != now

    def warn(self, notices):
        """Put the rendered notices on the page that readers see."""
        self.notices = notices
        self._store()

    def hide(self, *, by, reason):
        """Leave a tombstone in place of the page."""
        self.withdrawn_at, self.withdrawn_by, self.withdrawn_reason = timezone.now(), by, reason
        self._store()

    def reveal(self):
        """Show the withdrawn edition again."""
        self.withdrawn_at, self.withdrawn_by, self.withdrawn_reason = None, None, ""
        self._store()

    def computed_etag(self):
        """SHA-256 over what readers see."""
        number = str(self.edition.number)
        seen = [self.edition.digest, number, self.edition.body, self.notices, self.withdrawn_reason]
        return hashlib.sha256("\n".join(seen).encode()).hexdigest()

    def _store(self):
        self.etag = self.computed_etag()
        self.save()


@cache
def _page_sql(alias):
    body = models.Case(models.When(etag="known", then=None), default=models.F("edition__body"))
    query = Publication.objects.using(alias).filter(article__slug="slug").values_list(*OF_A_PAGE, body)
    sql, params = query.query.get_compiler(alias).as_sql()
    if params != ("known", "slug"):
        raise AssertionError(f"unexpected parameters {params}")
    return sql
