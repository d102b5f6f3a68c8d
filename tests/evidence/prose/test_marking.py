"""Markers are written and taken away without touching another letter."""

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from evidence.manuscript import Section
from evidence.prose.markers import mark, mark_all, placements, rename, sentences_of

WORD = st.text(ascii_lowercase, min_size=3, max_size=8)
SENTENCE = st.lists(WORD, min_size=3, max_size=7).map(lambda words: f"{' '.join(words).capitalize()}.")
BLOCK = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
SHAPED = st.tuples(st.sampled_from(["", "- ", "1. "]), BLOCK).map("".join)
BODIES = st.lists(SHAPED, min_size=1, max_size=4).map("\n\n".join)


@given(BODIES, st.data())
def test_marking_and_unmarking_gives_back_the_body(body, data):
    index = data.draw(st.integers(0, len(sentences_of(body)) - 1))
    assert rename(mark(body, index, "c7"), {"c7": None}) == body


@given(BODIES, st.data())
def test_a_marker_stands_where_it_was_put_and_marking_twice_changes_nothing(body, data):
    index = data.draw(st.integers(0, len(sentences_of(body)) - 1))
    marked = mark(body, index, "c7")
    assert mark(marked, index, "c7") == marked
    (place,) = placements([Section("s1", body=marked)])["c7"]
    assert (place.index, place.text) == (index, sentences_of(body)[index].text)


@given(BODIES)
def test_renaming_there_and_back_is_nothing(body):
    for index in range(len(sentences_of(body))):
        body = mark(body, index, f"c{index + 1}")
    there = {f"c{n}": f"d{n}" for n in range(1, 40)}
    assert rename(rename(body, there), {new: old for old, new in there.items()}) == body


@given(BODIES, st.data())
def test_marking_many_at_once_is_marking_one_after_the_other(body, data):
    count = len(sentences_of(body))
    keys = data.draw(st.dictionaries(st.integers(0, count - 1), st.sampled_from(["c1", "c2", "c7"])))
    one_by_one = body
    for index, key in keys.items():
        one_by_one = mark(one_by_one, index, key)
    assert mark_all(body, keys) == one_by_one
