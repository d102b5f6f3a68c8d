"""Word lists looked up together: whole words, open endings, choices and gaps, found where they stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.prose.lexicon import Lexicon
from evidence.prose.phrasebook import Phrasebook, Words, spelled, together

BOOK = Phrasebook(
    {
        "told": ["has|have … been", "previous studies"],
        "kinds": ["rat", "rats", "C. elegans", "knock-out*", "Alzheimer's", "Alzheimer's disease"],
    }
)


def found(text):
    return [(name, words) for name, _at, words in BOOK.among(Words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has been said.", [("told", "has been")]),
        ("Tea has only lately been tried in Rats", [("told", "has only lately been"), ("kinds", "Rats")]),
        ("It has, as we all now know, been said.", []),
        ("Previous, studies of ratios", []),
        ("Previous  studies", [("told", "Previous  studies")]),
        ("In knockout mice or knock-outs of C. elegans", [("kinds", "knock-outs"), ("kinds", "C. elegans")]),
        ("a non-rat model", []),
        ("a rat-like animal", [("kinds", "rat")]),
        ("Alzheimer’s disease", [("kinds", "Alzheimer’s disease"), ("kinds", "Alzheimer’s")]),
        ("", []),
        ("…", []),
    ],
)
def test_terms_are_found_as_they_stand(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("term", ["", "…", "has …", "… been", "*"])
def test_a_term_without_a_word_at_its_ends_is_refused(term):
    with pytest.raises(ValueError, match="no word"):
        Phrasebook({"told": [term]})


@given(
    st.lists(
        st.sampled_from(["rat", "rats", "Rat", "brat", "previous", "studies", "-", ",", "x"]), max_size=9
    )
)
def test_it_finds_what_a_lexicon_finds(parts):
    text = " ".join(parts)
    terms = ["rat", "rats", "previous studies"]
    words = [found for _name, _at, found in Phrasebook({"one": terms}).among(Words(text))]
    plain = [found for _start, _end, found in Lexicon(terms).find(text)]
    assert [re.sub(r"[\s-]+", " ", one) for one in words] == [re.sub(r"[\s-]+", " ", one) for one in plain]


@given(st.text(max_size=60))
def test_words_stand_where_they_stood(text):
    words = Words(text)
    count = len(words.small)
    assert count == len(re.findall(r"\w+", text))
    assert not count or words.between(0, count) in text


def test_words_are_named_once_and_taken_in_by_the_lines_below():
    book = Phrasebook(
        {"told": spelled(["# Who knows what.", "who = we|they", "who = he", "", "{who} … know|knew"])}
    )
    assert [words for _name, _at, words in book.among(Words("They all know what he once knew."))] == [
        "They all know",
        "he once knew",
    ]


def test_a_site_may_enter_any_term():
    odd = together((("odd", Lexicon(["%", "***", "5-HT", "(sham)", "w/o tea", "… and so on"])),))
    words = [words for _name, _at, words in odd.among(Words("5-HT w/o tea, sham and so on, 5 %."))]
    assert words == ["5-HT", "w/o tea", "sham", "and so on"]
