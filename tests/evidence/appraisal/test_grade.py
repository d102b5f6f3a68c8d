"""Certainty, exactly as GRADE works and with our house rules marked as such."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.appraisal.grade import (
    LOWERING,
    RAISING,
    RANK,
    account,
    certainty,
    faults,
    in_words,
    relative_risk,
    steps_allowed,
    steps_for_effect,
    symbols,
)
from evidence.manuscript import DomainRating, Outcome
from evidence.vocabulary import BodyOfEvidence, Certainty, Domain

RATED = ("randomised", "observational", "observational_robins", "cases", "animal")
NOT_SERIOUS = {str(name): 0 for name in LOWERING}
RATINGS = st.dictionaries(st.sampled_from(Domain.values), st.integers(-3, 2), max_size=8)


def outcome(body, reason="As footnote 1 says.", **steps):
    return Outcome(
        "o1", "Sleep", body=body, domains=tuple(DomainRating(name, n, reason) for name, n in steps.items())
    )


def level(body, **steps):
    return certainty(outcome(body, **{**NOT_SERIOUS, **steps}))


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("randomised", "high"),
        ("observational", "low"),
        ("observational_robins", "high"),
        ("cases", "very_low"),
        ("animal", "very_low"),
        ("cells", "not_rated"),
        ("no_studies", "no_studies"),
        ("", ""),
    ],
)
def test_where_a_body_of_evidence_starts(body, start):
    assert level(body) == start


@pytest.mark.parametrize(
    ("body", "steps", "result"),
    [
        ("randomised", {"imprecision": -1}, "moderate"),
        ("randomised", {"imprecision": -1, "inconsistency": -1}, "low"),
        ("randomised", {"risk_of_bias": -2, "indirectness": -1}, "very_low"),
        ("randomised", {"imprecision": -3}, "very_low"),
        ("randomised", {"publication_bias": -2}, "low"),
        ("randomised", {"risk_of_bias": -2, "indirectness": -2, "imprecision": -2}, "very_low"),
        ("observational", {"large_effect": 1}, "moderate"),
        ("observational", {"large_effect": 2}, "high"),
        ("observational", {"large_effect": 2, "dose_response": 1, "confounding": 1}, "high"),
        ("observational", {"dose_response": 1}, "moderate"),
        ("observational", {"confounding": 1, "risk_of_bias": -1}, "low"),
        ("observational_robins", {"risk_of_bias": -3}, "very_low"),
        ("cases", {"large_effect": 2}, "moderate"),
        ("animal", {"large_effect": 2}, "very_low"),
        ("cells", {"large_effect": 2}, "not_rated"),
        ("no_studies", {"large_effect": 2}, "no_studies"),
    ],
)
def test_domains_move_it(body, steps, result):
    assert level(body, **steps) == result


@given(st.sampled_from(RATED[:4]), st.lists(st.sampled_from(LOWERING), unique=True), RATINGS)
def test_nothing_is_sure_before_all_five_were_looked_at(body, left_out, steps):
    said = {name: n for name, n in {**NOT_SERIOUS, **steps}.items() if name not in left_out}
    found = outcome(body, **said)
    assert (certainty(found) == Certainty.UNRATED) == bool(left_out)
    assert ("domains looked at" in in_words(found)) == bool(left_out)


def test_what_is_open_is_counted():
    assert in_words(outcome("randomised", risk_of_bias=0, imprecision=-1, large_effect=0)) == (
        "Not yet rated (2 of 5 domains looked at)"
    )
    assert in_words(outcome("")) == "Not yet rated"
    assert in_words(outcome("animal")) == "Very low"


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ("high", "⊕⊕⊕⊕"),
        ("moderate", "⊕⊕⊕○"),
        ("low", "⊕⊕○○"),
        ("very_low", "⊕○○○"),
        ("no_studies", ""),
        ("", ""),
    ],
)
def test_levels_are_shown_by_symbols_and_states_are_not(state, shown):
    assert symbols(state) == shown


@given(st.sampled_from(RATED), RATINGS, st.sampled_from(Domain.values))
def test_a_step_down_in_any_domain_never_raises(body, steps, domain):
    lower = {**steps, domain: steps.get(domain, 0) - 1}
    assert RANK[level(body, **lower)] <= RANK[level(body, **steps)]


@given(st.sampled_from(RATED), RATINGS)
def test_the_level_stays_between_very_low_and_high(body, steps):
    assert 1 <= RANK[level(body, **steps)] <= 4


@given(RATINGS)
def test_animals_are_capped_and_cells_are_not_rated_whatever_is_typed_in(steps):
    assert level("animal", **steps) == Certainty.VERY_LOW
    assert level("cells", **steps) == Certainty.NOT_RATED


@given(st.sampled_from(RATED[:4]), RATINGS)
def test_the_account_adds_up_to_the_level(body, steps):
    rated = outcome(body, **{**NOT_SERIOUS, **steps})
    lines = account(rated)
    start = {"randomised": 4, "observational": 2, "observational_robins": 4, "cases": 1}[body]
    assert min(4, max(1, start + sum(line.steps for line in lines))) == RANK[certainty(rated)]
    assert not any(line.house for line in lines)


def test_the_account_marks_the_house_rules_on_animals():
    lines = account(outcome("animal"))
    assert [(line.steps, line.house) for line in lines] == [(0, False), (-2, True), (0, True)]
    assert [line.steps for line in account(outcome("animal", indirectness=-2))] == [0, -2, 0]
    assert account(outcome("cells")) == account(outcome("no_studies")) == account(outcome("")) == ()


@pytest.mark.parametrize(
    ("domain", "body", "allowed"),
    [
        ("risk_of_bias", "randomised", (-2, 0)),
        ("risk_of_bias", "observational_robins", (-3, 0)),
        ("imprecision", "randomised", (-3, 0)),
        ("inconsistency", "randomised", (-2, 0)),
        ("indirectness", "randomised", (-2, 0)),
        ("publication_bias", "randomised", (-2, 0)),
        ("large_effect", "observational", (0, 2)),
        ("dose_response", "observational", (0, 1)),
        ("confounding", "observational", (0, 1)),
    ],
)
def test_how_far_a_domain_moves(domain, body, allowed):
    assert steps_allowed(domain, body) == allowed
    outside = [steps for steps in range(-4, 4) if not allowed[0] <= steps <= allowed[1]]
    assert all(faults(outcome(body, **{domain: steps})) for steps in outside)


def test_the_eight_domains_lower_or_raise():
    assert {*LOWERING, *RAISING} == set(Domain)


@pytest.mark.parametrize("domain", Domain.values)
def test_every_step_needs_its_reason(domain):
    steps = -1 if domain in LOWERING else 1
    assert faults(outcome("observational", **{domain: steps})) == []
    assert len(faults(outcome("observational", reason=" ", **{domain: steps}))) == 1
    assert faults(outcome("observational", reason="", **{domain: 0})) == []


@pytest.mark.parametrize(
    ("body", "steps", "said"),
    [
        ("randomised", {"dose_response": 1}, "Only observational"),
        ("animal", {"large_effect": 1}, "Only observational"),
        ("observational", {"large_effect": 2, "imprecision": -1}, "counts twice only"),
        ("observational", {"large_effect": 2, "risk_of_bias": -1}, "counts twice only"),
        ("animal", {"indirectness": -1}, "house rule"),
        ("cells", {"imprecision": -1}, "Nothing is rated"),
        ("no_studies", {"imprecision": -1}, "Nothing is rated"),
    ],
)
def test_ratings_that_do_not_go_together(body, steps, said):
    assert any(said in fault for fault in faults(outcome(body, **steps)))


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("observational", {"large_effect": 1, "imprecision": -1}),
        ("observational", {"large_effect": 2}),
        ("observational_robins", {"large_effect": 2, "publication_bias": -1}),
        ("animal", {"indirectness": -2, "imprecision": -1}),
        ("", {"imprecision": -1}),
    ],
)
def test_ratings_that_do(body, steps):
    assert faults(outcome(body, **steps)) == []


def test_raised_although_lowered_needs_a_word():
    mixed = Outcome(
        "o1",
        body="observational",
        domains=(DomainRating("dose_response", 1), DomainRating("imprecision", -1, "Few.")),
    )
    assert "Raised although something lowers it: say why." in faults(mixed)


@pytest.mark.parametrize(
    ("odds", "baseline", "risk"),
    [(2, 0, 2), (2, 1, 1), (3, 0.5, 1.5), (5.5, 0.02, 5.05), (0.2, 0.5, 1 / 3), (1, 0.3, 1)],
)
def test_an_odds_ratio_becomes_a_relative_risk(odds, baseline, risk):
    assert relative_risk(odds, baseline) == pytest.approx(risk, abs=0.01)


@given(st.floats(0.01, 50), st.floats(0, 1))
def test_a_relative_risk_lies_between_the_odds_ratio_and_one(odds, baseline):
    low, high = sorted((odds, 1))
    assert low - 1e-9 <= relative_risk(odds, baseline) <= high + 1e-9


@pytest.mark.parametrize(("odds", "baseline"), [(0, 0.1), (-1, 0.1), (2, -0.1), (2, 1.1)])
def test_what_is_no_odds_ratio_is_refused(odds, baseline):
    with pytest.raises(ValueError):
        relative_risk(odds, baseline)


@pytest.mark.parametrize(
    ("risk", "steps"),
    [(1, 0), (2, 0), (2.01, 1), (5, 1), (5.01, 2), (0.5, 0), (0.49, 1), (0.2, 1), (0.19, 2)],
)
def test_how_far_a_relative_risk_raises(risk, steps):
    assert steps_for_effect(risk) == steps


def test_every_body_of_evidence_has_a_certainty():
    assert all(certainty(outcome(body)) in Certainty for body in BodyOfEvidence.values)
