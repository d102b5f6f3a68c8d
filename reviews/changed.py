"""What happened to sources lately, and what that asks of whom: editors by article, reviewers by approval."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from evidence.models import Citation, Publication, Source, SourceUpdate
from reviews.models import Decision

LATELY = timedelta(days=60)
MOST = 20  # sources shown


@dataclass
class Changed:
    """One source and what happened to it lately; `live`: pages that name it; `drafts`: articles that cite it."""

    source: Source
    updates: list = field(default_factory=list)
    live: list = field(default_factory=list)
    drafts: list = field(default_factory=list)


def changed_sources(now=None):
    """Changed, the newest first, for every source with a new update on which a draft or a live page rests; in a fixed
    number of queries."""
    since = (now or timezone.now()) - LATELY
    rows = SourceUpdate.objects.filter(recorded_at__gt=since).select_related("source__merged_into")
    found = {}
    for update in rows.order_by("-recorded_at", "-pk"):
        work = update.source.merged_into or update.source
        found.setdefault(work.pk, Changed(work)).updates.append(update)
    records = dict(Source.objects.filter(merged_into__in=found).values_list("pk", "merged_into"))
    records |= {pk: pk for pk in found}
    for source, article in _drafts(records):
        if article not in found[records[source]].drafts:
            found[records[source]].drafts.append(article)
    for publication in _live(records):
        for source in publication.edition.sources.all():
            if source.pk in records and publication.article not in found[records[source.pk]].live:
                found[records[source.pk]].live.append(publication.article)
    return [one for one in found.values() if one.live or one.drafts][:MOST]


def approvals_to_confirm(user):
    """[(decision, updates)]: the user's approvals in open rounds whose sources were updated since."""
    mine = Decision.objects.filter(round__outcome="", reviewer=user, verdict=Decision.Verdict.APPROVE)
    mine = mine.select_related("round__revision", "round__article").prefetch_related("confirmations")
    return [pair for pair in updates_since(mine) if pair[1]]


def updates_since(decisions):
    """[(decision, updates of its cited sources that are newer than it and its confirmations)], in one query more than
    it takes to read the decisions."""
    rows = [
        (one, {source.key for source in one.round.revision.frozen.sources}, _confirmed_at(one))
        for one in decisions
    ]
    if not rows:
        return []
    keys, first = set().union(*(keys for _one, keys, _at in rows)), min(at for _one, _keys, at in rows)
    updates = SourceUpdate.objects.filter(source__key__in=keys, recorded_at__gt=first).select_related(
        "source"
    )
    updates = list(updates)
    return [
        (one, [update for update in updates if update.source.key in keys and update.recorded_at > at])
        for one, keys, at in rows
    ]


def _confirmed_at(decision):
    return max([decision.decided_at, *(one.confirmed_at for one in decision.confirmations.all())])


def _drafts(records):
    rows = Citation.objects.filter(source__in=records, claim__article__discarded_at=None)
    for cited in rows.select_related("claim__article").order_by("claim__article__title"):
        yield cited.source_id, cited.claim.article


def _live(records):
    rows = Publication.objects.live().filter(edition__sources__in=records).distinct()
    rows = rows.select_related("article", "edition").defer("edition__body").order_by("article__title")
    return rows.prefetch_related("edition__sources")
