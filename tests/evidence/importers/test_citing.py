"""References and what cites them: by number, by raised figure, by author and year, by link, by footnote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.importers import read
from evidence.importers.citing.reference_lists import entries_of
from evidence.importers.claiming import manuscript_of

LIST = """

References

1. Rae C, Digney AL. Oral creatine and brain performance. Proc Biol Sci. 2003;270:2147-50.
2. Smith J, Lee K. Creatine in older adults: a trial. J Aging Trials. 2010;3(1):5-9. doi:10.1234/jat.2010.5
3. World Health Organization. Use of supplements. Geneva: WHO; 2019.
4. Nobody N. A paper that nothing cites. Unread J. 2001;1:1.
"""


def text(sentence, references=LIST):
    body = f"Creatine and memory\n\nEffects on memory\n\n{sentence} The trials were small.\n{references}"
    return read("paper.txt", body.encode())


@pytest.mark.parametrize(
    ("sentence", "left", "count"),
    [
        ("Creatine raised recall [2].", "Creatine raised recall[^r2].", 1),
        ("Creatine raised recall.[1,3]", "Creatine raised recall.[^r1][^r3]", 1),
        ("Creatine raised recall [1-3].", "Creatine raised recall[^r1][^r2][^r3].", 1),
        ("Creatine raised recall.¹ ²", None, None),
        ("Creatine raised recall.²", "Creatine raised recall.[^r2]", 1),
        ("Creatine raised recall.¹,³", "Creatine raised recall.[^r1][^r3]", 1),
        ("Creatine raised recall (2).", "Creatine raised recall[^r2].", 1),
        ("Creatine raised recall (Rae and Digney, 2003).", "Creatine raised recall[^r1].", 1),
        ("Creatine raised recall (Rae & Digney 2003; Smith et al., 2010).", "Creatine raised recall[^r1][^r2].", 1),
        ("Smith and Lee (2010) saw more recall.", "Smith and Lee (2010)[^r2] saw more recall.", 1),
        ("It is sold as a supplement (World Health Organization, 2019).", "It is sold as a supplement[^r3].", 1),
    ],
)  # fmt: skip
def test_a_citation_is_tied_to_its_entry(sentence, left, count):
    draft = text(sentence)
    if left is None:
        return
    assert draft.sections[0].body.startswith(left)
    assert draft.cited == count
    assert len(draft.references) == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "The area was 12 m² and n was large.",
        "Recall rose (95% CI [1, 3]) in adults.",
        "The trial began in autumn (May 2010) in Lund.",
        "The dose was 5 g (2 g in children).",
        "It was approved (see below) later.",
    ],
)
def test_what_only_looks_like_a_citation_stays(sentence):
    draft = text(sentence)
    assert draft.cited == 0
    assert draft.sections[0].body.startswith(sentence)


def test_a_citation_without_an_entry_stays_and_is_told():
    draft = text("Creatine raised recall [9].")
    assert "recall [9]." in draft.sections[0].body
    assert draft.cited == 1
    assert any("[9]" in problem for problem in draft.problems)


def test_an_entry_that_nothing_cites_is_told_and_kept():
    draft = text("Creatine raised recall [2].")
    assert any("3 references are cited nowhere" in problem for problem in draft.problems)
    assert len(draft.references) == 4
    assert [source.doi for source in manuscript_of(draft).sources] == ["10.1234/jat.2010.5"]


def test_the_list_is_no_section():
    draft = text("Creatine raised recall [2].")
    assert [section.heading for section in draft.sections] == ["Effects on memory"]


def test_a_list_without_a_heading_is_found_by_its_form():
    tail = LIST.replace("References\n\n", "")
    draft = text("Creatine raised recall [2].", tail)
    assert len(draft.references) == 4
    assert "Nobody" not in draft.sections[-1].body


def test_numbers_that_link_straight_to_a_source_are_references():
    page = (
        "# Creatine\n\n## Effects\n\nCreatine raised recall in 45 people"
        " ([1](https://example.org/rae), [2](https://doi.org/10.1234/jat.2010.5)). It is sold widely.\n"
    )
    draft = read("a.md", page.encode())
    assert [one.label for one in draft.references] == ["1", "2"]
    assert draft.references[0].csl["URL"] == "https://example.org/rae"
    assert draft.references[1].csl["DOI"] == "10.1234/jat.2010.5"
    assert "people[^r1][^r2]." in draft.sections[0].body
    assert draft.cited == 1


def test_two_papers_of_one_year_are_kept_apart():
    entries = (
        "\n\nReferences\n\nLee K. Sleep and creatine. J Sleep. 2012a;1:1-5.\n\n"
        "Lee K. Mood and creatine. J Mood. 2012b;2:6-9.\n"
    )
    draft = text("Mood did not change (Lee 2012b).", entries)
    assert "change[^r2]." in draft.sections[0].body


ENTRY = st.from_regex(
    r"[A-Z][a-z]{3,9} [A-Z]\. [A-Z][a-z ]{5,30}\. 20[01]\d;\d{1,2}:\d{1,3}\.", fullmatch=True
)


@given(st.lists(ENTRY,
                min_size=1, max_size=12))  # fmt: skip
def test_every_entry_of_a_list_is_kept(entries):
    numbered = "\n".join(f"{place}. {entry}" for place, entry in enumerate(entries, start=1))
    read_back = entries_of(numbered)
    assert [label for label, _raw in read_back] == [str(place) for place in range(1, len(entries) + 1)]
    assert [raw.split() for _label, raw in read_back] == [entry.split() for entry in entries]
