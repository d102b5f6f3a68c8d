"""Who the evidence of a page was found in is carried from sentence to sentence, and left where a sentence leaves it."""

import pytest

from evidence.prose.frames import Line, borrowed
from evidence.prose.studied import ANIMALS, CELLS, PEOPLE, studied


def resting(*texts, headings=("Effects",), title=""):
    """The texts that rest on animals or cells: {text: "warn" or "note"}."""
    lines = [Line(0, 0, "paragraph", text) for text in texts]
    found = borrowed(lines, headings, title)
    return {lines[number].text: "note" if one.goes_on else "warn" for number, one in found.items()}


RATS = "In rats nettle eased swelling of the joints."


def test_what_is_drawn_from_rats_for_everybody_is_found():
    drawn = "Nettle therefore eases swelling in sore joints."
    assert resting(RATS, drawn) == {drawn: "warn"}


def test_what_goes_on_telling_of_the_rats_is_only_noted():
    told = "It also reduced the swelling within a week."
    assert resting(RATS, told) == {told: "note"}


def test_a_trial_in_people_on_the_same_thing_bears_the_sentence():
    trial = "A trial in 60 adults found less swelling of the joints with nettle."
    assert resting(RATS, trial, "Nettle eases swelling of the joints.") == {}


def test_trials_still_wanted_bear_nothing():
    wanted = "Trials in patients with sore joints are still needed."
    drawn = "Nettle eases swelling of the joints."
    assert resting(RATS, wanted, drawn) == {drawn: "warn"}


def test_how_a_body_works_and_what_is_asked_rest_on_nobody():
    assert (
        resting(
            RATS, "Swelling is caused by fluid in the joints.", "Does nettle ease swelling of the joints?"
        )
        == {}
    )


def test_on_a_page_for_pets_animals_are_whom_it_is_for():
    assert resting(RATS, "Nettle eases swelling of the joints.", title="Nettle for your dog") == {}


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("In a trial of 40 adults nettle eased pain.", {PEOPLE}),
        ("Patients who took nettle slept longer.", {PEOPLE}),
        ("Adult mice learned faster.", {ANIMALS}),
        ("Human skin cells lived longer in nettle extract.", {CELLS}),
        ("It may help people with gout.", set()),
        ("No trial in patients has been done.", set()),
        ("Larger trials in patients are still needed.", set()),
        ("It is made from the brains of pigs.", set()),
        ("Each nurse used a computer mouse.", set()),
        ("Horse chestnut is sold as an extract.", set()),
        ("Life in the rat race makes us tired.", set()),
    ],
)
def test_words_for_beings_have_roles(text, whom):
    assert {found for found, _words in studied(text)} == whom
