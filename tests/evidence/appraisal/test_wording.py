"""The sentences of the matrix, cell by cell; each passes the rules that ask for it."""

from itertools import product

import pytest

from evidence.appraisal.grade import RANK
from evidence.appraisal.wording import (
    Wording,
    allowed,
    compared,
    intervention,
    is_house,
    named,
    statement,
    studied,
    wordings,
)
from evidence.manuscript import Outcome
from evidence.prose.modality import modality
from evidence.vocabulary import Certainty, Direction, EffectSize
from reviews import checks
from reviews.checks.examples import cite, claim, example, rated, source

CELLS = [
    ("high", "large", "reduces", "Balm results in a large reduction in pain."),
    ("high", "large", "increases", "Balm results in a large increase in pain."),
    ("high", "moderate", "reduces", "Balm reduces pain."),
    ("high", "moderate", "increases", "Balm increases pain."),
    ("high", "small", "reduces", "Balm slightly reduces pain."),
    ("high", "small", "increases", "Balm slightly increases pain."),
    ("high", "trivial", "reduces", "Balm results in little to no difference in pain.", "Balm does not reduce pain."),
    ("high", "trivial", "increases", "Balm results in little to no difference in pain.",
     "Balm does not increase pain."),
    ("moderate", "large", "reduces", "Balm probably results in a large reduction in pain.",
     "Balm likely results in a large reduction in pain."),
    ("moderate", "large", "increases", "Balm probably results in a large increase in pain.",
     "Balm likely results in a large increase in pain."),
    ("moderate", "moderate", "reduces", "Balm probably reduces pain.", "Balm likely reduces pain."),
    ("moderate", "moderate", "increases", "Balm probably increases pain.", "Balm likely increases pain."),
    ("moderate", "small", "reduces", "Balm probably slightly reduces pain."),
    ("moderate", "small", "increases", "Balm probably slightly increases pain."),
    ("moderate", "trivial", "reduces", "Balm probably results in little to no difference in pain."),
    ("moderate", "trivial", "increases", "Balm probably results in little to no difference in pain."),
    ("low", "large", "reduces", "Balm may result in a large reduction in pain.",
     "The evidence suggests that Balm results in a large reduction in pain."),
    ("low", "large", "increases", "Balm may result in a large increase in pain.",
     "The evidence suggests that Balm results in a large increase in pain."),
    ("low", "moderate", "reduces", "Balm may reduce pain."),
    ("low", "moderate", "increases", "Balm may increase pain."),
    ("low", "small", "reduces", "Balm may slightly reduce pain."),
    ("low", "small", "increases", "Balm may slightly increase pain."),
    ("low", "trivial", "reduces", "Balm may result in little to no difference in pain.", "Balm may not reduce pain."),
    ("low", "trivial", "increases", "Balm may result in little to no difference in pain.",
     "Balm may not increase pain."),
    *(
        ("very_low", size, direction, f"Balm may {verb} pain, but the evidence is very uncertain.",
         "The evidence is very uncertain about the effect of Balm on pain.")
        for size in ("large", "moderate", "small")
        for direction, verb in (("reduces", "reduce"), ("increases", "increase"))
    ),
    *(
        ("very_low", "trivial", direction,
         "Balm may result in little to no difference in pain, but the evidence is very uncertain.",
         "The evidence is very uncertain about the effect of Balm on pain.")
        for direction in ("reduces", "increases")
    ),
    *(("no_studies", size, direction, "No studies were found that looked at pain.")
      for size in ("large", "moderate", "small", "trivial") for direction in ("reduces", "increases")),
]  # fmt: skip
# What could be checked against the paper (evidence-models.md, section 2): the others are house wording.
HOUSE_CELLS = {("low", "moderate"), ("low", "small"), ("low", "trivial")}
AT = {"high": 0, "moderate": -1, "low": -2, "very_low": -3}


def said(level, size, direction):
    return wordings(level, direction, size, subject="Balm", outcome="pain")


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: "-".join(cell[:3]))
def test_every_cell(cell):
    level, size, direction, *sentences = cell
    assert [one.text for one in said(level, size, direction)] == sentences


def test_the_table_holds_every_cell():
    sizes, ways = [size for size in EffectSize if size], [way for way in Direction if way]
    levels = [level for level in Certainty if RANK[level] or level == Certainty.NO_STUDIES]
    assert {cell[:3] for cell in CELLS} == set(product(levels, sizes, ways))


@pytest.mark.parametrize(("level", "size"), {cell[:2] for cell in CELLS})
def test_unchecked_cells_are_house_wording(level, size):
    assert is_house(level, size) == ((level, size) in HOUSE_CELLS or level == "no_studies")


