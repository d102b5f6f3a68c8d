"""A judgement that lapsed is confirmed: the citation by its own verb, the flags here."""

from django.db import transaction

from reviews import permissions
from reviews.flags import flagging


def confirm(cited, *, by, seen=""):
    """Let a Citation's stance hold for the words that stand there now, and bring the flags in step, in one
    transaction. Safe to repeat.

    Raises PermissionDenied, and Refused as Citation.confirm does.
    """
    permissions.require(by, "confirm_judgement", cited.claim.article)
    with transaction.atomic():
        cited.confirm(by=by, seen=seen)
        flagging.reconcile(cited.claim.article)
