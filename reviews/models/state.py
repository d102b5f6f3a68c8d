"""The state of an article: computed from its rounds and editions, never stored."""

from django.db.models import Count, IntegerField, OuterRef, Subquery, TextChoices
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from evidence.models import Article, Revision
from reviews.models import Decision, Round


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    LIVE = "live", _("Live")
    LIVE_DRAFT = "live_with_newer_draft", _("Live, with a newer draft")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Discarded")


UNDER_WAY = (State.IN_REVIEW, State.APPROVED)


def state_of(article):
    """The State of one article now."""
    return _state(with_facts(Article.objects.filter(pk=article.pk)).get())


def states_of(articles):
    """[(article, State), …] of an Article queryset, in one query for any number."""
    return [(article, _state(article)) for article in with_facts(articles)]


def with_facts(articles):
    """The queryset with what a state is computed from: the open round, its approvals, the newest digest."""
    open_rounds = Round.objects.open().filter(article=OuterRef("pk"))
    given = Decision.objects.approvals().filter(round__article=OuterRef("pk"), round__outcome="")
    approvals = given.order_by().values("round").annotate(given=Count("pk"))
    newest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return articles.select_related("publication__edition").annotate(
        required=Subquery(open_rounds.values("required")[:1]),
        approved=Coalesce(Subquery(approvals.values("given")[:1]), 0, output_field=IntegerField()),
        newest_digest=Subquery(newest.values("digest")[:1]),
    )


def _state(article):
    if article.discarded_at:
        return State.DISCARDED
    if article.required:
        return State.APPROVED if article.approved >= article.required else State.IN_REVIEW
    publication = getattr(article, "publication", None)
    if publication is None:
        return State.DRAFT
    if not publication.is_live:
        return State.WITHDRAWN
    return State.LIVE if article.newest_digest == publication.edition.digest else State.LIVE_DRAFT
