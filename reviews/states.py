"""The state of an article: computed from its rounds and editions, never stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    APPROVED = "approved", _("Approved")
    LIVE = "live", _("Live")
    LIVE_DRAFT = "live_with_newer_draft", _("Live, with a newer draft")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Discarded")


def state_of(article):
    """The State of one article now."""
    if article.discarded_at:
        return State.DISCARDED
    current = article.rounds.open().first()
    if current:
        enough = current.approvals().count() >= current.required
        return State.APPROVED if enough else State.IN_REVIEW
    publication = getattr(article, "publication", None)
    if publication is None:
        return State.DRAFT
    if not publication.is_live:
        return State.WITHDRAWN
    latest = article.latest_revision()
    return State.LIVE if latest.digest == publication.edition.digest else State.LIVE_DRAFT


UNDER_WAY = (State.IN_REVIEW, State.APPROVED)
