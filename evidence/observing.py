"""From the database and the clock to frozen Circumstances."""

from collections import defaultdict

from django.conf import settings
from django.utils import timezone

from evidence.circumstances import Circumstances, Declared, Update
from evidence.models import Citation, Declaration, Source, SourceUpdate


def observe(manuscript, article=None, today=None):
    """Circumstances of a manuscript as of now; of its article too (next review, stamps) where there is one."""
    return Circumstances(
        today=today or timezone.localdate(),
        next_review=article.next_review_on if article else None,
        updates=_updates(manuscript),
        stored_texts=_stored_texts(manuscript),
        declarations=_declarations(manuscript, article),
        verified=_verified(article),
        settings=settings.VOUCH,
    )


def bare(today=None):
    """Circumstances of a manuscript that no database knows yet: asks the clock and the settings only."""
    return Circumstances(today=today or timezone.localdate(), settings=settings.VOUCH)


def _updates(manuscript):
    found = defaultdict(list)
    keys = [source.key for source in manuscript.sources]
    for row in SourceUpdate.objects.filter(source__key__in=keys).select_related("source"):
        found[row.source.key].append(Update(row.type, row.on, row.notice, row.asserted_by, row.superseded))
    return {key: tuple(updates) for key, updates in found.items()}


def _stored_texts(manuscript):
    keys = [source.key for source in manuscript.sources]
    rows = Source.objects.filter(key__in=keys).exclude(stored_text="")
    return dict(rows.values_list("key", "stored_text"))


def _declarations(manuscript, article):
    found = defaultdict(list)
    keys = [entry.key for entry in manuscript.byline]
    rows = Declaration.objects.filter(contributor__key__in=keys).select_related("contributor")
    for row in rows:
        if row.article_id is None or (article and row.article_id == article.pk):
            found[row.contributor.key].append(Declared(row.declared_on, interests=row.interests))
    return {key: tuple(declared) for key, declared in found.items()}


def _verified(article):
    if article is None:
        return {}
    rows = Citation.objects.filter(claim__article=article).exclude(verified_at=None)
    stamps = rows.values_list("claim__key", "source__key", "verified_at")
    return {(claim, source): timezone.localdate(at) for claim, source, at in stamps}
