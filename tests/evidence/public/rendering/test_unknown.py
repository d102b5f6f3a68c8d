"""What readers are told of the kind of evidence: nothing that nobody recorded, and nothing that its words deny."""

import pytest

from evidence.manuscript import Citation, Claim, Manuscript, Outcome, Section, Source
from evidence.public.rendering.edition import rendered_parts
from evidence.public.rendering.marks import marked, places_of
from evidence.public.rendering.numbering import Numbering
from evidence.vocabulary import Design, StudyPopulation

NOT_RECORDED = "kind of study not recorded"


def review(text="It helps.", stance="supports", **fields):
    return Manuscript(
        title="Tea",
        sections=(Section("s1", "Effects", 2, "effects", f"{text}[^c1]"),),
        claims=(Claim("c1", "effect", outcome="o1", citations=(Citation("a", stance),)),),
        outcomes=(Outcome("o1", "Sleep"),),
        sources=(Source("a", csl={"title": "A"}, **fields),),
    )


@pytest.mark.parametrize("population", ["", "none"])
@pytest.mark.parametrize("design", Design.values)
def test_only_what_is_a_review_or_an_official_text_is_called_one(design, population):
    said = Numbering(review(design=design, population=population)).marker("c1")
    assert ("from reviews or official texts" in said) == (design in ("SRMA", "GUID", "NR", "REG"))
    assert (NOT_RECORDED in said) == (design not in ("SRMA", "GUID", "NR", "REG", "PK", "AN", "VT", "SIL"))


@pytest.mark.parametrize("population", StudyPopulation.values)
def test_a_reference_says_that_its_kind_was_not_recorded(population):
    (reference,) = rendered_parts(review(population=population))["references"]
    assert NOT_RECORDED in reference["studied"] and "Not recorded" not in reference["studied"]


@pytest.mark.parametrize(
    ("text", "population", "printed"),
    [
        ("In rats, it helps.", "human", "cited: a study of people"),
        ("In adults, it helps.", "animal", "cited: a study of animals"),
        ("In cultured neurons it helps.", "human_healthy", "cited: a study of people"),
        ("In rats, it helps.", "animal", "(in animals)"),
        ("It helps.", "animal", "(in animals)"),
        ("In rats and in people it helps.", "human", "(in people)"),
    ],
)
def test_what_stands_beside_a_sentence_never_contradicts_it(text, population, printed):
    said = Numbering(review(text, population=population)).marker("c1")
    assert printed in said
    assert ("(in " in said) == printed.startswith("(in ")


@pytest.mark.parametrize("stance", ["supports", "partly_supports", "not_judged"])
def test_a_retracted_source_is_marked_at_its_reference_its_sentences_and_its_rows(stance):
    parts = rendered_parts(review(stance=stance), {"a"})
    assert "retracted source" in parts["sections"][0][1]
    assert parts["outcomes"][0]["retracted"]
    assert "etracted" in parts["references"][0]["html"]


def test_a_sentence_that_denies_a_retracted_source_does_not_rest_on_it():
    parts = rendered_parts(review(stance="contradicts"), {"a"})
    assert "retracted source" not in parts["sections"][0][1]


def test_the_marks_of_a_notice_stand_at_the_anchors_it_names_and_nowhere_else():
    body = '<th id="outcome-o1">Sleep</th><span class="claim" id="claim-c1">It helps.</span><li id="ref-a">A</li>'
    places = places_of(review(), {"a"})
    assert [anchor for anchor, _words in places] == ["ref-a", "claim-c1", "outcome-o1"]
    notices = "".join(f'<a class="place" href="#{anchor}">x</a>' for anchor, _words in places)
    found = marked(body, notices)
    assert found.count('<strong class="retracted">') == 3
    assert '<li id="ref-a"><strong class="retracted">Retracted.</strong> A' in found
    assert marked(body, "") == body
