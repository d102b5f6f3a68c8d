"""Sentences, markers and figures in biomedical prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.prose.markers import mark, rename, sentences_of
from evidence.prose.markup import to_html
from evidence.prose.numbers import quantities
from evidence.prose.sentences import split

ENDS = [
    ("They took 5 mg q.d. for a week. It helped.", 2),
    ("Mice (e.g. BALB/c) differ. Rats do not.", 2),
    ("See Fig. 2 for the dose. It was low.", 2),
    ("Drug vs. placebo gave p < 0.05 in both. No more.", 2),
    ("Lind et al. 2019 counted E. coli colonies.", 1),
    ("The trial began on Jan. 5 in Oslo. mRNA was measured.", 2),
    ("It was given b.i.d. The dose fell by 1.5 mg i.v. in rats.", 2),
    ("IL-6, TNF-α etc. were raised. α-Tocopherol fell. siRNA helped.", 3),
    ("The U.S. Food and Drug Administration said no. Nobody asked why.", 2),
    ("See Sect. 2.1 on vit. C in children. It works [1,2]. So they say.[3] Next.", 4),
    ("It rose (p < .05). No. 5 was best, no. 6 was not. The answer was no. Nobody asked.", 4),
    ("J. Smith wrote 3.5 pages. Nobody read them.", 2),
    ("It was boiled for 5 min. Sugar was added.", 2),
    ("The gene lies on chromosome X. This was not known.", 2),
    ("Letters by P. He and A. Berg were kept.", 1),
    ("We used it [Berg et al., Proc. Herb. Acad. 12 (1989) 5] in tea. It was good.", 2),
    ("[It was seen in Oslo. Nobody knows why.]", 2),
]


@pytest.mark.parametrize(("text", "count"), ENDS)
def test_sentences_end_where_people_end_them(text, count):
    assert len(split(text)) == count


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Ab. ?!\n*_[]()1-|>`^c"), max_size=60))
def test_spans_are_ordered_and_cover_all_words(text):
    spans = split(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert spans == sorted(spans)
    assert "".join(covered.split()) == "".join(text.split())


BODY = "One **bold** fact. Another fact.[^c1]\n\n- An item.\n\n> Quoted.[^c9]\n\n| a | b |\n|---|---|\n| cell | x |"


@pytest.mark.parametrize("index", range(len(sentences_of(BODY))))
def test_marking_and_unmarking_leaves_the_text_as_it_was(index):
    marked = mark(BODY, index, "c7")
    assert mark(marked, index, "c7") == marked
    assert "c7" in sentences_of(marked)[index].markers
    assert [s.text for s in sentences_of(marked)] == [s.text for s in sentences_of(BODY)]
    assert rename(marked, {"c7": None}) == BODY


def test_quotations_code_and_escapes_hold_no_claims():
    body = "> Quoted.[^c1]\n\nWrite `[^c2]` or \\[^c3].\n\n# Heading[^c4]"
    assert [sentence.markers for sentence in sentences_of(body)] == [()]


def test_script_in_a_body_is_text():
    assert "<script" not in to_html("<script>alert(1)</script> [x](javascript:alert(1))")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up to 1,000x more potent", ["up to 1,000x"]),
        ("27.0% against 25.0% died", ["27.0%", "25.0%"]),
        ("In 2020 COVID-19 spread", []),
        ("HIF1A and IL-6 rose [12]", []),
    ],
)
def test_figures_that_need_a_source(text, found):
    assert [quantity.words for quantity in quantities(text)] == found


def test_every_key_of_a_sentence_can_be_linked_to():
    html = to_html("Sleep improved.[^c1][^c2]", marker=lambda key: "")
    assert 'id="claim-c1"' in html
    assert 'id="claim-c2"' in html
