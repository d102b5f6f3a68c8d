"""A quotation stands in a text word for word and in order, or it does not."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evidence.bibliography.quotations import REPLACED, WINDOW, folded, look_up

TEXT = (
    "In 70 women, 1 g of ginger a day reduced vomiting – by half (P < 0.05). The α-synuclein ﬁbrils did not change. "
    "Pain fell by 5.5 % [95 % CI, 1.2 to 9.8]; 1,204 people took part in no table-top test, and naïve cells grew."
)
WORD = st.from_regex(r"[a-z]{2,8}", fullmatch=True)
WORDS = st.lists(WORD, min_size=8, max_size=30, unique=True)


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
        "[t]he α-synuclein fibrils",
        "Pain fell by 5.5 % [95 % CI, 1.2 to 9.8]",
        "5·5%",
        "P<0.05",
        "1204 people",
        "naive cells grew",
        "reduced vom-\niting",
        "(...) did not change.",
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
        "fell by 55 %",
        "P > 0.05",
        "ginger a day red",
        "able-top test",
        "notable-top test … vomiting",
        "ginger [something] grew",
        "",
        "…",
        "[all of it]",
    ],
)
def test_what_was_changed_spliced_or_turned_round_is_not(quote):
    assert not look_up(quote, TEXT).found


def test_an_accent_of_its_own_ends_no_word_too_early():
    text = unicodedata.normalize("NFD", "Une dose de café noir")
    assert look_up("de café", text).found
    assert look_up("de cafe noir", text).found
    assert not look_up("de caf", text).found


def test_brackets_replace_a_little_an_ellipsis_more_and_neither_everything():
    short, long = "one " + "x " * (REPLACED // 4) + "two", "one " + "x " * (REPLACED + 1) + "two"
    endless = "one " + "x " * (WINDOW + 1) + "two"
    assert look_up("one [and] two", short).found
    assert not look_up("one [and] two", long).found
    assert look_up("one … two", long).found
    assert not look_up("one … two", endless).found


def test_parts_that_stand_everywhere_are_not_tried_in_every_combination():
    text = "of the herb and of the leaf " * 3000
    assert not look_up("of … the … and … of … the … root", text).found
    assert look_up("of … the … and … of … the … leaf", text).found


def test_a_near_miss_is_suggested_with_its_place():
    match = look_up("ginger a day reduces vomiting", TEXT)
    assert not match.found
    assert match.near == "ginger a day reduced vomiting"
    assert TEXT[match.start :].startswith(match.near)
    assert look_up(match.suggestion, TEXT).found


def test_only_the_part_that_is_wrong_is_put_right():
    match = look_up("1 g of ginger … the alpha-synuclein fibril did not change", TEXT)
    assert match.missing == "the alpha-synuclein fibril did not change"
    assert match.suggestion.startswith("1 g of ginger … ")
    assert look_up(match.suggestion, TEXT).found


def test_nothing_is_suggested_that_would_not_stand_either():
    assert look_up("did not change at all … 1 g of ginger a day", TEXT).suggestion == ""


@given(st.lists(WORD, min_size=6, max_size=30), st.data())
def test_every_run_of_words_is_found_in_its_text(words, data):
    first = data.draw(st.integers(0, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words)))
    assert look_up(" ".join(words[first:last]), " ".join(words)).found


DRESSES = {
    "case": str.upper,
    "space": lambda text: text.replace(" ", " \n "),
    "hard space": lambda text: text.replace(" ", "\u00a0"),
    "dashes": lambda text: text.replace(" ", " – "),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "accents": lambda text: unicodedata.normalize("NFD", text.replace("e", "é")),
    "quotation marks": lambda text: f"“{text}”",
}


@given(WORDS, st.sampled_from(sorted(DRESSES)), st.sampled_from(sorted(DRESSES)))
def test_the_dress_of_the_words_does_not_count(words, one, other):
    text = " ".join(words)
    assert look_up(DRESSES[one](" ".join(words[2:6])), DRESSES[other](text)).found


@given(
    st.sampled_from(
        [("α", "alpha"), ("β", "beta"), ("µ", "mu"), ("μ", "mu"), ("Ω", "Omega"), ("κ", "kappa")]
    ),
    WORD,
)
def test_greek_letters_may_be_spelled(pair, word):
    letter, name = pair
    assert look_up(f"{name}-{word}", f"seen: {letter}-{word}.").found
    assert look_up(f"{letter}-{word}", f"seen: {name}-{word}.").found


@given(WORDS)
def test_what_an_ellipsis_or_a_bracket_leaves_out_is_free(words):
    text = " ".join(words)
    assert look_up(f"{words[0]} … {words[-1]}", text).found
    assert look_up(f"{words[0]} {words[1]} [and so on] {words[3]}", text).found


@given(WORDS, st.integers(0, 3), st.integers(4, 7))
def test_parts_in_another_order_are_not_found(words, first, second):
    text = " ".join(words)
    swapped = f"{words[second]} … {words[first]}"
    assume(words[second] not in words[:second] and words[first] not in words[second:])
    assert not look_up(swapped, text).found


@given(WORDS, st.integers(1, 5))
def test_a_splice_is_not_found(words, left_out):
    spliced = " ".join([*words[:left_out], *words[left_out + 1 :]])
    assume(folded(spliced) not in folded(" ".join(words)))
    assert not look_up(spliced, " ".join(words)).found


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_quotation_and_text_are_answered(quote, text):
    match = look_up(quote, text)
    assert match.start < max(1, len(text))
