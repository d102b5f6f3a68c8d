"""How long readers were warned of a source before the page stopped resting on it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.utils import timezone

from evidence.manuscript.circumstances import standing
from evidence.models import Edition, Notice, Source
from evidence.vocabulary import ClaimKind, NoticeKind, Stance

RESTING = (Stance.SUPPORTS, Stance.PARTLY, Stance.NOT_JUDGED)


@dataclass(frozen=True)
class Correction:
    """From the first public notice about a source on a page to what made it needless: `how` is "edition" (the next
    one that does not rest on the source, its number in `edition`), "withdrawn", "lifted", or "" while nothing has."""

    article: object
    source: Source
    noticed_at: datetime
    how: str = ""
    ended_at: datetime | None = None
    edition: int | None = None

    @property
    def is_open(self):
        return not self.how

    @property
    def took(self):
        """A timedelta; of an open one until now, of a lifted one None: nothing was to be corrected."""
        return None if self.how == "lifted" else (self.ended_at or timezone.now()) - self.noticed_at

    @property
    def days(self):
        return None if self.took is None else self.took.days


def corrections(source=None):
    """Corrections of every page on which a notice about a source was put (or about this one), the oldest first; in a
    fixed number of queries."""
    notices = Notice.objects.exclude(update=None).select_related(
        "edition__article", "update__source__merged_into"
    )
    if source is not None:
        notices = notices.filter(update__source__in=(source.merged_into or source).records())
    first = {}
    for notice in notices.order_by("put_at", "pk"):
        work = notice.update.source.merged_into or notice.update.source
        first.setdefault((notice.edition.article, work), notice)
    past = _Past({article for article, _work in first}, {work for _article, work in first})
    return [past.of(article, work, notice) for (article, work), notice in first.items()]


def median_time(found):
    """Median timedelta of the Corrections that were made, or None."""
    made = [one.took.total_seconds() for one in found if one.how in ("edition", "withdrawn")]
    return timedelta(seconds=median(made)) if made else None


def rests_on(manuscript, keys):
    """Whether a claim of a Manuscript is supported by one of these sources; telling of their history is no support."""
    return any(
        cited.source in keys and cited.stance in RESTING
        for claim in manuscript.claims
        if claim.kind != ClaimKind.HISTORICAL
        for cited in claim.citations
    )


class _Past:
    """Editions and withdrawals of articles, and keys and updates of works: four queries for any number."""

    def __init__(self, articles, works):
        self.editions, self.withdrawals = defaultdict(list), defaultdict(list)
        rows = Edition.objects.filter(article__in=articles).defer("body").select_related("revision")
        for edition in rows.order_by("number"):
            self.editions[edition.article_id].append(edition)
        gone = Notice.objects.filter(edition__article__in=articles, kind=NoticeKind.WITHDRAWAL)
        for article, at in gone.order_by("put_at").values_list("edition__article", "put_at"):
            self.withdrawals[article].append(at)
        self.keys, self.standing = {}, {}
        for work in Source.objects.filter(pk__in=[work.pk for work in works]).prefetch_related(
            "merged", "updates"
        ):
            self.keys[work.pk] = {record.key for record in (work, *work.merged.all())}
            self.standing[work.pk] = {update.type for update in standing(work.updates.all())}

    def of(self, article, work, notice):
        ends = [
            (edition.published_at, "edition", edition.number)
            for edition in self.editions[article.pk]
            if edition.published_at > notice.put_at
            and not rests_on(edition.revision.frozen, self.keys[work.pk])
        ]
        ends += [(at, "withdrawn", None) for at in self.withdrawals[article.pk] if at > notice.put_at]
        if not ends:
            lifted = notice.update.type not in self.standing[work.pk]
            return Correction(article, work, notice.put_at, "lifted" if lifted else "")
        at, how, number = min(ends)
        return Correction(article, work, notice.put_at, how, at, number)
