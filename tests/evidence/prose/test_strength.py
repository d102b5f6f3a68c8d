"""Causal strength, and whether a sentence says more than the finding it reports."""

import pytest

from evidence.prose.strength import causal_strength, overstated

CAUSAL = [
    "Chamomile shortened the time to fall asleep.",
    "Night shifts lead to more headaches.",
    "Cutting salt increases the chance of a dry birthday cake, and it lowers blood pressure.",
    "Peppermint oil had a large effect on cramps.",
    "Walking after dinner did not prevent heartburn.",
]
CONDITIONAL = [
    "Chamomile may shorten the time to fall asleep.",
    "Headaches could be due to night shifts.",
    "Lavender might have an effect on mood.",
]
CORRELATIONAL = [
    "Tea drinking was associated with fewer falls.",
    "Falls were less common among those who drank tea than in others.",
    "Short sleep may be linked to weight gain.",
    "Nurses on night shifts had a higher risk of headaches.",
    "Age predicted the number of falls.",
]
NONE = [
    "Clinicians should ask about herbal tea.",
    "Larger trials of chamomile are needed.",
    "Half of the nurses drank coffee every night.",
    "The study was registered before the first visit.",
    "The Norwegian Tea Association met in Bergen.",
]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        (label, text)
        for label, texts in (
            ("causal", CAUSAL), ("conditional_causal", CONDITIONAL), ("correlational", CORRELATIONAL), ("none", NONE),
        )
        for text in texts
    ],
)  # fmt: skip
def test_the_strength_of_a_wording(label, text):
    assert causal_strength(text).label == label


def test_the_words_that_decided_are_in_reading_order():
    assert causal_strength("Chamomile may shorten naps.").because == ("may", "shorten")


PAIRS = [
    ("Tea prevents falls", "Tea drinking was associated with fewer falls.", "exaggerates"),
    ("Tea may prevent falls", "Tea prevented falls in this trial.", "downplays"),
    ("Tea is linked to fewer falls", "Tea drinkers had a lower risk of falls.", "same"),
    ("All about tea", "Tea prevented falls.", "same"),
]


@pytest.mark.parametrize(("claim", "evidence", "label"), PAIRS)
def test_a_claim_is_weighed_against_its_finding(claim, evidence, label):
    assert overstated(claim, evidence).label == label
