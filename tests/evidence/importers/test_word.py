"""Word files of other programs and people: headings by any legal route, hidden text, fields, formulas."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.importers import read
from tests.evidence.importers.test_docx import SPACE, word_file

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
STYLES = f"""<?xml version="1.0"?><w:styles {SPACE}>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Titel"/></w:style>
<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="Überschrift 1"/></w:style>
<w:style w:type="paragraph" w:styleId="O2"><w:name w:val="Overskrift 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Bare"><w:name w:val="Heading"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Lvl"><w:name w:val="Kafli"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="C1"><w:name w:val="House 1"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="C2"><w:name w:val="House 2"/><w:basedOn w:val="C1"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="H1Z"><w:name w:val="Heading 1 Char"/></w:style>
<w:style w:type="character" w:styleId="Linked"><w:name w:val="Odd"/><w:link w:val="H1"/></w:style>
<w:style w:type="character" w:styleId="Ref"><w:name w:val="Ref"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone2"><w:name w:val="Gone 2"/><w:basedOn w:val="Gone"/></w:style></w:styles>"""


def run(text, properties=""):
    styled = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{styled}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs, properties=""):
    styled = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{styled}{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def styled(text, name):
    return para(text, properties=f'<w:pStyle w:val="{name}"/>')


def draft(*paragraphs, extra=()):
    body = "".join([styled("Fennel tea", "T"), *paragraphs])
    document = f'<?xml version="1.0"?><w:document {SPACE} {MATH}><w:body>{body}</w:body></w:document>'
    return read("x.docx", word_file(document=document, styles=STYLES, extra=extra))


ROUTES = (
    lambda words: styled(words, "U1"),
    lambda words: styled(words, "Bare"),
    lambda words: styled(words, "Lvl"),
    lambda words: styled(words, "C1"),
    lambda words: styled(words, "C2"),
    lambda words: para(words, properties='<w:outlineLvl w:val="0"/>'),
    lambda words: para(run(words, '<w:rStyle w:val="H1Z"/>')),
    lambda words: para(run(words, '<w:rStyle w:val="Linked"/>')),
)
NAMES = ("Wirkung", "Side effects", "Pregnancy", "Interactions", "Quality of the evidence")


@given(st.lists(st.tuples(st.sampled_from(ROUTES), st.sampled_from(NAMES)), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_a_heading_is_one_by_any_legal_route(headings):
    parts = [part for number, (route, words) in enumerate(headings)
             for part in (route(words), para(f"One trial of {number + 40} adults."))]  # fmt: skip
    found = draft(*parts)
    assert found.title == "Fennel tea"
    assert [(one.heading, one.level) for one in found.sections] == [(words, 2) for _route, words in headings]
    assert [one.body for one in found.sections] == [
        f"One trial of {n + 40} adults." for n in range(len(headings))
    ]


def test_levels_are_kept_and_a_level_that_says_text_makes_no_heading():
    found = draft(
        styled("Effects", "U1"), para("Text."), styled("In infants", "O2"), para("More text."),
        para("House words.", properties='<w:pStyle w:val="C1"/><w:outlineLvl w:val="9"/>'), styled("Round.", "Loop"),
    )  # fmt: skip
    assert [(one.heading, one.level) for one in found.sections] == [("Effects", 2), ("In infants", 3)]
    assert "House words." in found.sections[1].body


HIDING = (
    "<w:vanish/>",
    '<w:vanish w:val="true"/>',
    "<w:webHidden/>",
    '<w:rStyle w:val="Gone"/>',
    '<w:rStyle w:val="Gone2"/>',
)


@given(st.lists(st.tuples(st.sampled_from(HIDING), st.booleans()), min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_hidden_text_is_left_out_and_counted_with_its_place(hidden):
    parts = [
        para(run("Ask the maker. ", how), *([] if alone else [f"Adult {place}."]))
        for place, (how, alone) in enumerate(hidden)
    ]
    found = draft(styled("Effects", "U1"), para("One trial."), *parts)
    assert "maker" not in found.sections[0].body
    assert all(f"Adult {n}." in found.sections[0].body for n, (_how, alone) in enumerate(hidden) if not alone)
    (told,) = [one for one in found.problems if "left out" in one]
    assert told.startswith(f"{len(hidden)} hidden")
    assert "Effects" in told


def test_text_that_hiding_is_turned_off_for_stays():
    found = draft(
        styled("Effects", "U1"), para(run("Seen.", '<w:rStyle w:val="Gone"/><w:vanish w:val="0"/>'))
    )
    assert found.sections[0].body == "Seen."


def test_changes_and_comments_are_told():
    found = draft(
        styled("Effects", "U1"),
        para("It helped.", "<w:del><w:r><w:delText>It is safe.</w:delText></w:r></w:del>",
             f"<w:ins>{run(' Perhaps.')}</w:ins>", '<w:r><w:commentReference w:id="1"/></w:r>'),
    )  # fmt: skip
    assert found.sections[0].body == "It helped. Perhaps."
    assert [one.split(" ")[0:2] for one in found.problems] == [
        ["1", "deleted"],
        ["1", "comment"],
        ["1", "insertion"],
    ]


@pytest.mark.parametrize(
    "how",
    [
        '<w:vertAlign w:val="superscript"/>',
        '<w:rStyle w:val="Ref"/>',
        '<w:position w:val="8"/><w:sz w:val="14"/>',
    ],
)
@pytest.mark.parametrize(
    ("before", "figure", "plain"),
    [("10", "6", "10⁶"), ("10", "−3", "10⁻³"), ("3 m", "2", "3 m²"), ("R", "2", "R²")],
)
def test_a_raised_figure_stays_raised_by_any_route(how, before, figure, plain):
    found = draft(styled("Effects", "U1"), para(f"We saw {before}", run(figure, how), " in one trial."))
    assert f"We saw {plain} in one trial." in found.sections[0].body


def test_a_formula_comes_out_as_words_and_figures():
    formula = (
        "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup>"
        "<m:r><m:t>+</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
        "</m:oMath>"
    )
    found = draft(styled("Effects", "U1"), para("We counted", formula, "cells."))
    assert " ".join(found.sections[0].body.split()) == "We counted 10⁶+1/2 cells."


def record(number):
    return {
        "id": number, "type": "article-journal", "title": f"Oat tea {number}", "DOI": f"10.5555/w.{number}",
        "container-title": "J Naps", "author": [{"family": "Quill", "given": "Ada"}],
        "issued": {"date-parts": [[2018]]},
    }  # fmt: skip


def endnote(numbers):
    cites = "".join(
        f"<Cite><record><contributors><authors><author>Quill, Ada</author></authors></contributors>"
        f"<titles><title>Oat tea {n}</title><secondary-title>J Naps</secondary-title></titles>"
        f"<dates><year>2018</year></dates>"
        f"<electronic-resource-num>10.5555/w.{n}</electronic-resource-num></record></Cite>"
        for n in numbers
    )
    return f"<EndNote>{cites}</EndNote>"


def instruction(program, numbers):
    """(text of the instruction, data beside it) as each program writes a citation."""
    items = {"citationItems": [{"id": n, "itemData": record(n)} for n in numbers]}
    if program == "zotero":
        return f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(items)} ", ""
    if program == "mendeley":
        return f"ADDIN CSL_CITATION {json.dumps(items)}", ""
    if program == "endnote":
        return f" ADDIN EN.CITE {endnote(numbers)}", ""
    if program == "endnote data":
        return " ADDIN EN.CITE.DATA ", base64.b64encode(endnote(numbers).encode()).decode()
    tags = [f"Qui{n}" for n in numbers]
    return f" CITATION {tags[0]} \\l 1033 " + "".join(f" \\m {tag}" for tag in tags[1:]), ""


def field(program, numbers, shown):
    said, data = instruction(program, numbers)
    first, second = (part.replace("&", "&amp;").replace("<", "&lt;") for part in (said[:30], said[30:]))
    beside = f"<w:fldData>{data}</w:fldData>" if data else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{beside}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{first}</w:instrText></w:r>"
        f'<w:r><w:instrText xml:space="preserve">{second}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


SOURCES = '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">' + "".join(
    f"<b:Source><b:Tag>Qui{n}</b:Tag><b:Title>Oat tea {n}</b:Title><b:Year>2018</b:Year><b:JournalName>J Naps"
    f"</b:JournalName><b:DOI>10.5555/w.{n}</b:DOI><b:Author><b:Author><b:NameList><b:Person><b:Last>Quill</b:Last>"
    f"<b:First>Ada</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source>"
    for n in range(1, 6)
) + "</b:Sources>"  # fmt: skip


@given(
    st.sampled_from(("zotero", "mendeley", "endnote", "endnote data", "word")),
    st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=3, unique=True), min_size=1, max_size=3),
    st.sampled_from(("(Quill, 2018)", "2,3", "[1–3]")),
)
@settings(max_examples=50, deadline=None)
def test_a_citation_field_gives_the_works_inside_it(program, citations, shown):
    paragraphs = [para("It helped ", field(program, one, shown), ".") for one in citations]
    found = draft(styled("Effects", "U1"), *paragraphs, extra=(("customXml/item1.xml", SOURCES),))
    order = list(dict.fromkeys(n for one in citations for n in one))
    assert [one.csl["DOI"] for one in found.references] == [f"10.5555/w.{n}" for n in order]
    assert [one.csl["author"][0]["family"] for one in found.references] == ["Quill"] * len(order)
    marks = ["".join(f"[^r{order.index(n) + 1}]" for n in one) for one in citations]
    assert found.sections[0].body.split("\n\n") == [f"It helped{mark}." for mark in marks]
    assert found.problems == ()


def test_a_field_that_cannot_be_read_keeps_what_it_shows():
    broken = field("zotero", [1], "(Quill, 2018)").replace("itemData", "other")
    found = draft(styled("Effects", "U1"), para("It helped ", broken, "."))
    assert "(Quill, 2018)" in found.sections[0].body
