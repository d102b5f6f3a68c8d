"""Advice to those who care or are ill, told from calls for research and from findings."""

import pytest

from evidence.prose.advice import advice
from evidence.prose.research_calls import without_research_calls

CONCLUSIONS = [
    ("Nurses should be offered a nap on long shifts.", "strong"),
    ("We recommend a warm drink in the evening.", "strong"),
    ("These results underline the need for quiet wards.", "strong"),
    ("A nap may be a useful alternative to coffee.", "weak"),
    ("Chamomile is safe and effective.", "weak"),
    ("Warm drinks might be considered before tablets.", "weak"),
    ("Our findings support the use of ear plugs.", "weak"),
    ("Ear plugs reduced the need for sleeping tablets.", "none"),
    ("Sleep was longer in the group that drank chamomile.", "none"),
    ("Larger trials should compare tea with water.", "none"),
    ("These findings need to be confirmed in other hospitals.", "none"),
    ("Further research on ear plugs is warranted.", "none"),
    ("The results should be interpreted with caution.", "none"),
]


@pytest.mark.parametrize(("text", "label"), CONCLUSIONS)
def test_what_a_conclusion_advises(text, label):
    assert advice(text).label == label


def test_a_discussion_has_to_advise_more_plainly():
    text = "Chamomile is an acceptable alternative (Berg 2011)."
    assert (advice(text).label, advice(text, discussion=True).label) == ("weak", "none")
    assert advice("Ear plugs may help nurses on night shifts.", discussion=True).label == "weak"


def test_the_words_that_decided_are_named():
    assert advice("Nurses should be offered a nap.").because == ("should",)


def test_only_the_call_for_research_is_left_out():
    rest = without_research_calls("Tea should be offered; more studies of its taste are needed.")
    assert "Tea should be offered" in rest
    assert "studies" not in rest
