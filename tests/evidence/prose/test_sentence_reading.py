"""What one sentence says, with the words that decided."""

import pytest

from evidence.prose.modality import causal, modality
from evidence.prose.reading import PLAINLY, advice_to_reader, cause, read


def test_a_sentence_is_read_in_five_ways():
    reading = read("Lavender probably shortened the wait for sleep by 12 minutes in 40 adults and in mice.")
    assert (reading.modality.label, reading.modality.because) == ("probably", ("probably",))
    assert reading.strength.label == "conditional_causal"
    assert reading.population.label == "people+animals"
    assert (reading.numbers.label, reading.numbers.because) == ("2", ("12 minutes", "40 adults"))
    assert reading.advice.label == "none"


def test_what_is_quoted_or_asked_is_not_said():
    assert read("Does lavender shorten naps?").strength.label == "none"
    assert read("Sellers write “you should take it daily”.").advice.label == "none"


CAUSES = [
    ("Lavender reduces pain.", ("causal", "reduces")),
    ("Lavender halves the wait for sleep.", ("causal", "halves")),
    ("Lavender might disrupt dreams.", ("conditional_causal", "disrupt")),
    ("It may calm, but it improves sleep.", ("causal", "improves")),
    ("Tea drinkers had a reduced risk of falls.", ("correlational", "reduced")),
    ("Tea was associated with fewer falls.", ("correlational", "associated")),
    ("The shop sells lavender.", ("none", "")),
]


@pytest.mark.parametrize(("text", "found"), CAUSES)
def test_two_witnesses_say_whether_a_sentence_speaks_of_cause(text, found):
    assert cause(text) == found


def test_a_hedge_reaches_as_far_as_the_next_contrast():
    assert causal("It may calm, and improve sleep.")[0] == "conditional_causal"
    assert causal("It may calm; it improves sleep.")[0] == "causal"
    assert modality("It may calm, but it disrupts dreams.") == (4, "disrupts")


ADVICE = [
    ("You should take it at night.", "strong", PLAINLY),
    ("Never combine it with wine.", "strong", PLAINLY),
    ("It should be taken with food.", "strong", PLAINLY - 1),
    ("Nurses were told that they must stop drinking coffee.", "none", 0),
    ("Future trials should use a placebo.", "none", 0),
    ("A walk may help.", "weak", 0),
    ("Coffee was served at eight.", "none", 0),
]


@pytest.mark.parametrize(("text", "label", "score"), ADVICE)
def test_advice_to_the_reader(text, label, score):
    judged = advice_to_reader(text)
    assert (judged.label, judged.score) == (label, score)
