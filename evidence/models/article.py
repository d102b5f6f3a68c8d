from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence.errors import Refused
from evidence.models.constraints import one_of, pair
from evidence.models.event import Event
from evidence.models.freezing import Freezing
from evidence.vocabulary import Profile


class ArticleQuerySet(models.QuerySet):
    def kept(self):
        """Articles that were not discarded."""
        return self.filter(discarded_at=None)

    def public(self):
        """Articles whose page readers can read now."""
        return self.filter(publication__edition__isnull=False, publication__withdrawn_at=None)

    def by(self, contributor):
        """Articles whose byline names a contributor, discarded ones left out."""
        return self.kept().filter(byline__contributor=contributor).distinct()

    def citing(self, source):
        """Articles whose draft rests on a source, or on a review that includes it."""
        on_it = Q(claims__citations__source=source) | Q(claims__citations__source__included=source)
        return self.filter(on_it).distinct()

    def locked_for_writing(self, pk):
        """The article, its row locked until the transaction ends: whatever changes an article starts here."""
        return self.select_for_update().get(pk=pk)


class Article(Freezing, models.Model):
    title = models.CharField(_("title"), max_length=300)
    slug = models.SlugField(_("slug"), max_length=120, unique=True)
    language = models.CharField(_("language"), max_length=10, default="en")
    profile = models.CharField(
        _("profile"), max_length=30, choices=Profile.choices, default=Profile.INTERVENTION
    )
    subject = models.CharField(
        _("what is reviewed"), max_length=200, blank=True, help_text=_("For example “Noopept in adults”.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("Answers first, in plain words."))
    topics = models.ManyToManyField("Topic", verbose_name=_("topics"), blank=True, related_name="articles")
    funding = models.TextField(_("funding statement"), blank=True)
    searched_up_to = models.DateField(_("evidence searched up to"), null=True, blank=True)
    search_databases = models.CharField(_("databases searched"), max_length=300, blank=True)
    search_query = models.TextField(_("search query"), blank=True)
    search_on = models.DateField(_("searched on"), null=True, blank=True)
    next_review_on = models.DateField(_("next review on"), null=True, blank=True)

    # The references that an imported text listed; what is cited hangs on the claims.
    listed = models.ManyToManyField("Source", editable=False, related_name="listed_in")

    # Keys are never reused, so the counters only rise; they are taken under the article's row lock.
    last_section = models.PositiveIntegerField(default=0, editable=False)
    last_claim = models.PositiveIntegerField(default=0, editable=False)
    last_outcome = models.PositiveIntegerField(default=0, editable=False)

    locked_at = models.DateTimeField(null=True, editable=False)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    locked_for = models.CharField(max_length=200, blank=True, editable=False)
    discarded_at = models.DateTimeField(null=True, editable=False)
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            pair("article", "locked"),
            pair("article", "discarded"),
            one_of("article", "profile", Profile),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True) | ~Q(locked_for=""), name="article_lock_has_reason"
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_locked(self):
        return self.locked_at is not None

    def lock(self, *, by, reason):
        """Close the draft to every change until `unlock`; safe to repeat."""
        if self.is_locked:
            return
        self.locked_at, self.locked_by, self.locked_for = timezone.now(), by, reason
        self.save(update_fields=["locked_at", "locked_by", "locked_for"])
        Event.record("article.locked", by=by, article=self)

    def unlock(self, *, by):
        """Open the draft again; safe to repeat. Raises Refused while what it was locked for is not over."""
        if not self.is_locked:
            return
        held, self.locked_at, self.locked_by, self.locked_for = self.locked_for, None, None, ""
        try:
            with transaction.atomic():
                self.save(update_fields=["locked_at", "locked_by", "locked_for"])
        except IntegrityError as guarded:
            self.refresh_from_db(fields=["locked_at", "locked_by", "locked_for"])
            raise Refused(_t("The draft stays locked: %(why)s.") % {"why": held}) from guarded
        Event.record("article.unlocked", by=by, article=self)

    def discard(self, *, by):
        """Hide a never-published article; raises Refused for one that readers have seen."""
        with transaction.atomic():
            article = type(self).objects.locked_for_writing(self.pk)
            if article.discarded_at:
                return
            if article.editions.exists():
                raise Refused(_t("A published article is withdrawn, never discarded."))
            if article.is_locked:
                raise Refused(_t("Take it back from review before you discard it."))
            article.discarded_at, article.discarded_by = timezone.now(), by
            article.save(update_fields=["discarded_at", "discarded_by"])
            Event.record("article.discarded", by=by, article=article)
        self.refresh_from_db()

    def drop_unplaced(self, *, by):
        """Delete the claims whose sentence was taken out, with their citations; safe to repeat. Raises Refused while
        the draft is locked or discarded."""
        with transaction.atomic():
            article = type(self).objects.locked_for_writing(self.pk)
            article.ensure_editable()
            gone = article.claims.unplaced()
            keys = ",".join(gone.values_list("key", flat=True))
            if keys:
                gone.delete()
                Event.record("claims.dropped", by=by, article=article, keys=keys)
                article.revise(by=by)

    def next_key(self, noun):
        """A new key for "section", "claim" or "outcome" (s4, c12, o2): counted under the row lock, never used
        twice."""
        counter = f"last_{noun}"
        type(self).objects.filter(pk=self.pk).update(**{counter: F(counter) + 1})
        self.refresh_from_db(fields=[counter])
        return f"{noun[0]}{getattr(self, counter)}"

    def ensure_editable(self):
        """Raises Refused while the draft is locked or discarded."""
        if self.is_locked:
            raise Refused(_t("The draft is locked: %(why)s.") % {"why": self.locked_for})
        if self.discarded_at:
            raise Refused(_t("The article was discarded."))
