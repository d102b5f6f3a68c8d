"""What would change if a site changed a rule: said of a manuscript, with nothing changed by it."""

from dataclasses import replace

import pytest

from evidence.prose.lexicon import lexicon, names, trying
from reviews import checks
from reviews.checks.examples import cite, claim, example, source
from reviews.flags.trials import OFF, OWN, Change, asked_by, difference, state_now

PRAISE = example("It is an amazing tea. It is a wonder root.")
FEW = example(
    "It improves sleep.[^c1]",
    claims=[claim("c1", "effect", cite("a"))],
    sources=[source("a", sample_size=60)],
)


def told(change, pair=PRAISE, **settings):
    manuscript, now = pair
    found = difference(change, manuscript, replace(now, settings=settings))
    return tuple([one.words for one in part] for part in (found.raised, found.cleared, found.weighed))


def test_switching_a_rule_off_clears_what_it_found():
    assert told(Change("EF15", OFF)) == ([], ["amazing"], [])


def test_switching_it_on_again_raises_it():
    assert told(Change("EF15"), CHECKS_OFF={"EF15": "We praise."}) == (["amazing"], [], [])


def test_another_severity_is_neither_raised_nor_cleared():
    assert told(Change("EF15", "block")) == ([], [], ["amazing"])
    assert told(Change("EF15", "block"), CHECKS_TUNED={"EF15": ("block", "No praise.")}) == ([], [], [])


def test_words_are_added_and_taken_out():
    assert told(Change("EF15", words=(("promotion", ("wonder root", "-amazing")),))) == (
        ["wonder root"],
        ["amazing"],
        [],
    )


@pytest.mark.parametrize(
    ("code", "text", "name", "words"),
    [
        ("EF15", "It is a superb tea.", "promotion", "superb"),
        ("EF15", "It is a SUPERB tea.", "promotion", "superb"),
        ("SB3", "It has no side effects.", "assurance", "no side effects"),
        ("SB6", "Tea was banned.", "regulatory", "banned"),
    ],
)
def test_words_that_are_taken_out_are_found_by_no_pattern_beside_the_list(code, text, name, words):
    assert told(Change(code, words=((name, (f"-{words}",)),)), example(text))[1] != []
    assert told(Change(code, words=((name, ("-tea leaf", "blorp")),)), example(text)) == ([], [], [])


def test_words_that_are_tried_leave_no_trace():
    manuscript, now = PRAISE
    before = checks.run(manuscript, now)
    told(Change("SR3", words=(("health_terms", ("tea", "amazing", "root")),)))
    assert not lexicon("promotion").first("It is a wonder root.")
    assert checks.run(manuscript, now) == before


@pytest.mark.parametrize("code", ["SR3", "SR1", "EF16", "SB3", "ST1"])
def test_words_tried_reach_every_rule_that_asks_for_them(code):
    names = asked_by(code)[0]
    text = "Blorp is what they sell. " * 3
    with trying([(name, ("blorp",)) for name in names]) as asked:
        manuscript, now = example(text)
        checks.run_one(code, manuscript, now)
    assert asked <= set(names)


def test_a_sentence_becomes_checkable_by_words_that_are_tried():
    pair = example("Blorp and zot lie in the cupboard in winter.")
    words = (("regulatory", ("blorp",)),)
    assert told(Change("SR3", words=words), pair)[0] == ["Blorp and zot lie in the cupboard in winter."]


def test_a_number_is_tried():
    assert told(Change("EF16", numbers=(("FEWEST_PEOPLE", 50),)), FEW) == ([], ["improves"], [])
    assert told(Change("EF16", numbers=(("FEWEST_PEOPLE", 100),)), FEW, FEWEST_PEOPLE=50) == (
        ["improves"],
        [],
        [],
    )


def test_what_a_rule_asks_for_is_found_out_by_its_examples():
    assert asked_by("EF15") == (("negation", "promise", "promotion"), {})
    assert asked_by("SI7")[1] == {"OUTDATED_YEARS": 5, "SEARCH_MONTHS": 24}
    assert {name for rule in checks.catalogue() for name in asked_by(rule.code)[0]} <= set(names())


@pytest.mark.parametrize(
    ("said", "state"),
    [({}, OWN), ({"CHECKS_OFF": {"EF15": "x"}}, OFF), ({"CHECKS_TUNED": {"EF15": ("info", "x")}}, "info")],
)
def test_how_a_site_has_a_rule_now(said, state):
    assert state_now("EF15", said) == state
