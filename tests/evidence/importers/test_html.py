"""A saved web page comes in: the article is kept, the site around it set aside, nothing is fetched."""

import datetime

import pytest

from evidence.errors import ImportRefused
from evidence.importers import read

PAGE = """<!doctype html>
<html lang="en"><head><title>Ginger for nausea | Site of Health</title>
<script type="application/ld+json">{"@type": "Article", "headline": "Ginger for nausea",
 "datePublished": "2025-05-06T08:00:00Z",
 "author": {"@type": "Person", "name": "Ben Okoro", "jobTitle": "Writer"}}
</script><script>track()</script></head>
<body><nav><a href="/">Home</a> <a href="/herbs">Herbs</a></nav>
<article><h1>Ginger for nausea</h1>
<div class="byline">By <a href="/ben">Ben Okoro</a> | May 6, 2025</div>
<div class="share">Share this</div>
<p>Ginger is a root that people chew against nausea, and it has been tested in pregnancy.
<sup><a href="#ref1">1</a></sup>
It has a sharp taste that some people cannot stand for long, as cooks know well.</p>
<h3>In pregnancy</h3>
<p>In 70 women, 1 g a day reduced vomiting within four days.<sup>[<a href="#ref2">2</a>]</sup> CO<sub>2</sub> played
no part, and the area was 12 m<sup>2</sup>.</p>
<figure><img src="https://tracker.example/x.png" alt="A root"><figcaption>Fresh ginger</figcaption></figure>
<h4>Doses</h4><table><tr><th>Dose</th><th>Women</th></tr><tr><td>1 g</td><td>35</td></tr></table>
<h3>Side effects</h3>
<h3>References</h3>
<ol><li id="ref1">Vut T. Ginger in pregnancy: a trial. Obst J. 2001;97:577-82. doi:10.1234/oj.2001.97</li>
<li id="ref2">Ann S, Bo L. Ginger against vomiting. J Women. 2004;3:1-5.</li></ol>
</article><aside>Related articles</aside><footer>© 2025 Site of Health</footer></body></html>"""


def test_a_page_is_understood():
    draft = read("ginger.html", PAGE.encode())
    assert draft.title == "Ginger for nausea"
    assert [(one.name, one.role) for one in draft.byline] == [("Ben Okoro", "Writer")]
    assert (draft.date, draft.language) == (datetime.date(2025, 5, 6), "en")
    assert [(one.level, one.heading) for one in draft.sections] == [
        (2, ""),
        (2, "In pregnancy"),
        (3, "Doses"),
        (2, "Side effects"),
    ]


def test_its_citations_are_tied_to_its_references():
    draft = read("ginger.html", PAGE.encode())
    assert [one.raw.split(".")[0] for one in draft.references] == ["Vut T", "Ann S, Bo L"]
    assert "tested in pregnancy.[^r1]" in draft.sections[0].body
    assert "within four days.[^r2]" in draft.sections[1].body
    assert draft.cited == 2


def test_figures_that_are_no_citations_stay_raised():
    body = read("ginger.html", PAGE.encode()).sections[1].body
    assert "12 m²" in body
    assert "CO₂" in body


def test_the_site_around_it_is_set_aside_and_its_picture_is_a_note():
    draft = read("ginger.html", PAGE.encode())
    whole = " ".join(one.body for one in draft.sections)
    assert "Share this" not in whole
    assert "Related" not in whole
    assert "tracker" not in whole
    assert "[Picture left out: Fresh ginger]" in whole
    assert "Share this" in draft.furniture


def test_a_table_stays_a_table():
    body = read("ginger.html", PAGE.encode()).sections[2].body
    assert "| 1 g | 35 |" in body


def test_depth_beyond_reason_is_refused_by_name():
    with pytest.raises(ImportRefused, match=r"deep\.html"):
        read("deep.html", b"<html>" + b"<div>" * 20000 + b"x")
