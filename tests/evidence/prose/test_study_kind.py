"""What kind of study a title and an abstract tell of, and the words that say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.prose.study_kind import KINDS, study_kind

TOLD = [
    ("human", "Ginger for nausea: a randomised trial",
     "We assigned 70 women to ginger or placebo. Vomiting was measured daily."),
    ("human", "Ginger in pregnancy: a systematic review and meta-analysis",
     "We searched four databases. Twelve trials were included. The pooled estimate favoured ginger."),
    ("human", "An odd reaction to ginger", "A 46-year-old woman presented with a rash after drinking ginger tea."),
    ("human", "Bitten by a dog", "The case of a man who was bitten by a dog is reported. The dog was his own."),
    ("animal", "Ginger in rats", "Rats were given 5 mg/kg of ginger. We measured their weight."),
    ("animal", "Motion sickness and serotonin",
     "Using mice without the receptor we found that ginger was without effect. These results were significant."),
    ("in_vitro", "Ginger and neurite growth in vitro",
     "PC12 cells were incubated with ginger. We found that rat cells grew. Proteins were assayed in cultures."),
    ("narrative_review", "Ginger: an overview",
     "This review discusses current knowledge of ginger. Its mechanisms in rodents and in cells are considered."),
    ("other", "Tea drinking and sleep in 900 adults",
     "A cross-sectional survey: 900 adults were asked. The prevalence of poor sleep was associated with tea."),
    ("other", "Serotonin receptors after death",
     "Receptor binding was assayed in postmortem cortex of 20 subjects. Membranes and proteins were incubated."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "title", "abstract"), TOLD)
def test_it_is_told_by_title_and_abstract(kind, title, abstract):
    assert study_kind(title, abstract).label == kind


def test_the_words_that_decided_are_named():
    assert "Rats" in study_kind("Ginger in rats", "Rats were given ginger. We weighed the rats.").because
    assert "A 46-year-old woman" in study_kind(*TOLD[2][1:]).because


def test_a_title_alone_is_enough_to_say_something():
    assert study_kind("Ginger in rats", "").label in KINDS
    assert study_kind("Ginger in rats", None).label in KINDS


@given(st.text(max_size=80), st.text(max_size=200))
def test_whatever_is_asked_one_kind_is_answered(title, abstract):
    assert study_kind(title, abstract).label in KINDS
