"""From a Manuscript to rows: the last step of an import, in one transaction."""

from django.db import transaction
from django.utils.text import slugify

from evidence.bibliography.references.keys import numbered
from evidence.canonical import thawed
from evidence.manuscript.taking import number_of
from evidence.models import (
    Article,
    BylineEntry,
    Citation,
    Claim,
    Contributor,
    DomainRating,
    Event,
    Outcome,
    Section,
    Source,
)
from evidence.models.judging import SAID
from evidence.vocabulary import Stance


def store(manuscript, *, slug, by, how="article.created", also=()):
    """A new Article with the rows of a Manuscript, its first revision frozen; nothing is stored on an error.

    Sources are matched with the library by identifier; unknown ones are added under a key of their own, and so
    are those of `also`, which the text does not cite. The slug is made unique by a number.
    """
    with transaction.atomic():
        article = Article.objects.create(
            title=manuscript.title,
            slug=free_slug(slug),
            language=manuscript.language,
            profile=manuscript.profile,
            subject=manuscript.subject,
            summary=manuscript.summary,
            funding=manuscript.funding,
            searched_up_to=manuscript.searched_up_to,
            search_databases=manuscript.search.databases,
            search_query=manuscript.search.query,
            search_on=manuscript.search.on,
            last_section=_highest(manuscript.sections),
            last_claim=_highest(manuscript.claims),
            last_outcome=_highest(manuscript.outcomes),
        )
        Event.record(how, by=by, article=article)
        _store_byline(article, manuscript, by)
        _store_sections(article, manuscript)
        outcomes = _store_outcomes(article, manuscript)
        sources = _store_sources((*manuscript.sources, *also), by)
        article.listed.set(sources[part.key] for part in also)
        _store_claims(article, manuscript, outcomes, sources, by)
        article.revise(by=by)
    return article


def free_slug(wanted):
    """`wanted` as a slug that no article has, with a number behind it where it is taken."""
    base = slugify(wanted)[:110] or "article"
    return numbered(base, lambda slug: Article.objects.filter(slug=slug).exists())


def contributor_for(entry, by):
    """The contributor with a byline entry's key, or a new one."""
    key = slugify(entry.key or entry.name)[:60]
    person, is_new = Contributor.objects.get_or_create(
        key=key, defaults={"name": entry.name, "credentials": entry.credentials}
    )
    if is_new:
        Event.record("contributor.added", by=by, subject=f"contributor:{key}", rows=[person])
    return person


def source_for(frozen, by):
    """The library's record with one of a source's identifiers, or a new one under a free key."""
    found = Source.objects.identified_by(
        doi=frozen.doi, pmid=frozen.pmid, pmcid=frozen.pmcid, isbn=frozen.isbn
    ).first()
    if found:
        return found
    names = ("doi", "pmid", "pmcid", "isbn", "design", "population", "species", "sample_size", "funding")
    row = Source(key=numbered(frozen.key, _is_taken), **{name: getattr(frozen, name) for name in names})
    row.peer_review, row.level = frozen.peer_review, frozen.level
    row.describe(thawed(frozen.csl))
    row.save()
    Event.record("source.added", by=by, subject=f"source:{row.key}")
    return row


def _is_taken(key):
    return Source.objects.filter(key=key).exists()


def _highest(parts):
    return max((number_of(part.key)[1] for part in parts), default=0)


def _store_byline(article, manuscript, by):
    for position, entry in enumerate(manuscript.byline, start=1):
        person = contributor_for(entry, by)
        BylineEntry.objects.create(
            article=article, contributor=person, role=entry.role or "Author", position=position
        )


def _store_sections(article, manuscript):
    Section.objects.bulk_create(
        Section(
            article=article,
            position=position,
            key=part.key,
            heading=part.heading,
            level=part.level,
            kind=part.kind,
            body=part.body,
        )
        for position, part in enumerate(manuscript.sections, start=1)
    )


def _store_outcomes(article, manuscript):
    rows = {}
    plain = ("name", "type", "comparison", "population", "importance", "participants", "studies", "direction")
    more = ("size", "relative_effect", "baseline_risk", "absolute_effect", "body", "harm")
    for position, part in enumerate(manuscript.outcomes, start=1):
        values = {name: getattr(part, name) for name in plain + more}
        rows[part.key] = Outcome.objects.create(article=article, key=part.key, position=position, **values)
        DomainRating.objects.bulk_create(
            DomainRating(outcome=rows[part.key], domain=d.domain, steps=d.steps, reason=d.reason)
            for d in part.domains
        )
    return rows


def _store_sources(parts, by):
    rows = {}
    for part in parts:
        if part.key not in rows:
            rows[part.key] = source_for(part, by)
    return rows


def _store_claims(article, manuscript, outcomes, sources, by):
    for part in manuscript.claims:
        sentences = [place.text for place in manuscript.placed.get(part.key, ())] or [""]
        claim = Claim.objects.create(
            article=article,
            key=part.key,
            kind=part.kind,
            kind_guessed=part.kind_guessed,
            population=part.population,
            outcome=outcomes.get(part.outcome),
            jurisdiction=part.jurisdiction,
            as_of=part.as_of,
        )
        for position, cited in enumerate(part.citations):
            row = _stored_citation(claim, position, cited, sources[cited.source])
            if row and row.stance != Stance.NOT_JUDGED:
                # Whoever brings in a manuscript with its judgements stands behind them, for the words it has.
                row.judge(by=by, sentences=sentences)


def _stored_citation(claim, position, cited, source):
    """The new Citation row; None where the claim cites this work already."""
    said = {name: getattr(cited, name) for name in SAID}
    row, is_new = Citation.objects.get_or_create(
        claim=claim, source=source, defaults={"position": position, **said}
    )
    return row if is_new else None
