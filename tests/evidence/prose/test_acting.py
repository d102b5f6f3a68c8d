"""Any verb behind an agent acts, also one that names an illness or a harm, and also behind "has"."""

import pytest

from evidence.prose.asserting import asserts

NAMED = ("lemon balm",)
HARMS = (
    "poisons",
    "wounds",
    "stresses",
    "inflamed",
    "scars",
    "dulls",
    "has poisoned",
    "has dulled",
    "had numbed",
)


@pytest.mark.parametrize("verb", HARMS)
@pytest.mark.parametrize("agent", ["Lemon balm", "It", "This herb"])
@pytest.mark.parametrize("object_", ["memory", "the liver", "your sleep"])
def test_a_verb_of_harm_acts_on_what_follows_it(agent, verb, object_):
    assert asserts(f"{agent} {verb} {object_}.", NAMED).label in ("effect", "harm")
    assert asserts(f"No study was found; {agent.lower()} {verb} {object_}.", NAMED).label in (
        "effect",
        "harm",
    )


def test_people_are_an_object_too():
    assert asserts("Lemon balm poisons people.", NAMED).label == "harm"


@pytest.mark.parametrize(
    "sentence",
    [
        "Lemon balm symptoms are listed.",
        "Lemon balm headaches were counted.",
        "It has not poisoned memory.",
        "It contains poisons and flavours.",
        "Lemon balm diseases, memory and sleep.",
        "The poisons of lemon balm on memory.",
        "No study found that lemon balm poisons memory.",
        "Does lemon balm poison memory?",
    ],
)
def test_a_name_of_harm_that_acts_on_nothing_asserts_nothing(sentence):
    assert asserts(sentence, NAMED).label == "none"
