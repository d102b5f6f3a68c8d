"""Two records and two citations of one work become one: what either says is there, or a person is asked."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.side_by_side import COLUMNS, compared, joined, settled
from evidence.errors import Refused
from evidence.manuscript import Citation

PHRASE = st.sampled_from(["", "slept longer", "in forty adults", "no difference", "mild nausea was seen"])


def record(**fields):
    csl = fields.pop("csl", {})
    empty = dict.fromkeys(COLUMNS, "") | {"sample_size": None, "peer_review": "unknown", "note": ""}
    return SimpleNamespace(csl=csl, **{**empty, **fields})


def test_only_what_both_say_differently_is_a_question():
    one = record(doi="10.5555/a", design="RCT", csl={"title": "Lemon balm", "volume": "3"})
    other = record(doi="10.5555/b", species="rat", csl={"title": "Lemon balm", "issue": "2"})
    assert [row.name for row in compared(one, other) if row.differs] == ["doi"]


def test_what_one_leaves_out_comes_from_the_other_and_a_choice_is_kept():
    one = record(doi="10.5555/a", note="Ask Ben.", csl={"title": "Lemon balm", "custom": {"x": 1}})
    other = record(doi="10.5555/b", pmid="7", note="Seen.", csl={"volume": "3", "custom": {"y": 2}})
    columns, csl = settled(one, other, taking=["doi"])
    assert (columns["doi"], columns["pmid"], columns["note"]) == ("10.5555/b", "7", "Ask Ben.\n\nSeen.")
    assert csl == {
        "title": "Lemon balm",
        "volume": "3",
        "DOI": "10.5555/b",
        "PMID": "7",
        "custom": {"x": 1, "y": 2},
    }


@given(PHRASE, PHRASE, st.sampled_from(["", "p. 3"]), st.sampled_from(["", "Table 1"]))
def test_no_quotation_and_no_place_is_lost(quote, other_quote, place, other_place):
    said = joined(
        Citation("", quote=quote, locator=place), Citation("", quote=other_quote, locator=other_place), "c1"
    )
    assert all(words in said.quote for words in (quote, other_quote))
    assert all(words in said.locator for words in (place, other_place))


def test_two_quotations_follow_each_other_as_they_stand_in_the_text():
    text = "They slept longer. Mild nausea was seen."
    said = joined(Citation("", quote="Mild nausea was seen"), Citation("", quote="slept longer"), "c1", text)
    assert said.quote == "slept longer … Mild nausea was seen"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Citation("", "supports"), Citation("", "contradicts")),
        (Citation("", figure="40"), Citation("", figure="44")),
        (Citation("", locator="p" * 60), Citation("", locator="q" * 60)),
    ],
)
def test_what_only_a_person_can_decide_is_asked(one, other):
    with pytest.raises(Refused, match="Claim c1 cites both"):
        joined(one, other, "c1")


def test_a_judged_stance_goes_before_none():
    assert joined(Citation(""), Citation("", "partly_supports"), "c1").stance == "partly_supports"
