"""The badge of one source by the Oxford scale of 2011, for two of its questions."""

import pytest

from evidence.appraisal.ocebm import Question, level
from evidence.manuscript import Source
from evidence.vocabulary import Design


def shown(design, population="human", question="benefit", included=()):
    return str(level(Source("a", design=design, population=population), Question(question), included))


# design → (benefit, harms) of a study in people
LEVELS = {
    "SRMA": ("1–3", "1–3"),
    "GUID": ("not applicable", "not applicable"),
    "RCT": ("2", "2"),
    "NRT": ("3–4", "3–4"),
    "N1": ("1–2", "1–2"),
    "COH": ("3", "3"),
    "CC": ("4", "4"),
    "XS": ("4", "4"),
    "CR": ("4", "4"),
    "PV": ("4", "4"),
    "PK": ("2–4", "2–4"),
    "AN": ("5", "5"),
    "VT": ("5", "5"),
    "SIL": ("5", "5"),
    "NR": ("5", "5"),
    "REG": ("not applicable", "not applicable"),
}


@pytest.mark.parametrize("design", LEVELS)
def test_every_design_has_its_level(design):
    assert tuple(shown(design, question=question) for question in ("benefit", "harms")) == LEVELS[design]


def test_the_table_holds_every_design():
    assert set(LEVELS) == {design for design in Design if design}


@pytest.mark.parametrize(
    ("included", "question", "result"),
    [
        (["RCT", "RCT"], "benefit", "1"),
        (["RCT", "N1"], "benefit", "1"),
        (["COH", "CC"], "benefit", "2–3"),
        (["RCT", "COH"], "benefit", "1–3"),
        (["CC"], "harms", "1"),
        (["CC"], "benefit", "2–3"),
        ([], "benefit", "1–3"),
    ],
)
def test_a_review_is_worth_what_it_includes(included, question, result):
    assert shown("SRMA", question=question, included=included) == result


@pytest.mark.parametrize("population", ["animal", "cells"])
@pytest.mark.parametrize("design", ["RCT", "SRMA", "COH"])
def test_a_study_of_animals_or_cells_reasons_from_mechanisms(design, population):
    assert shown(design, population) == "5"


def test_without_a_design_there_is_no_badge():
    assert level(Source("a", population="human")) is None


def test_where_the_record_leaves_a_doubt_the_note_says_on_what_it_hangs():
    for design, levels in LEVELS.items():
        if "–" in levels[0]:
            assert level(Source("a", design=design, population="human")).note
