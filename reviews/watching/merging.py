"""Two records of one work become one: the drafts and the record by the source's own verb, readers and flags here."""

from django.db import transaction
from django.db.models import Q

from evidence.models import Article, Source
from evidence.models.merging import citing_or_listing
from reviews import permissions
from reviews.flags import flagging
from reviews.publishing import publication
from reviews.watching import recording


def merge(kept, lost, *, by, taking=()):
    """Make `lost` a former record of `kept` and warn the readers of every live page that names either of what
    happened to the work, in one transaction; then bring the flags in step. Safe to repeat. Returns the kept source.

    Raises PermissionDenied, and Refused with every reason as Source.absorb does.
    """
    permissions.require(by, "merge_sources")
    with transaction.atomic():
        live = recording.live_on(kept, lost)
        # All at once and in the order of their keys, before absorb locks its part of them.
        touched = Q(pk__in=live.values("pk")) | Q(pk__in=citing_or_listing(kept, lost).values("pk"))
        locked = list(Article.objects.select_for_update().filter(touched).order_by("pk"))
        listing = list(Article.objects.kept().filter(listed__in=[kept, lost]).distinct().order_by("pk"))
        kept = kept.absorb(lost, by=by, taking=taking)
        Source.objects.filter(pk=kept.pk).update(unsettled=True)
        warned = set(live.values_list("pk", flat=True))
        for update in kept.updates.standing():
            for article in (one for one in locked if one.pk in warned):
                publication.warn_of(update, article, by=by)
    recording.settle(kept)
    flagging.reconcile_all(listing)
    return kept
