"""How far two raters agree on the same things: raw agreement, and agreement beyond chance (weighted kappa)."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from evidence.appraisal.grade import LEVELS, RANK
from evidence.vocabulary import Domain

FEWEST = 2  # one thing rated shows no pattern that chance could be told from


@dataclass(frozen=True)
class Agreement:
    """`n` things rated by both, `equal` of them alike; `kappa` is exact, or None where it is not defined."""

    n: int
    equal: int
    kappa: Fraction | None

    @property
    def share(self):
        """Raw agreement from 0 to 1; None if nothing was rated by both."""
        return Fraction(self.equal, self.n) if self.n else None

    @property
    def in_figures(self):
        """Kappa to two places, or a dash."""
        return "–" if self.kappa is None else f"{float(self.kappa):.2f}"


def linear(one, other):
    """Disagreement grows with each step between two categories (Cicchetti & Allison 1971)."""
    return abs(one - other)


def quadratic(one, other):
    """Disagreement grows with the square of the distance (Fleiss & Cohen 1973)."""
    return (one - other) ** 2


def agreement(pairs, weight=linear):
    """Agreement of two raters over `pairs` of whole numbers, the first rater's always first; categories that stand in
    order are numbered in that order."""
    pairs = list(pairs)
    return Agreement(len(pairs), sum(one == other for one, other in pairs), weighted_kappa(pairs, weight))


def weighted_kappa(pairs, weight=linear):
    """1 − observed ÷ expected disagreement, each weighted by how far it goes (Cohen 1968, doi:10.1037/h0026256).

    1 is full agreement, 0 what chance alone would give to raters who use the categories as often as these two, below 0
    less than that. None for fewer than two pairs, and where chance alone leaves nothing to disagree about because both
    used one and the same category throughout.
    """
    pairs = list(pairs)
    if len(pairs) < FEWEST:
        return None
    firsts, seconds = Counter(one for one, _other in pairs), Counter(other for _one, other in pairs)
    by_chance = sum(
        weight(one, other) * times * often
        for one, times in firsts.items()
        for other, often in seconds.items()
    )
    if not by_chance:
        return None
    return 1 - Fraction(sum(weight(one, other) for one, other in pairs) * len(pairs), by_chance)


def on_levels(pairs, weight=linear):
    """Agreement over pairs of Certainties, very low to high; a pair is left out if one of the two is no level."""
    levels = set(LEVELS.values())
    return agreement(
        ((RANK[one], RANK[other]) for one, other in pairs if one in levels and other in levels), weight
    )


def by_domain(pairs, weight=linear):
    """Domain → Agreement over the steps that pairs of Outcomes, as two raters judged them, give it."""
    steps = [({d.domain: d.steps for d in one.domains}, {d.domain: d.steps for d in other.domains})
             for one, other in pairs]  # fmt: skip
    return {
        domain: agreement(((one.get(domain, 0), other.get(domain, 0)) for one, other in steps), weight)
        for domain in Domain
    }
