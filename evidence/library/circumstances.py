"""From the database and the clock to frozen Circumstances."""

from collections import defaultdict

from django.conf import settings
from django.utils import timezone

from evidence.library.judgements import lapsed, read_on
from evidence.manuscript.circumstances import Circumstances, Declared, Resolved, Update
from evidence.models import Comparison, Declaration, Source, SourceUpdate
from evidence.models.comparison import Answer

FAILED = 2  # times in a row until an address counts as dead (checks.md, SI12)
ASKED = (
    "key",
    "pk",
    "merged_into",
    "stored_text",
    "resolved",
    "link_failures",
    "archived_url",
    "published_as__title",
    "merged_into__published_as__title",
    "csl__ISSN",
)


def observe(manuscript, article=None, today=None):
    """Circumstances of a manuscript as of now; of its article too (next review, stamps) where there is one."""
    rows = list(Source.objects.filter(key__in=[one.key for one in manuscript.sources]).values(*ASKED))
    lapses = lapsed(manuscript, article) if article else {}
    return Circumstances(
        today=today or timezone.localdate(),
        next_review=article.next_review_on if article else None,
        updates=_updates(rows),
        stored_texts={row["key"]: row["stored_text"] for row in rows if row["stored_text"]},
        declarations=_declarations(manuscript, article),
        verified=read_on(manuscript, article, lapses) if article else {},
        lapsed=lapses,
        resolved={row["key"]: Resolved(**row["resolved"]) for row in rows if row["resolved"]},
        dead_links=_dead_links(manuscript, rows),
        published_as={row["key"]: title for row in rows if (title := _version(row))},
        issns={row["key"]: issns for row in rows if (issns := _issns(row["csl__ISSN"]))},
        retracted_inside=_retracted_inside(rows),
        listed=dict(article.listed.values_list("key", "title")) if article else {},
        distinct=_distinct(rows),
        settings=settings.VOUCH,
    )


def bare(today=None):
    """Circumstances of a manuscript that no database knows yet: asks the clock and the settings only."""
    return Circumstances(today=today or timezone.localdate(), settings=settings.VOUCH)


def _distinct(rows):
    told = Comparison.objects.exclude(answer=Answer.MERGED).filter(first__in=[row["pk"] for row in rows])
    return frozenset(tuple(sorted(pair)) for pair in told.values_list("first__key", "second__key"))


def _issns(said):
    """CSL has one ISSN as text, services give several as a list."""
    many = said if isinstance(said, list) else str(said or "").replace(";", ",").split(",")
    return tuple(str(one).strip() for one in many if str(one).strip())


def _version(row):
    return row["merged_into__published_as__title"] or row["published_as__title"]


def _keys_by_record(rows):
    """Primary key → keys of the manuscript: a record that was merged into another shares what is known of that one."""
    keys = defaultdict(set)
    for row in rows:
        keys[row["pk"]].add(row["key"])
        if row["merged_into"]:
            keys[row["merged_into"]].add(row["key"])
    return keys


def _updates(rows):
    found, keys = defaultdict(list), _keys_by_record(rows)
    for one in SourceUpdate.objects.filter(source__in=list(keys)):
        for key in keys[one.source_id]:
            update = Update(one.type, one.on, one.notice, one.asserted_by, one.superseded)
            if update not in found[key]:
                found[key].append(update)
    return {key: tuple(updates) for key, updates in found.items()}


def _dead_links(manuscript, rows):
    failed = {row["key"] for row in rows if row["link_failures"] >= FAILED and not row["archived_url"]}
    return {one.key: one.csl["URL"] for one in manuscript.sources if one.key in failed and one.csl.get("URL")}


def _retracted_inside(rows):
    found, keys = defaultdict(list), _keys_by_record(rows)
    inside = Source.objects.retracted().filter(included_in__in=list(keys))
    for pk, title in inside.values_list("included_in", "title").order_by("title"):
        for key in keys[pk]:
            found[key].append(title)
    return {key: tuple(titles) for key, titles in found.items()}


def _declarations(manuscript, article):
    found = defaultdict(list)
    keys = [entry.key for entry in manuscript.byline]
    rows = Declaration.objects.filter(contributor__key__in=keys).select_related("contributor")
    for row in rows:
        if row.article_id is None or (article and row.article_id == article.pk):
            found[row.contributor.key].append(Declared(row.declared_on, interests=row.interests))
    return {key: tuple(declared) for key, declared in found.items()}
