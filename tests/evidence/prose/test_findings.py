"""The sentence of an abstract that states its finding: by its words and its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.prose.findings import finding

ABSTRACT = [
    "Nausea in early pregnancy is common and little is known about its treatment.",
    "To assess whether ginger helps, 70 women were randomised to ginger or placebo.",
    "Vomiting was measured with a diary (n = 70).",
    "The number of episodes was lower with ginger (1.4 versus 2.9, p = 0.02).",
    "These results suggest that ginger may be a useful treatment of nausea in pregnancy.",
]


def test_the_conclusion_of_an_abstract_is_its_finding():
    judged = [finding(text, place, len(ABSTRACT)) for place, text in enumerate(ABSTRACT)]
    assert [one.label for one in judged] == ["0", "0", "0", "0", "1"]
    assert {"These results suggest", "may", "useful"} <= set(judged[-1].because)


def test_what_the_authors_show_counts_before_the_end_too():
    assert finding("Here we show that ginger blocks a receptor of the gut.", 3, 7).label == "1"
    assert finding("Ginger was given to the women.", 3, 7).label == "0"


@pytest.mark.parametrize(
    "last",
    [
        "The data are available at https://example.org/ginger.",
        "This review discusses ginger.",
        "Vomiting was assessed and compared (p < 0.01).",
    ],
)
def test_the_last_sentence_is_not_always_one(last):
    assert finding(last, 6, 7).label == "0"


@given(st.sampled_from(ABSTRACT), st.integers(0, 11), st.integers(1, 12))
def test_a_sentence_never_gains_by_standing_further_from_the_end(text, place, of):
    if place and place < of:
        assert finding(text, place, of).score <= finding(text, of - 1, of).score
