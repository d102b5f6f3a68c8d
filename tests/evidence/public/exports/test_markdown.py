"""What goes out comes in again as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.exporters.csl_json import csl_json
from evidence.canonical import normal_text
from evidence.errors import ImportRefused
from evidence.importers.manuscripts import read_manuscript, source_of
from evidence.manuscript import Section
from evidence.public.exports.markdown import markdown
from tests import builders

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60).map(normal_text)
HEADINGS = LINE.map(lambda text: " ".join(text.split()).strip("#{} \\"))
BODIES = st.lists(LINE | st.just("## Odd {#s9 harms}") | st.just("## Odd \\{#s9 harms}"), max_size=4).map(
    lambda lines: "\n".join(lines).strip("\n")
)


def back(manuscript):
    sources = {one.key: source_of(csl_json(one)) for one in manuscript.sources}
    return read_manuscript(markdown(manuscript), sources)


def test_a_whole_review_comes_back():
    assert back(builders.manuscript()) == builders.manuscript()


@given(st.lists(st.tuples(HEADINGS, BODIES, st.integers(2, 6)), max_size=4), LINE)
def test_any_text_comes_back(parts, summary):
    sections = tuple(
        Section(f"s{number}", heading, level, "effects", body)
        for number, (heading, body, level) in enumerate(parts, start=1)
    )
    whole = replace(builders.manuscript(), sections=sections, summary=summary)
    assert back(whole).digest == whole.digest


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# A title\n", "front matter"),
        ("+++\ntitle = \n+++\n", "front matter"),
        ('+++\ntitle = "A"\ncolour = "red"\n+++\n', "colour"),
        ('+++\ntitle = "A"\nsources = ["who-2020"]\n+++\n', "who-2020"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text, why):
    with pytest.raises(ImportRefused, match=why):
        read_manuscript(text, {})
