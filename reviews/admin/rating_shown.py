"""A judgement as a page shows it: its level, its body of evidence, its domains in words; two of them side by side."""

from dataclasses import dataclass

from evidence.admin.outcome_forms import choices_of
from evidence.appraisal.grade import symbols
from evidence.library.ratings import name_of
from evidence.vocabulary import BodyOfEvidence, Certainty, Domain
from reviews.admin.rating_forms import UNTOUCHED, by_domain


@dataclass(frozen=True)
class Judged:
    """What one Rating, or one Consensus, says; `steps` are (domain, level in words, reason), all eight of them."""

    who: str
    at: object
    level: str
    symbols: str
    body: str
    steps: tuple


def judgement(row):
    """Judged of a Rating or a Consensus."""
    who, at = (row.rated_by, row.rated_at) if hasattr(row, "rated_by") else (row.agreed_by, row.agreed_at)
    said = by_domain(row.outcome)
    steps = []
    for domain in Domain:
        one = said.get(domain, UNTOUCHED)
        level = "" if one.steps is None else one.steps
        steps.append((domain.label, dict(choices_of(domain, one.steps))[level], one.reason))
    level, body = Certainty(row.level).label, BodyOfEvidence(row.outcome.body).label
    return Judged(name_of(who), at, level, symbols(row.level), body, tuple(steps))


def side_by_side(ratings, outcome):
    """What a page shows of two Ratings of an Outcome: both, domain by domain, and which of them were given before its
    facts changed."""
    one, other = (judgement(row) for row in ratings)
    rows = [
        {"label": here[0], "sides": (here[1:], there[1:]), "differs": here[1] != there[1]}
        for here, there in zip(one.steps, other.steps, strict=True)
    ]
    stale = [name_of(row.rated_by) for row in ratings if not row.is_of(outcome)]
    return {"people": (one, other), "rows": rows, "stale": stale}
