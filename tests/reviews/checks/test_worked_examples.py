"""Every rule says something of each of its flagged examples, and nothing of the others."""

import pytest

from reviews import checks

checks.load()
FLAGGED = [(rule, number) for rule in checks.catalogue() for number in range(len(rule.flagged))]
PASSED = [(rule, number) for rule in checks.catalogue() for number in range(len(rule.passed))]


@pytest.mark.parametrize(("rule", "number"), FLAGGED, ids=lambda value: getattr(value, "code", value))
def test_a_flagged_example_is_flagged(rule, number):
    findings = rule.run(*rule.flagged[number])
    assert findings
    assert all(found.message and found.mend and found.code == rule.code for found in findings)


@pytest.mark.parametrize(("rule", "number"), PASSED, ids=lambda value: getattr(value, "code", value))
def test_a_near_miss_is_let_through(rule, number):
    assert rule.run(*rule.passed[number]) == []


def test_every_rule_is_complete():
    assert list(checks.faults(checks.catalogue())) == []


def test_every_rule_has_four_examples_of_both_sides():
    assert [rule.code for rule in checks.catalogue() if len(rule.flagged) < 4 or len(rule.passed) < 4] == []


def test_a_fingerprint_ignores_spacing_and_case():
    one = checks.Finding("article", "m", "mend", words="Two  Words", code="ST1")
    two = checks.Finding("article", "other", "mend", words="two words", code="ST1")
    assert one.fingerprint == two.fingerprint
