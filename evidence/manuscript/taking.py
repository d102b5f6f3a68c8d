"""From the rows that editors change to the frozen Manuscript: seven queries at any size."""

from evidence.bibliography.references.printed import printed_fields
from evidence.manuscript import (
    BylineEntry,
    Citation,
    Claim,
    DomainRating,
    Manuscript,
    Outcome,
    SearchRecord,
    Section,
    Source,
)


def take(article):
    """The Manuscript of an article's draft as the database holds it now."""
    claims = list(article.claims.select_related("outcome").prefetch_related("citations", "citations__source"))
    return Manuscript(
        title=article.title,
        language=article.language,
        profile=article.profile,
        subject=article.subject,
        summary=article.summary,
        byline=tuple(_entry(row) for row in article.byline.select_related("contributor")),
        searched_up_to=article.searched_up_to,
        search=SearchRecord(article.search_databases, article.search_query, article.search_on),
        funding=article.funding,
        sections=tuple(
            Section(row.key, row.heading, row.level, row.kind, row.body) for row in article.sections.all()
        ),
        claims=tuple(_claim(row) for row in sorted(claims, key=lambda row: number_of(row.key))),
        outcomes=tuple(outcome_of(row) for row in article.outcomes.prefetch_related("domains")),
        sources=tuple(_sources(claims)),
    )


def number_of(key):
    """Number of a key, for sorting: c2 before c10; a key of another make comes after, by its letters."""
    digits = key[1:]
    return (0, int(digits), key) if digits.isascii() and digits.isdigit() else (1, 0, key)


def _entry(row):
    return BylineEntry(row.contributor.key, row.contributor.name, row.contributor.credentials, row.role)


def _claim(row):
    return Claim(
        key=row.key,
        kind=row.kind,
        kind_guessed=row.kind_guessed,
        population=row.population,
        outcome=row.outcome.key if row.outcome else "",
        jurisdiction=row.jurisdiction,
        as_of=row.as_of,
        citations=tuple(
            Citation(cited.source.key, cited.stance, cited.quote, cited.locator, cited.figure, cited.unit)
            for cited in row.citations.all()
        ),
    )


def outcome_of(row):
    """The manuscript's Outcome of an Outcome row and its ratings."""
    return Outcome(
        key=row.key,
        name=row.name,
        type=row.type,
        comparison=row.comparison,
        population=row.population,
        importance=row.importance,
        participants=row.participants,
        studies=row.studies,
        direction=row.direction,
        size=row.size,
        relative_effect=row.relative_effect,
        baseline_risk=row.baseline_risk,
        absolute_effect=row.absolute_effect,
        body=row.body,
        harm=row.harm,
        domains=tuple(
            DomainRating(rating.domain, rating.steps, rating.reason)
            for rating in sorted(row.domains.all(), key=lambda rating: rating.domain)
            if rating.steps or rating.reason
        ),
    )


def _sources(claims):
    rows = {cited.source.key: cited.source for claim in claims for cited in claim.citations.all()}
    return [source_of(rows[key]) for key in sorted(rows)]


def source_of(row):
    """The digested part of a Source row."""
    return Source(
        key=row.key,
        csl=printed_fields(row.csl),
        doi=row.doi,
        pmid=row.pmid,
        pmcid=row.pmcid,
        isbn=row.isbn,
        design=row.design,
        population=row.population,
        species=row.species,
        sample_size=row.sample_size,
        peer_review=row.peer_review,
        level=row.level,
        funding=row.funding,
    )
