"""What happened to sources lately, and which drafts and live pages rest on them."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from evidence.models import Citation, Publication, Source, SourceUpdate

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


def _drafts(records):
    rows = Citation.objects.filter(source__in=records, claim__article__discarded_at=None)
    for cited in rows.select_related("claim__article").order_by("claim__article__title"):
        yield cited.source_id, cited.claim.article


def _live(records):
    rows = Publication.objects.live().filter(edition__sources__in=records).distinct()
    rows = rows.select_related("article", "edition").defer("edition__body").order_by("article__title")
    return rows.prefetch_related("edition__sources")
