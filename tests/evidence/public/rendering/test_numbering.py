"""Numbers in order of first appearance, and how they stand in the text and in the list."""

import re

import pytest

from evidence.manuscript import Citation, Claim, Manuscript, Section, Source
from evidence.public.rendering.edition import rendered_parts
from evidence.public.rendering.numbering import Numbering


def review(*bodies, **claims):
    """A review of sections with these bodies; `claims`: key → the sources it cites, in order, as letters."""
    letters = sorted({letter for cited in claims.values() for letter in cited} - {"x"})
    return Manuscript(
        title="Tea",
        sections=tuple(Section(f"s{n}", f"Part {n}", 2, "effects", body) for n, body in enumerate(bodies)),
        claims=tuple(
            Claim(key, "history", citations=tuple(Citation(letter, "supports") for letter in cited))
            for key, cited in claims.items()
        ),
        sources=tuple(Source(letter, csl={"title": letter.upper()}) for letter in letters),
    )


def shown(manuscript, key):
    """The numbers of a marker as a reader sees them."""
    return re.sub("<[^>]+>", "", re.search("<sup>.*</sup>", Numbering(manuscript).marker(key))[0])


def test_numbers_follow_the_text_and_not_the_list_of_sources():
    made = review("Tea is old.[^c2]", "It is drunk.[^c1] It is hot.[^c2]", c1="ab", c2="ca")
    assert Numbering(made).numbers == {"c": 1, "a": 2, "b": 3}
    assert [one["number"] for one in rendered_parts(made)["references"]] == [1, 2, 3]


@pytest.mark.parametrize(
    ("cited", "numbers"),
    [
        ("a", "1"),
        ("ba", "1,2"),
        ("cab", "1-3"),
        ("fabc", "1-3,6"),
        ("ace", "1,3,5"),
        ("aab", "1,2"),
        ("dcfba", "1-4,6"),
    ],
)
def test_a_marker_shows_its_numbers_in_order_once_and_runs_joined(cited, numbers):
    made = review("One.[^c1] Two.[^c2] Three.[^c3]", c1="abc", c2="def", c3=cited)
    assert shown(made, "c3") == numbers


def test_both_ends_of_a_run_open_their_source():
    made = review("One.[^c1]", c1="cab")
    assert re.findall(r'href="#ref-(\w)"', Numbering(made).marker("c1")) == ["c", "b"]


def test_a_source_that_is_not_there_takes_no_number():
    made = review("One.[^c1] Two.[^c2]", c1="xa", c2="b")
    assert Numbering(made).numbers == {"a": 1, "b": 2}
    assert (shown(made, "c1"), Numbering(made).marker("c9")) == ("1", "")


def test_a_retracted_source_says_so_in_the_list_and_nowhere_else():
    made = review("One.[^c1]", c1="ab")
    said = [
        one["html"].startswith("<em>Retracted.</em>") for one in rendered_parts(made, {"b"})["references"]
    ]
    assert said == [False, True]
