"""A source is found by the words of a sentence, with the passage that fits best; the index follows every way in."""

import pytest

from evidence.library import searching
from evidence.models import IndexedSource, Source
from evidence.prose.terms import terms

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf():
    def put(key, title, text="", **fields):
        return Source.objects.create(key=key, title=title, stored_text=text, csl={"title": title}, **fields)

    return {
        "sleep": put(
            "sleep",
            "Lemon balm and sleep: a randomised trial",
            "Forty adults took part. Sleep quality improved with lemon balm. Nobody left.",
            design="RCT",
        ),
        "rats": put("rats", "Lemon balm in sleeping rats", "Rats slept longer.", design="AN"),
        "kidney": put("kidney", "Renal outcomes after dialysis", "Patients on dialysis were followed."),
    }


def test_the_work_that_fits_comes_first_with_its_passage(shelf):
    found = searching.candidates("Lemon balm improves the quality of sleep in adults.")
    assert found[0].source == shelf["sleep"]
    assert found[0].passage == "Sleep quality improved with lemon balm."
    assert shelf["kidney"] not in [one.source for one in found]


def test_nothing_is_found_where_no_word_is_shared(shelf):
    assert searching.candidates("Quantum gravity") == []
    assert searching.candidates("of the and") == []


def test_an_edit_by_any_way_is_found_at_the_next_search(shelf):
    searching.catch_up()
    Source.objects.filter(key="kidney").update(stored_text="Valerian calmed them.")
    assert [one.source.key for one in searching.candidates("valerian")] == ["kidney"]
    assert searching.catch_up() == 0


def test_a_source_merged_into_another_is_no_candidate(shelf):
    searching.catch_up()
    Source.objects.filter(key="rats").update(merged_into=shelf["sleep"])
    assert "rats" not in [one.source.key for one in searching.candidates("sleeping rats")]


def test_people_come_before_animals_among_works_that_fit_alike(shelf):
    words = "Passiflora eases worry"
    for key, design in (("first", "AN"), ("second", "RCT")):
        Source.objects.create(key=key, title=words, csl={}, design=design)
    assert [one.source.key for one in searching.candidates(words)] == ["second", "first"]
    assert [one.source.key for one in searching.candidates(words, of_models=True)] == ["first", "second"]


def test_a_search_costs_the_same_in_a_larger_library(shelf, django_assert_max_num_queries):
    searching.catch_up()
    with django_assert_max_num_queries(6):
        searching.candidates("Lemon balm and sleep")
    Source.objects.bulk_create(
        Source(key=f"more-{n}", title=f"Lemon balm and sleep, part {n}", csl={}) for n in range(60)
    )
    searching.catch_up()
    assert IndexedSource.objects.count() == 63
    with django_assert_max_num_queries(6):
        searching.candidates("Lemon balm and sleep")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anti-inflammatory effects", ["anti", "inflammatori", "antiinflammatory", "effect"]),
        ("the of and", []),
        ("TGF-β1 in α-GPC", ["tgf", "β1", "tgfβ1", "gpc", "αgpc"]),
        ("5 mg", ["5", "mg"]),
    ],
)
def test_terms(text, found):
    assert terms(text) == found
