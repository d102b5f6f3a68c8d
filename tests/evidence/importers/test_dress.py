"""Figures that a page raises or lowers, and what it hides from its readers, in whatever dress."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.importers import read

UNICODE = dict(zip("0123456789-−.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻.", strict=True))
NOTES = (
    "<h2>References</h2><ol>"
    + "".join(f"<li>Berg A. Tea {n}. Sleep. 200{n};1:2-3.</li>" for n in range(1, 5))
    + "</ol>"
)


def page(body, head=""):
    text = f"<html><head><title>Hop tea</title>{head}</head><body><h1>Hop tea</h1><h2>Effects</h2>{body}</body></html>"
    return read("x.html", text.encode())


def said(body, head=""):
    return page(body, head).sections[0].body


RAISING = (
    ("<sup>{}</sup>", ""),
    ('<span style="vertical-align:super">{}</span>', ""),
    ('<span style="font-size:8pt; vertical-align: super;">{}</span>', ""),
    ('<span class="c5">{}</span>', "<style>.c4{color:red}.c5{vertical-align:super}</style>"),
    ('<sup><span class="x">{}</span></sup>', ""),
)


@given(
    st.integers(1, 99), st.sampled_from(("", "-", "−")), st.integers(0, 99), st.sampled_from(RAISING),
    st.sampled_from((" cells", ", then", " m")),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_a_power_keeps_its_figures_however_it_is_raised(base, sign, power, raising, after):
    form, head = raising
    raised = "".join(UNICODE[one] for one in f"{sign}{power}")
    assert f"of {base}{raised}{after}" in said(
        f"<p>Counts of {base}{form.format(f'{sign}{power}')}{after}.</p>", head
    )


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("an area of 3 m<sup>2</sup>", "3 m²"),
        ("kg/m<sup>2</sup>", "kg/m²"),
        ("R<sup>2</sup> was 0.4", "R² was 0.4"),
        ("χ<sup>2</sup> was 4", "χ² was 4"),
        ("CO<sub>2</sub> fell", "CO₂ fell"),
        ('CO<span style="vertical-align:sub">2</span> fell', "CO₂ fell"),
        ("<sup>13</sup>C was given", "¹³C was given"),
        ("10<sup>−6.5</sup> mol", "10^(−6.5) mol"),
        ("the 1<sup>st</sup> day", "1st day"),
        ("<math><msup><mn>10</mn><mn>6</mn></msup></math> cells", "10⁶ cells"),
        ("of<math><mi>n</mi><mo>-</mo><mn>3</mn></math>fats", "of n-3 fats"),
    ],
)
def test_a_figure_of_science_is_no_citation(markup, plain):
    assert plain in said(f"<p>We saw {markup}.</p>{NOTES}").replace("\\", "")


@pytest.mark.parametrize(
    "markup", ["patients<sup>2</sup>", "vitamin C<sup>2</sup>", "slept.<sup>2</sup>", "tea<sup>[2]</sup>"]
)
@pytest.mark.parametrize("raising", RAISING[:4])
def test_a_raised_number_behind_a_word_cites(markup, raising):
    form, head = raising
    inner = markup.split("<sup>")[1].split("</sup>")[0]
    draft = page(
        f"<p>It helped {markup.split('<sup>')[0]}{form.format(inner)} in one trial.</p>{NOTES}", head
    )
    assert "[^r2]" in draft.sections[0].body


SECRETS = (
    '<span style="display:none">Ask the maker.</span>',
    '<p style="display: none">Ask the maker.</p>',
    '<p class="h">Ask the maker.</p>',
    "<span hidden>Ask the maker.</span>",
    '<span style="mso-hide:all">Ask the maker.</span>',
    "<del>Ask the maker.</del>",
    '<a href="#cmnt1" id="cmnt_ref1">[a]</a><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> Ask the maker.</p></div>',
)


@given(
    st.lists(st.sampled_from(SECRETS), min_size=1, max_size=3),
    st.lists(st.sampled_from("abc"), min_size=2, max_size=4),
)
@settings(max_examples=40, deadline=None)
def test_what_is_hidden_reaches_no_reader_and_is_told_with_its_place(secrets, words):
    body = "".join(
        f"<p>One {word}.</p>{secret}" for word, secret in zip(words, [*secrets, "", "", ""], strict=False)
    )
    draft = page(body, "<style>.h{display:none}</style>")
    text = " ".join(section.body for section in draft.sections)
    assert "maker" not in text
    assert all(f"One {word}." in text for word in words)
    told = [one for one in draft.problems if "left out" in one]
    assert told
    assert all("Effects" in one for one in told)


@pytest.mark.parametrize("name", ["_edn1", "note_two_b", "a.b:c", "ftn1", "_ftn_1_", "n*1"])
@pytest.mark.parametrize("shown", ["i", "2", "[1]", "iv", "*"])
def test_a_note_is_cited_whatever_the_letters_of_its_id(name, shown):
    draft = page(
        f'<p>One trial found more sleep.<sup><a href="#{name}" id="ref-1">{shown}</a></sup></p><hr><div id="{name}">'
        f'<p><a href="#ref-1">{shown}</a> Quill A. Hops and naps. J Invent Naps. 2018. doi:10.5555/oth.1</p></div>'
    )
    assert draft.sections[0].body == "One trial found more sleep.[^r1]"
    assert (draft.references[0].csl["DOI"], draft.problems) == ("10.5555/oth.1", ())


def test_two_ids_that_differ_in_a_sign_stay_two_notes():
    notes = "".join(
        f'<p id="{one}">{n} Quill A. Naps {n}. doi:10.5555/a.{n}</p>'
        for n, one in enumerate(("a_b", "a-b"), 1)
    )
    draft = page(f'<p>One.<a href="#a_b">1</a> Two.<a href="#a-b">2</a></p>{notes}')
    assert draft.sections[0].body == "One.[^r1] Two.[^r2]"


def test_a_web_page_of_word_gives_its_title_once_and_its_list_with_levels():
    bullet = "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span>"
    item = f"<p class=MsoList style='mso-list:l0 level{{}} lfo1'>{bullet}{{}}</p>"
    draft = read(
        "x.html",
        ("<html><head><title>Hop tea</title></head><body><p class=MsoTitle>Hop tea</p><h1>Effects</h1><p>It helps.</p>"
         + item.format(1, "Adults") + item.format(2, "Women") + item.format(1, "Children")
         + "<h1>Safety</h1><p><del>It is safe.</del><ins>None was looked for.</ins></p></body></html>").encode(),
    )  # fmt: skip
    assert draft.title == "Hop tea"
    assert [one.body for one in draft.sections] == [
        "It helps.\n\n- Adults\n  - Women\n- Children",
        "None was looked for.",
    ]
    assert len(draft.problems) == 2


def test_a_folded_list_of_references_is_meant_for_readers():
    draft = page('<p>It helped [1].</p><div class="references" style="display:none">' + NOTES + "</div>")
    assert len(draft.references) == 4
