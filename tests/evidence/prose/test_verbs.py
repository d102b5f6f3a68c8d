"""How a causal verb stands in its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.prose.verbs import ACTS, AIMS, CHANGES, DESCRIBES, MAY_ACT, SUFFERED, causal_verbs

STANDS = [
    ("Ginger reduced vomiting.", [("reduced", ACTS)]),
    ("Lavender did not improve sleep.", [("improve", ACTS)]),
    ("Valerian has been shown to shorten naps.", [("shorten", ACTS)]),
    ("Pain was eased by peppermint.", [("eased", ACTS)]),
    ("Ginger could reduce vomiting.", [("reduce", MAY_ACT)]),
    ("Tea appears to lower pressure.", [("lower", MAY_ACT)]),
    ("Women took ginger to prevent nausea.", [("prevent", AIMS)]),
    ("They had a reduced dose.", [("reduced", DESCRIBES)]),
    ("An increase of tea drinking was seen.", [("increase", DESCRIBES)]),
    ("Weight increased with age.", [("increased", CHANGES)]),
    ("Scores were improved after a month.", [("improved", SUFFERED)]),
    ("The scale helps doctors to identify tired nurses.", []),
    ("It was lower in tea drinkers.", []),
    ("They walked up the hill.", []),
]


@pytest.mark.parametrize(("text", "found"), STANDS)
def test_a_verb_is_read_by_the_words_next_to_it(text, found):
    assert causal_verbs(text) == found


@given(st.text(st.sampled_from("reduc ingsedto was,.\n’'-"), max_size=60))
def test_any_text_is_read(text):
    assert all(word.lower() in text.lower() and how for word, how in causal_verbs(text))
