"""Articles as sites really print them: their furniture around the text, lists cited in more ways than one."""

from evidence.importers import read
from tests.evidence.importers.test_docx import SPACE, paragraph, word_file

SITE = """GardenHealth.com
Home | Herbs | Contact
Share this:
No Comments

Does Valerian Help With Sleep?

By Dr. Maria Torres, PhD, and John O'Dell (Medical Writer)
Last updated: 3rd of March 2021
Published: January 14, 2020

Valerian is a root. One trial saw a fall of 27.9 % [2, 4-6].

HOW MIGHT IT WORK?

It binds to a receptor.¹ The amount of acid matters (Singh et al., 2011; Kulkarni & Dhir, 2008).

1. Falling asleep

A trial of 64 adults found little [3–5].

2. Staying asleep

Nobody has looked.

References
1. Singh N, Bhalla M. An overview. Afr J Herbs. 2011;8(5):208-13.
[2] Chandra K. A study in rats. Indian J Roots 2012;34:255-62.
3) Lopez AL, et al. Roots and rest. Roots. 2019;98(37):e17.
(4) Kulkarni SK, Dhir A. A root. Prog Roots. 2008;32:1093-105. PMID: 17959291
5. Auddy B. J Root Assoc. 2008;11:50-6.
6. Prat MA. J Roots 2014;20:901-8.

Related posts
10 herbs for your balcony
Subscribe to our newsletter
© 2021 GardenHealth.com. All rights reserved.
"""
PAGE = """<html><head><title>Tea and sleep | Garden</title></head><body><article><h1>Tea and sleep</h1>
<p class="byline">By <a href="/a">Zoë Weiss</a>, Cardiologist</p>
<p>Tea gave 8 beats<sup><a href="#r1">1</a>,<a href="#r2">2</a></sup>. In rats it did nothing<sup>3</sup>.
Nobody knows more than this about tea, pulse and sleep, and so this page stays short.</p>
<table><tr><th>Dose</th><th>Effect</th></tr><tr><td>1 cup</td><td>2 beats [1]</td></tr></table>
<h2>References</h2><ol><li id="r1">Smith J. Tea. Br J Tea. 2001;322:1-3. <a href="#top">↑</a></li>
<li id="r2">Jones K. Tea again. Tea Lett. 2002;359:5.</li><li id="r3">Roe A. Tea in rats. Rat Notes. 1999;1:1.</li></ol>
<h4>Leave a comment</h4><p>Your address will not be shown to anybody.</p></article></body></html>"""
GERMAN = f"""<?xml version="1.0"?><w:styles {SPACE}>
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Titel"/></w:style>
<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="Überschrift 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="U2"><w:name w:val="Müller's Kopf"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="X"><w:name w:val="&#10;p =&gt; script:fresh&#10;"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""


def test_what_stands_around_an_article_is_set_aside():
    draft = read("valerian.txt", SITE.encode())
    assert draft.title == "Does Valerian Help With Sleep?"
    assert [(p.name, p.role, p.credentials) for p in draft.byline] == [
        ("Dr. Maria Torres", "", "PhD"),
        ("John O'Dell", "Medical Writer", ""),
    ]
    assert str(draft.date) == "2020-01-14"
    assert [(s.level, s.heading) for s in draft.sections] == [
        (2, ""),
        (2, "HOW MIGHT IT WORK?"),
        (3, "Falling asleep"),
        (3, "Staying asleep"),
    ]
    assert "10 herbs for your balcony" in draft.furniture


def test_one_list_is_cited_in_brackets_ranges_raised_figures_and_names():
    draft = read("valerian.txt", SITE.encode())
    opening, how, falling, _staying = (section.body for section in draft.sections)
    assert opening.endswith("27.9 %[^r2][^r4][^r5][^r6].")
    assert how == "It binds to a receptor.[^r1] The amount of acid matters[^r1][^r4]."
    assert falling.endswith("found little[^r3][^r4][^r5].")
    assert (len(draft.references), draft.problems) == (6, ())


def test_an_interval_behind_a_share_is_no_citation():
    text = SITE.replace("[2, 4-6]", "[45, 55]")
    assert "27.9 % [45, 55]" in read("valerian.txt", text.encode()).sections[0].body


def test_a_list_that_some_marks_link_to_stays_whole_for_the_others():
    draft = read("tea.html", PAGE.encode())
    assert [reference.label for reference in draft.references] == ["1", "2", "3"]
    assert "In rats it did nothing[^r3]." in draft.sections[0].body
    assert "2 beats[^r1]" in draft.sections[0].body
    assert draft.problems == ()


def test_a_linked_name_keeps_its_profession_and_comments_stay_out():
    draft = read("tea.html", PAGE.encode())
    assert [(person.name, person.role) for person in draft.byline] == [("Zoë Weiss", "Cardiologist")]
    assert [section.heading for section in draft.sections] == [""]
    assert "Leave a comment" in draft.furniture


def test_word_headings_are_known_by_their_place_in_the_outline():
    data = word_file(
        paragraph("Baldrian", "T"), paragraph("Was er tut", "U1"), paragraph("Er hilft vielleicht."),
        paragraph("Im Tier", "U2"), paragraph("Bei Ratten wenig."), styles=GERMAN,
    )  # fmt: skip
    draft = read("baldrian.docx", data)
    assert draft.title == "Baldrian"
    assert [(s.level, s.heading) for s in draft.sections] == [(2, "Was er tut"), (3, "Im Tier")]
    assert "Bei Ratten wenig." in draft.sections[1].body