def test_of_the_forms_for_very_low_one_was_checked():
    assert [one.house for one in said("very_low", "small", "reduces")] == [False, True]


@pytest.mark.parametrize("level", ["", "not_rated"])
def test_what_is_not_rated_has_no_wording(level):
    assert said(level, "small", "reduces") == ()
    assert not is_house(level, "small")


@pytest.mark.parametrize(
    ("level", "size", "sentence"),
    [
        ("high", "large", "Balm has a large effect on pain."),
        ("moderate", "", "Balm probably has an effect on pain."),
        ("low", "small", "Balm may have a small effect on pain."),
        ("very_low", "", "The evidence is very uncertain about the effect of Balm on pain."),
        ("moderate", "trivial", "Balm probably results in little to no difference in pain."),
    ],
)
def test_without_a_direction_none_is_made_up(level, size, sentence):
    assert said(level, size, "")[0].text == sentence


@pytest.mark.parametrize(
    ("level", "size", "direction"),
    list(product(AT, ["large", "moderate", "small", "trivial"], ["reduces", "increases", ""])),
)
def test_each_sentence_is_as_strong_as_its_certainty_and_passes(level, size, direction):
    domains = rated(imprecision=AT[level])
    outcome = Outcome("o1", "pain", body="randomised", size=size, direction=direction, domains=domains)
    for one in allowed(outcome, level, "Balm for pain in adults"):
        assert modality(one.text)[0] == RANK[level]
        manuscript, now = example(
            f"{one.text}[^c1]",
            claims=[claim("c1", "effect", cite("a"), outcome="o1")],
            sources=[source("a")],
            outcomes=[outcome],
        )
        found = [checks.run_one(code, manuscript, now) for code in ("EF6", "EF7")]
        assert found == [{}, {}], one.text


@pytest.mark.parametrize(
    ("level", "severity"), [("very_low", "block"), ("low", "warn"), ("moderate", "warn")]
)
def test_two_steps_too_strong_block_except_by_house_wording(level, severity):
    domains = rated(imprecision=AT[level])
    outcome = Outcome("o1", "pain", body="randomised", size="small", direction="reduces", domains=domains)
    manuscript, now = example(
        "Balm reduces pain.[^c1]",
        claims=[claim("c1", "effect", cite("a"), outcome="o1")],
        sources=[source("a")],
        outcomes=[outcome],
        subject="Balm for pain in adults",
    )
    (found,) = checks.run_one("EF6", manuscript, now).values()
    assert found.severity == severity
    assert allowed(outcome, level, "Balm")[0].text in found.mend


def test_comparator_and_population_are_filled_in():
    outcome = Outcome(
        "o1", "Sleep quality", comparison="20 mg against placebo", population="Healthy adults", size="small",
        direction="increases",
    )  # fmt: skip
    assert allowed(outcome, "moderate", "Lemon balm for sleep in adults")[0] == Wording(
        "Lemon balm compared with placebo probably slightly increases sleep quality in healthy adults."
    )


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (intervention("Creatine for cognition in healthy adults"), "Creatine"),
        (intervention("Noopept"), "Noopept"),
        (intervention(""), "It"),
        (named("Sleep quality"), "sleep quality"),
        (named("BDNF in blood"), "BDNF in blood"),
        (named("Alzheimer's disease"), "Alzheimer's disease"),
        (compared("Balm", "placebo"), "Balm compared with placebo"),
        (compared("Balm", "balm vs. placebo"), "Balm compared with placebo"),
        (compared("Balm", " "), "Balm"),
        (studied("pain", ""), "pain"),
        (studied("pain", "Older adults"), "pain in older adults"),
    ],
)
def test_the_parts_of_a_sentence(made, sentence):
    assert made == sentence


@pytest.mark.parametrize(
    ("fields", "level", "sentence"),
    [
        ({"size": "small", "direction": "reduces"}, "high", "Balm slightly reduces pain."),
        ({"size": "small"}, "high", ""),
        ({"direction": "reduces"}, "low", ""),
        ({"size": "trivial"}, "low", "Balm may result in little to no difference in pain."),
        ({}, "very_low", "The evidence is very uncertain about the effect of Balm on pain."),
        ({}, "no_studies", "No studies were found that looked at pain."),
        ({"size": "small", "direction": "reduces"}, "not_rated", ""),
    ],
)
def test_the_summary_of_findings_says_it_in_words_once_it_is_stated(fields, level, sentence):
    assert statement(Outcome("o1", "Pain", **fields), level, "Balm") == sentence
