"""Whatever anybody declares of a promise, and wherever it is put, something blocks it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.manuscript.circumstances import Circumstances, Declared
from reviews import checks
from tests import builders
from tests.reviews.checks import promises as p

checks.load()
OURS = {"article"} | {f"claim:c{number}" for number in range(1, 11)}
NOW = timezone.localdate()
TODAY = Circumstances(
    today=NOW, next_review=NOW + timedelta(days=300), declarations={"ada-lind": (Declared(NOW),)}
)


# Rules that look at what is said; asked first, for the whole catalogue takes ten times as long.
FIRST = ("SR12", "SR2", "SR3")


def blocking(manuscript):
    return {one.code for one in checks.run(manuscript, TODAY) if one.severity == "block"}


def passes(manuscript):
    """Whether no rule blocks a manuscript."""
    last = replace(manuscript, sections=manuscript.sections[-1:])
    said = (
        one for code in FIRST for one in checks.REGISTRY[code].run(last, TODAY) if one.subject not in OURS
    )
    return not any(one.severity == "block" for one in said) and not blocking(manuscript)


def test_the_sound_review_is_blocked_by_nothing():
    assert blocking(builders.manuscript()) == set()
    assert blocking(p.with_body("Words here.")) == set()


@pytest.mark.parametrize("sentence", p.SENTENCES)
def test_no_kind_and_no_population_lets_a_promise_pass(sentence):
    let = [
        (kind, population)
        for kind, population in p.declarations()
        if passes(p.with_body(f"{sentence}[^c50]", [p.declared_as(kind, population)]))
    ]
    assert let == []


@pytest.mark.parametrize("place", p.PLACEMENTS)
def test_no_place_of_a_marked_promise_lets_it_pass(place):
    let = [
        (sentence, kind)
        for sentence in p.SENTENCES
        for kind in p.LENIENT
        if not (place == "two sentences" and "rats" in sentence)  # cut so, it says that it was in rats
        and passes(p.with_body(p.PLACEMENTS[place](sentence, "[^c50]"), [p.declared_as(kind, "animals")]))
    ]
    assert let == []


@pytest.mark.parametrize("place", p.UNMARKED)
def test_no_place_of_an_unmarked_promise_lets_it_pass(place):
    let = [
        (sentence, section)
        for sentence in p.SENTENCES
        for section in ("other", "summary", "effects")
        if passes(p.with_body(p.UNMARKED[place](sentence), section=section))
    ]
    assert let == []


@pytest.mark.parametrize("field", p.FIELDS)
def test_no_field_that_is_printed_lets_a_promise_pass(field):
    assert [s for s in p.SENTENCES if passes(p.FIELDS[field](builders.manuscript(), s))] == []


@pytest.mark.parametrize("emptied", p.EMPTIED)
def test_nothing_is_won_by_emptying_a_field(emptied):
    let = [
        (sentence, kind)
        for sentence in p.SENTENCES
        for kind in (*p.LENIENT, None)
        if passes(
            p.with_body(
                f"{sentence}[^c50]" if kind else sentence,
                [p.declared_as(kind, "cells")] if kind else (),
                **p.EMPTIED[emptied],
            )
        )
    ]
    assert let == []


@pytest.mark.parametrize("stances", p.STANCES)
def test_no_citation_that_does_not_support_and_no_outcome_lets_a_promise_pass(stances):
    let = [
        (sentence, kind, link)
        for sentence in p.SENTENCES
        for kind in p.LENIENT
        for link in p.LINKS
        if passes(p.with_body(f"{sentence}[^c50]", [p.declared_as(kind, "animals", link, stances)]))
    ]
    assert let == []


AGENTS = ("Lemon balm", "Lemon balm tea", "The extract", "It", "This herb", "A cup of lemon balm")
VERBS = (
    "restores", "rebuilds", "sharpens", "mends", "may improve", "will lift", "can ease", "halves", "doubles", "rescues",
    "has restored", "quickly repairs", "gives back", "strengthens", "ruins", "poisons",
)  # fmt: skip
OUTCOMES = (
    "memory",
    "sleep",
    "the mood",
    "anxiety",
    "the liver",
    "concentration",
    "blood pressure",
    "dementia",
)
PEOPLE = ("", " in healthy adults", " in children", " in people over sixty", " of tired students")
FIGURES = ("", " within a week", " by 40 %", " in nine of ten users", " for good")
promises = st.builds(
    lambda *parts: "{} {} {}{}{}.".format(*parts),
    *map(st.sampled_from, (AGENTS, VERBS, OUTCOMES, PEOPLE, FIGURES)),
)


@settings(max_examples=300, deadline=None)
@given(
    promises,
    st.lists(st.tuples(*map(st.sampled_from, (p.KINDS, p.POPULATIONS, p.LINKS, p.STANCES))), max_size=3),
    st.sampled_from(sorted(p.PLACEMENTS)),
    st.sampled_from(p.SECTIONS),
    st.sampled_from(sorted(p.EMPTIED)),
)
def test_no_promise_passes_whatever_is_declared_of_it(sentence, declared, place, section, emptied):
    claims = [p.declared_as(*one, key=f"c{50 + n}") for n, one in enumerate(declared)]
    body = p.PLACEMENTS[place](sentence, "".join(f"[^{one.key}]" for one in claims))
    assert not passes(p.with_body(body, claims, section, **p.EMPTIED[emptied]))


@settings(max_examples=200, deadline=None)
@given(promises, st.sampled_from(sorted(p.UNMARKED)), st.sampled_from(p.SECTIONS))
def test_no_promise_passes_unmarked(sentence, place, section):
    assert not passes(p.with_body(p.UNMARKED[place](sentence), section=section))


@settings(max_examples=200, deadline=None)
@given(promises, st.sampled_from(sorted(p.FIELDS)))
def test_no_promise_passes_in_a_field(sentence, field):
    assert not passes(p.FIELDS[field](builders.manuscript(), sentence))
