"""From the rows that editors change to the frozen Manuscript: seven queries at any size."""

from dataclasses import replace

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
from evidence.manuscript.vouching import holds, vouched
from evidence.prose.markers import placements
from evidence.vocabulary import Stance


def take(article):
    """The Manuscript of an article's draft as the database holds it now."""
    claims = list(article.claims.select_related("outcome").prefetch_related("citations", "citations__source"))
    sections = tuple(
        Section(row.key, row.heading, row.level, row.kind, row.body) for row in article.sections.all()
    )
    placed, sources = placements(sections), _sources(claims)
    taken = Manuscript(
        title=article.title,
        language=article.language,
        profile=article.profile,
        subject=article.subject,
        summary=article.summary,
        byline=tuple(_entry(row) for row in article.byline.select_related("contributor")),
        searched_up_to=article.searched_up_to,
        search=SearchRecord(article.search_databases, article.search_query, article.search_on),
        funding=article.funding,
        sections=sections,
        claims=tuple(
            _claim(row, placed.get(row.key, ()), sources)
            for row in sorted(claims, key=lambda row: number_of(row.key))
        ),
        outcomes=tuple(outcome_of(row) for row in article.outcomes.prefetch_related("domains")),
        sources=tuple(sources[key] for key in sorted(sources)),
    )
    # The marks are known already: nothing that asks for them reads the text again.
    taken.__dict__["placed"] = placed
    return taken


def number_of(key):
    """Number of a key, for sorting: c2 before c10; a key of another make comes after, by its letters."""
    digits = key[1:]
    return (0, int(digits), key) if digits.isascii() and digits.isdigit() else (1, 0, key)


def _entry(row):
    return BylineEntry(row.contributor.key, row.contributor.name, row.contributor.credentials, row.role)


def _claim(row, places, sources):
    sentences = tuple(place.text for place in places) or (row.text,)
    return Claim(
        key=row.key,
        kind=row.kind,
        kind_guessed=row.kind_guessed,
        population=row.population,
        outcome=row.outcome.key if row.outcome else "",
        jurisdiction=row.jurisdiction,
        as_of=row.as_of,
        citations=tuple(
            _citation(cited, sentences, sources[cited.source.key]) for cited in row.citations.all()
        ),
    )


def _citation(row, sentences, source):
    """What a citation says; a stance that was judged for other words than stand there now was not judged."""
    said = Citation(source.key, row.stance, row.quote, row.locator, row.figure, row.unit)
    if row.stance == Stance.NOT_JUDGED or holds(row.judged_for, vouched(sentences, said, source)):
        return said
    return replace(said, stance=str(Stance.NOT_JUDGED))


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
        ),
    )


def _sources(claims):
    rows = {cited.source.key: cited.source for claim in claims for cited in claim.citations.all()}
    return {key: source_of(row) for key, row in rows.items()}


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
