from dataclasses import replace

from django.conf import settings
from django.db import models, transaction
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from evidence import canonical, manuscript
from evidence.appraisal.grade import LOWERING, certainty, faults, looked_at
from evidence.errors import Refused
from evidence.manuscript.taking import outcome_of
from evidence.models.article import Article
from evidence.models.constraints import one_of
from evidence.models.event import Event
from evidence.vocabulary import Certainty

RATERS = 2


class Rating(models.Model):
    """How one of two raters judges an outcome, blind to the other. Append-only.

    It hangs on the outcome's key, so that it outlives the row. `judged` is the whole Outcome in canonical form with
    this rater's body of evidence and domains: what was looked at stays beside what was made of it. A sitting ends with
    its consensus; the next judgement begins another.
    """

    article = models.ForeignKey("Article", on_delete=models.PROTECT, related_name="ratings")
    outcome_key = models.CharField(_("key of the outcome"), max_length=12)
    sitting = models.PositiveIntegerField(_("sitting"))
    number = models.PositiveIntegerField(_("number"), help_text=_("Of this rater in this sitting."))
    judged = models.TextField(_("what was judged, and how"))
    level = models.CharField(_("certainty"), max_length=12, choices=Certainty.choices)
    rated_at = models.DateTimeField(_("rated"), default=timezone.now)
    rated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("independent rating")
        verbose_name_plural = _("independent ratings")
        constraints = [
            UniqueConstraint(
                fields=["article", "outcome_key", "sitting", "rated_by", "number"],
                name="rating_number_unique",
            ),
            CheckConstraint(condition=Q(number__gte=1, sitting__gte=1), name="rating_numbers_from_1"),
            CheckConstraint(condition=~Q(level=""), name="rating_comes_to_something"),
            one_of("rating", "level", Certainty),
        ]

    def __str__(self):
        return f"{self.article_id}/{self.outcome_key}/{self.sitting}/{self.number}"

    @cached_property
    def outcome(self):
        """The manuscript's Outcome as this rater judged it."""
        return canonical.build(manuscript.Outcome, canonical.loads(self.judged))

    def is_of(self, outcome):
        """Whether the facts that were judged are still those of an Outcome, whatever is made of them."""
        return replace(self.outcome, body="", domains=()) == replace(outcome, body="", domains=())

    @classmethod
    def give(cls, row, *, body, domains, by):
        """Judge an Outcome row: a body of evidence, and DomainRatings; safe to repeat. The Rating.

        Until both are in a rater may judge again: the earlier rating stays as history. Raises Refused once both are
        in, for a third rater, for a discarded article, and for what GRADE does not allow.
        """
        with transaction.atomic():
            article = Article.objects.locked_for_writing(row.article_id)
            if article.discarded_at:
                raise Refused(_t("The article was discarded."))
            judged = judged_outcome(article, row, body, domains)
            sitting = Sitting.of(article, row.key)
            last = sitting.by(by)
            text = canonical.dumps(canonical.plain(judged))
            if last and last.judged == text:
                return last
            if sitting.is_full:
                raise Refused(_t("Two have rated it: what differs is settled by their consensus."))
            number = last.number + 1 if last else 1
            made = cls.objects.create(
                article=article,
                outcome_key=row.key,
                sitting=sitting.number,
                number=number,
                judged=text,
                level=certainty(judged),
                rated_by=by,
            )
            # Neither the level nor a step: events are open to all, and the other has perhaps not rated yet.
            subject = f"outcome:{row.key}"
            Event.record("outcome.rated", by=by, article=article, subject=subject, number=number, rows=[made])
        return made


class Sitting:
    """The ratings of one outcome since its last consensus, the latest of each rater."""

    def __init__(self, number, ratings):
        self.number, self.ratings = number, tuple(ratings)

    @classmethod
    def of(cls, article, key):
        """The sitting that is open, perhaps still empty."""
        last = article.consensuses.filter(outcome_key=key).aggregate(last=models.Max("sitting"))["last"]
        number = (last or 0) + 1
        rows = article.ratings.filter(outcome_key=key, sitting=number).select_related("rated_by__contributor")
        return cls(number, latest(rows))

    @property
    def is_full(self):
        return len(self.ratings) >= RATERS

    def by(self, user):
        """What somebody rated in it, or None."""
        return next((one for one in self.ratings if one.rated_by_id == user.pk), None)


def latest(rows):
    """The last rating of each rater, in the order in which the raters began."""
    return {row.rated_by_id: row for row in rows}.values()


def judged_outcome(article, row, body, domains):
    """The Outcome of a row as it is stored now, with another body and domains. Raises Refused if it is gone, if
    nothing was said of the body, for what GRADE does not allow, or while a domain that lowers was not looked at."""
    found = article.outcomes.prefetch_related("domains").filter(key=row.key).first()
    if found is None:
        raise Refused(_t("The outcome was deleted."))
    if not body:
        raise Refused(_t("Say what kind of evidence it rests on."))
    said = sorted(domains, key=lambda one: one.domain)
    judged = replace(outcome_of(found), body=str(body), domains=tuple(said))
    # As it will be read again: texts in their canonical form.
    judged = canonical.build(manuscript.Outcome, canonical.loads(canonical.dumps(canonical.plain(judged))))
    if wrong := faults(judged):
        raise Refused(*wrong)
    if certainty(judged) == Certainty.UNRATED:
        said = {"n": looked_at(judged), "all": len(LOWERING)}
        raise Refused(
            _t("Say of each domain that lowers whether it does: %(n)d of %(all)d were looked at.") % said
        )
    return judged
