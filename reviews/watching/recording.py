"""What happens to sources: written down with its notices in one short transaction, then told to the articles' flags.

Whatever stops in between is taken up again: a source stays `unsettled` until the flags of all that rest on it are in
step.
"""

from django.db import transaction
from django.db.models import Q

from evidence.models import Article, Source
from reviews import permissions
from reviews.flags import flagging
from reviews.publishing import publication


def record_update(source, type, *, by, asserted_by, on=None, notice="", superseded=False):
    """Record what happened to a source and warn the readers of every live page that cites it, in one short
    transaction; then bring the flags of the articles in step. Safe to repeat. Returns the SourceUpdate.

    `by` is a user, or None for the machine that asked a service. Raises PermissionDenied.
    """
    if by is not None:
        permissions.require(by, "record_update")
    # Asked anew: the record may have been merged since the caller read it.
    source = Source.objects.select_related("merged_into").get(pk=source.pk)
    source = source.merged_into or source
    with transaction.atomic():
        hold([source])
        Source.objects.filter(pk=source.pk).update(unsettled=True)
        update = source.add_update(
            type, by=by, asserted_by=asserted_by, on=on, notice=notice, superseded=superseded
        )
        for article in live_on(source):
            publication.warn_of(update, article, by=by)
    settle(source)
    return update


def hold(sources):
    """Lock the articles that rest on any of the sources, for the transaction of the caller.

    Several are locked in the order of their primary keys, so that two updates cannot deadlock; drafts too, so that a
    page which comes out at this moment is either warned of or finds the update at the gate.
    """
    resting = Q(pk=None)
    for source in sources:
        resting |= Q(pk__in=resting_on(source).values("pk"))
    list(Article.objects.select_for_update().filter(resting).order_by("pk"))


def settle(source):
    """Bring the flags of everything that rests on a source in step, one transaction an article; safe to repeat."""
    for article in resting_on(source):
        flagging.reconcile(article)
    Source.objects.filter(pk=source.pk).update(unsettled=False)


def settle_all():
    """Finish what was stopped; the number of sources it concerned."""
    unsettled = list(Source.objects.filter(unsettled=True).order_by("pk"))
    for source in unsettled:
        settle(source)
    return len(unsettled)


def resting_on(source):
    """Articles whose draft or live page rests on a source, or on a record that was merged into it."""
    drafts = Q()
    for one in source.records():
        drafts |= Q(pk__in=Article.objects.kept().citing(one).values("pk"))
    live = Q(pk__in=live_on(source).values("pk"))
    return Article.objects.filter(drafts | live).order_by("pk")


def live_on(*sources):
    """Articles whose live page names one of the sources, or a record that was merged into it."""
    records = [record for source in sources for record in source.records()]
    return Article.objects.public().filter(publication__edition__sources__in=records).distinct()
