"""A quotation stands in a text word for word and in order, or it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.quotations import folded, look_up

TEXT = "In 70 women, 1 g of ginger a day reduced vomiting – by half. The α-synuclein ﬁbrils did not change."
WORD = st.from_regex(r"[a-z]{2,8}", fullmatch=True)


@pytest.mark.parametrize(
    "quote",
    [
        "ginger a day reduced vomiting",
        "GINGER  a\nday reduced vomiting",
        "reduced vomiting - by half",
        "alpha-synuclein fibrils",
        "1 g of ginger … by half",
        "ginger [the root] a day",
        "[It] reduced vomiting [...] did not change",
    ],
)
def test_what_stands_there_is_found(quote):
    assert look_up(quote, TEXT).found


@pytest.mark.parametrize(
    "quote",
    [
        "ginger a day cured vomiting",
        "by half … 1 g of ginger",
        "reduced vomiting did not change",
        "the ginger of women",
        "",
        "…",
    ],
)
def test_what_was_changed_spliced_or_turned_round_is_not(quote):
    assert not look_up(quote, TEXT).found


def test_a_near_miss_is_suggested_with_its_place():
    match = look_up("ginger a day reduces vomiting", TEXT)
    assert not match.found
    assert "ginger a day reduced" in match.near
    assert TEXT[match.start :].startswith(match.near)


@given(st.lists(WORD, min_size=6, max_size=30), st.data())
def test_every_run_of_words_is_found_in_its_text(words, data):
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words)))
    assert look_up(" ".join(words[first:last]), " ".join(words)).found


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
