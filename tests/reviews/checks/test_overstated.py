"""A wording is called overstated by the recorded design and certainty behind it, never by its text alone."""

import pytest

from evidence.library.circumstances import bare
from evidence.manuscript import Outcome
from reviews.checks import run
from reviews.checks.examples import cite, claim, example, rated, source

WORDING = ("EF4", "EF5", "EF6", "EF16", "SB4")
CAUTIOUS = [
    "Tea drinkers had a reduced risk of falls.",
    "Falls were less common among tea drinkers than among others.",
    "Weight increased with age.",
    "An increase in tea drinking went with longer sleep.",
    "Short sleep predicted weight gain.",
    "Does lavender shorten the wait for sleep?",
    "The makers say “it cures colds”.",
    "The authors concluded that it halves pain.",
    "Larger trials should use a placebo.",
    "The European Heart Association met in Bergen.",
    "Lavender may shorten the wait for sleep.",
    "It is very uncertain whether lavender eases pain.",
    "Half of the nurses drank tea every night.",
    "The scale helps nurses to identify tired colleagues.",
]
PLAIN = ["Lavender halves the wait for sleep.", "Lavender eases pain.", "It may calm, but it disrupts sleep."]


def codes(text, design="RCT", steps=0, **fields):
    """Codes of the wording rules for a claim on an outcome that rests on one study of a design."""
    made = example(
        f"{text}[^c1]",
        claims=[claim("c1", "effect", cite("a"), outcome="o1")],
        sources=[source("a", design, **fields)],
        outcomes=[
            Outcome("o1", "sleep", body="randomised", direction="increases", domains=rated(imprecision=steps))
        ],
    )
    return {found.code for found in run(made[0], bare())} & set(WORDING)


@pytest.mark.parametrize("text", CAUTIOUS)
def test_what_claims_no_cause_is_left_alone_on_weak_evidence(text):
    assert codes(text, "COH", -2, sample_size=20) == set()


@pytest.mark.parametrize("text", PLAIN)
def test_the_same_words_stand_or_fall_with_their_evidence(text):
    assert codes(text, "RCT", 0, sample_size=900) == set()
    assert codes(text, "COH", 0, sample_size=900) == {"EF5"}
    assert codes(text, "RCT", -2, sample_size=900) == {"EF6"}
    assert codes(text, "RCT", 0, sample_size=30) == {"EF16"}
