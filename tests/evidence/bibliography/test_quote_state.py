"""What is said of a quotation: it stands there, it does not, or that cannot be told and why."""

import pytest

from evidence.bibliography.quote_state import state_of

ABSTRACT = "Sleep was rated.\n\nVolunteers slept longer after tea than after placebo.\n"
FULL = ABSTRACT + "Nothing else happened in the second week of the trial. " * 100


@pytest.mark.parametrize(
    ("quote", "text", "tone", "words"),
    [
        ("slept longer after tea", ABSTRACT, "good", "stored abstract"),
        ("slept longer after tea", FULL, "good", "stored text"),
        ("slept shorter", FULL, "bad", "does not stand"),
        ("slept shorter", ABSTRACT, "unknown", "only the abstract is stored"),
        ("slept longer", " ", "unknown", "no text of the source is stored"),
    ],
)
def test_states(quote, text, tone, words):
    state = state_of(quote, text)
    assert state.tone == tone
    assert words in state.said.lower()


def test_what_quotes_nothing_has_no_state():
    assert state_of("  ", FULL) is None


def test_a_near_passage_is_named_with_its_paragraph():
    state = state_of("Volunteers sleep longer after tea", FULL)
    assert (state.match.near, state.paragraph) == ("Volunteers slept longer after tea", 2)
