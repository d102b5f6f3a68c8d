"""What kind of study a source is, as its record says it, with the words that decided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.proposals import FIELDS, propose


def said(title="", text="", **custom):
    record = {"title": title, "custom": {name.replace("_", "-"): value for name, value in custom.items()}}
    return {one.field: one.value for one in propose(record, text)}


TRIAL = (
    "Lemon balm tea for sleep: a randomised trial",
    "Sixty-one healthy adult volunteers were invited. A total of 58 volunteers were randomly assigned to tea or to "
    "placebo for two weeks. Sleep quality was rated every morning.",
)
RATS = (
    "Lemon balm extract and GABA transaminase in the rat hippocampus",
    "Male Wistar rats were given the extract by mouth for ten days. Animals were decapitated and the hippocampus was "
    "dissected. Enzyme activity fell in treated rats compared with control rats.",
)
CELLS = (
    "Rosmarinic acid protects cultured PC12 cells in vitro",
    "PC12 cells were cultured and incubated with rosmarinic acid. Cell viability was measured by MTT assay. We found "
    "that the cells survived longer.",
)


def test_a_trial_in_healthy_people():
    assert said(*TRIAL) == {"design": "RCT", "population": "human_healthy", "sample_size": 58}


def test_an_experiment_in_rats():
    assert said(*RATS) == {"design": "AN", "population": "animal", "species": "rat"}


def test_cells():
    found = said(*CELLS)
    assert (found["design"], found["population"]) == ("VT", "cells")


@pytest.mark.parametrize(
    ("custom", "design", "population"),
    [
        ({"publication_types": ["Journal Article", "Meta-Analysis"], "mesh": ["Humans"]}, "SRMA", "human"),
        ({"publication_types": ["Randomized Controlled Trial"], "mesh": ["Animals", "Rats"]}, "AN", "animal"),
        ({"mesh": ["*Cohort Studies/methods", "Humans"]}, "COH", "human"),
        ({"publication_types": ["Practice Guideline"]}, "GUID", None),
        ({"mesh": ["Cell Line, Tumor"]}, None, "cells"),
        ({"mesh": ["Humans", "Animals"]}, None, None),
        ({"publication_types": ["Journal Article"]}, None, None),
    ],
)
def test_what_pubmeds_terms_say(custom, design, population):
    found = said("Lemon balm", **custom)
    assert (found.get("design"), found.get("population")) == (design, population)


def test_the_words_that_decided_are_told():
    record = {"title": "A cohort of tea drinkers", "custom": {"mesh": ["Humans"]}}
    told = {one.field: (one.because, str(one.where)) for one in propose(record)}
    assert told == {"design": (("cohort",), "title"), "population": (("Humans",), "MeSH terms")}


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("We randomised 1,204 adults.", 1204),
        ("A total of 32 male rats were used.", 32),
        ("Forty people took part.", None),
        ("120 patients were enrolled and 96 patients were included in the analysis.", None),
        ("It lasted 14 days in 40 schools.", None),
    ],
)
def test_a_size_is_proposed_only_where_one_is_plainly_stated(text, size):
    assert said("Tea", text).get("sample_size") == size


def test_a_number_that_no_study_has_is_none():
    assert "sample_size" not in said("Tea", f"A total of {'9' * 5000} patients were enrolled.")


@pytest.mark.parametrize("odd", [3, "Humans", {"a": 1}, [["Humans"], None]])
def test_what_another_program_kept_in_these_places_does_no_harm(odd):
    assert said("Herbs", publication_types=odd, mesh=odd) in ({}, {"population": "human"})


def test_a_protocol_is_no_trial_yet():
    assert "design" not in said(
        "Tea for sleep: protocol of a randomised trial", "80 adults will be randomised."
    )


def test_a_review_has_no_sample_of_its_own():
    assert "sample_size" not in said(
        "Tea: a systematic review", "A total of 900 participants were included in 9 trials."
    )


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_is_answered_and_no_field_twice(title, text):
    found = [one.field for one in propose({"title": title}, text)]
    assert len(found) == len(set(found)) <= len(FIELDS)
