"""How far two raters agree: worked by hand, and what holds for any two."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.appraisal.agreement import agreement, by_domain, linear, on_levels, quadratic, weighted_kappa
from evidence.manuscript import DomainRating, Outcome
from evidence.vocabulary import Domain

RANKS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=12)
WEIGHTS = st.sampled_from((linear, quadratic))
PERFECT = [(1, 1), (2, 2), (4, 4)]
CHANCE = [(1, 1), (1, 2), (2, 1), (2, 2)]
WORST = [(1, 2), (2, 1)]
# Ten things in three categories:        second 1  2  3
#                                first 1        3  1  0   4
#                                      2        1  2  1   4
#                                      3        0  1  1   2
#                                               4  4  2  10
# Linear: observed 4; by chance (4·4 + 2·4·2 + 4·4 + 4·2 + 2·2·4 + 2·4) ÷ 10 = 8; 1 − 4 ÷ 8 = 1/2.
# Quadratic: observed 4; by chance (4·4 + 4·4·2 + 4·4 + 4·2 + 4·2·4 + 2·4) ÷ 10 = 11.2; 1 − 4 ÷ 11.2 = 9/14.
TEN = [*[(1, 1)] * 3, (1, 2), (2, 1), *[(2, 2)] * 2, (2, 3), (3, 2), (3, 3)]


@pytest.mark.parametrize(
    ("pairs", "weight", "kappa"),
    [
        (PERFECT, linear, 1),
        (PERFECT, quadratic, 1),
        (CHANCE, linear, 0),
        (CHANCE, quadratic, 0),
        (WORST, linear, -1),
        (TEN, linear, Fraction(1, 2)),
        (TEN, quadratic, Fraction(9, 14)),
        # With two categories the weights change nothing: Cohen's plain kappa, (0.7 − 0.5) ÷ (1 − 0.5).
        ([*[(1, 1)] * 4, (1, 2), *[(2, 1)] * 2, *[(2, 2)] * 3], linear, Fraction(2, 5)),
        # Both differ by one step each time, and one rater never left a category.
        ([(2, 1), (2, 3)], linear, 0),
    ],
)
def test_kappa_worked_by_hand(pairs, weight, kappa):
    assert weighted_kappa(pairs, weight) == kappa


@pytest.mark.parametrize("pairs", [[], [(1, 1)], [(1, 4)], [(2, 2)] * 5])
def test_kappa_is_not_defined_for_one_thing_or_without_any_variation(pairs):
    assert weighted_kappa(pairs) is None


def test_two_who_never_meet_and_never_vary_agree_no_better_than_chance():
    assert weighted_kappa([(1, 4)] * 3) == 0


def test_far_apart_counts_more_than_near():
    near, far = [*PERFECT, (3, 4)], [*PERFECT, (1, 4)]
    assert weighted_kappa(near) > weighted_kappa(far)


def test_raw_agreement_stands_beside_kappa():
    found = agreement(TEN)
    assert (found.n, found.equal, found.share) == (10, 6, Fraction(3, 5))
    assert agreement([]).share is None


def test_what_is_no_level_is_left_out():
    found = on_levels([("high", "moderate"), ("low", "low"), ("not_rated", "very_low"), ("", "no_studies")])
    assert (found.n, found.equal) == (2, 1)
    # High/moderate and low/low: observed 1; by chance (1 + 2 + 1 + 0) ÷ 2 = 2; 1 − 1 ÷ 2.
    assert found.kappa == Fraction(1, 2)


def judged(**steps):
    return Outcome("o1", "Sleep", domains=tuple(DomainRating(name, n, "Why.") for name, n in steps.items()))


def test_each_domain_has_its_own_agreement():
    pairs = [
        (judged(imprecision=-2, risk_of_bias=-1), judged(imprecision=-2)),
        (judged(), judged(imprecision=-1)),
    ]
    found = by_domain(pairs)
    assert set(found) == set(Domain)
    # −2/−2 and 0/−1: observed 1; by chance (0 + 1 + 2 + 1) ÷ 2 = 2.
    assert (found["imprecision"].equal, found["imprecision"].kappa) == (1, Fraction(1, 2))
    assert (found["risk_of_bias"].equal, found["risk_of_bias"].kappa) == (1, 0)
    assert (found["dose_response"].equal, found["dose_response"].kappa) == (2, None)


@given(RANKS, WEIGHTS)
def test_raters_may_change_places(pairs, weight):
    assert weighted_kappa(pairs, weight) == weighted_kappa([(b, a) for a, b in pairs], weight)


@given(RANKS, WEIGHTS, st.randoms())
def test_the_order_of_outcomes_does_not_matter(pairs, weight, chance):
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert weighted_kappa(shuffled, weight) == weighted_kappa(pairs, weight)


@given(RANKS, WEIGHTS)
def test_kappa_is_one_exactly_when_all_are_alike(pairs, weight):
    kappa = weighted_kappa(pairs, weight)
    if kappa is not None:
        assert kappa <= 1
        assert (kappa == 1) == all(one == other for one, other in pairs)


@given(RANKS, st.integers(-5, 5))
def test_only_distances_count(pairs, shift):
    moved = [(one + shift, other + shift) for one, other in pairs]
    assert weighted_kappa(moved) == weighted_kappa(pairs)
