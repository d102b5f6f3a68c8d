"""The frozen shape: one value, one text, one digest."""

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.canonical import normal_text
from evidence.manuscript import Citation, Claim, Manuscript, Section, Source, digest_of, from_json
from tests.builders import manuscript

GOLDEN = Path(__file__).parent / "golden" / "schema-1.json"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(normal_text)
SECTIONS = st.builds(Section, key=TEXT, heading=TEXT, level=st.integers(2, 6), body=TEXT)
CLAIMS = st.builds(
    Claim, key=TEXT, citations=st.lists(st.builds(Citation, source=TEXT, quote=TEXT)).map(tuple)
)
SOURCES = st.builds(
    Source, key=TEXT, csl=st.fixed_dictionaries({"title": TEXT}), sample_size=st.none() | st.integers()
)
MANUSCRIPTS = st.builds(
    Manuscript,
    title=TEXT,
    summary=TEXT,
    sections=st.lists(SECTIONS, max_size=3).map(tuple),
    claims=st.lists(CLAIMS, max_size=3).map(tuple),
    sources=st.lists(SOURCES, max_size=3).map(tuple),
)


@settings(max_examples=50, deadline=None)
@given(MANUSCRIPTS)
def test_the_round_trip_is_the_identity(value):
    assert from_json(value.to_json()) == value


@settings(max_examples=50, deadline=None)
@given(MANUSCRIPTS)
def test_the_order_of_keys_does_not_change_the_digest(value):
    data = json.loads(value.to_json())
    shuffled = json.dumps(dict(reversed(data.items())))
    assert from_json(shuffled).digest == value.digest


@settings(max_examples=50, deadline=None)
@given(TEXT, TEXT)
def test_only_another_title_is_another_digest(one, other):
    same = Manuscript(title=one).digest == Manuscript(title=other).digest
    assert same == (one == other)


def test_line_ends_do_not_change_the_digest():
    unix = Manuscript(title="T", sections=(Section("s1", body="One.\nTwo."),))
    browser = Manuscript(title="T", sections=(Section("s1", body="One.\r\nTwo."),))
    assert unix.digest == browser.digest


def test_every_digested_field_counts():
    whole = manuscript()
    changed = [
        replace(whole, title="Other"),
        replace(whole, summary="Other"),
        replace(whole, funding="Other"),
        replace(whole, byline=()),
        replace(whole, searched_up_to=None),
        replace(whole, sections=whole.sections[1:]),
        replace(whole, claims=whole.claims[1:]),
        replace(whole, outcomes=()),
        replace(whole, sources=whole.sources[1:]),
    ]
    assert len({whole.digest, *(value.digest for value in changed)}) == len(changed) + 1


def test_a_field_at_its_default_is_left_out():
    assert json.loads(Manuscript(title="T").to_json()) == {"schema": 1, "title": "T"}


def test_schema_1_is_read_as_it_was_written():
    text = GOLDEN.read_text(encoding="utf-8").rstrip("\n")
    assert (from_json(text).to_json(), digest_of(text)) == (
        text,
        "04b3a74a76a4575f762a402bce2b94a851d4b18e2b2019e2fc029447a27e37b3",
    )
