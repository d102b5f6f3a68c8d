import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.prose.readability import reading_grade, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [("tea", 1), ("sleep", 1), ("table", 2), ("made", 1), ("walked", 1), ("tested", 2), ("memory", 3), ("studies", 2),
     ("pharmacological", 6), ("rhythm", 1), ("x", 1)],
)  # fmt: skip
def test_syllables(word, number):
    assert syllables(word) == number


def test_short_words_in_short_sentences_are_easier():
    easy, hard = (
        ["The tea was tried in two small trials."],
        ["Pharmacological interventions demonstrated heterogeneity."],
    )
    assert reading_grade(easy) < 5 < 15 < reading_grade(hard)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_has_a_grade(sentences):
    assert isinstance(reading_grade(sentences), float)
