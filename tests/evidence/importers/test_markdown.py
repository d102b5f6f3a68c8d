"""Markdown comes in: front matter, levels that start anywhere, footnotes, raw HTML without its tags."""

import datetime

from evidence.importers import read
from evidence.importers.claiming import manuscript_of

VALERIAN = """---
title: "Valerian: does it help people sleep?"
author:
  - name: Ada Lindqvist
    role: Senior Writer
date: 2026-03-09
lang: en
---

Valerian root is sold as a sleep aid.

### What was tested

Two trials compared 300 mg with placebo.[^one] Neither blinded the smell.[^why]

##### Doses

Doses ran from 300 mg to 600 mg.[^two]

### Side effects

<p>Headache was the commonest complaint.<sup>2</sup></p> <script>alert(1)</script>

![A root](root.png "Fresh valerian root")

[^one]: Berg A, Dahl B. Valerian and sleep onset. J Sleep Trials. 2011;4(2):11-19. doi:10.1234/jst.2011.42
[^two]: Eriksen C. Doses of valerian: a review. Nord Herb Rev. 2015;9:100-8.
[^why]: the smell is hard to hide
"""


def test_an_article_in_markdown_is_understood():
    draft = read("valerian.md", VALERIAN.encode())
    assert draft.title == "Valerian: does it help people sleep?"
    assert [(one.name, one.role) for one in draft.byline] == [("Ada Lindqvist", "Senior Writer")]
    assert (draft.date, draft.language) == (datetime.date(2026, 3, 9), "en")
    assert [(s.level, s.heading) for s in draft.sections] == [
        (2, ""),
        (2, "What was tested"),
        (3, "Doses"),
        (2, "Side effects"),
    ]


def test_footnotes_that_are_references_become_citations_and_others_stay_as_words():
    draft = read("valerian.md", VALERIAN.encode())
    assert [one.label for one in draft.references] == ["one", "two"]
    assert draft.references[0].csl["DOI"] == "10.1234/jst.2011.42"
    assert "placebo.[^r1] Neither blinded the smell (the smell is hard to hide)." in draft.sections[1].body
    claims = manuscript_of(draft).claims
    assert sum(bool(claim.citations) for claim in claims) == 2
    assert {citation.stance for claim in claims for citation in claim.citations} == {"not_judged"}


def test_raw_html_leaves_its_words_and_pictures_leave_a_note():
    body = read("valerian.md", VALERIAN.encode()).sections[3].body
    assert "Headache was the commonest complaint." in body
    assert "alert" not in body
    assert "<" not in body
    assert "[Picture left out: Fresh valerian root]" in body


def test_a_title_in_the_first_heading_opens_the_article():
    draft = read(
        "a.md", b"# Iron and fatigue\n\nBy Ben Okoro\n\nIron is a metal.\n\n## Effects\n\nIt may help.\n"
    )
    assert draft.title == "Iron and fatigue"
    assert draft.byline[0].name == "Ben Okoro"
    assert [(s.level, s.heading, s.body) for s in draft.sections] == [
        (2, "", "Iron is a metal."),
        (2, "Effects", "It may help."),
    ]


def test_a_mark_without_a_note_stays_and_is_told():
    draft = read("a.md", b"# Iron\n\nIron helps.[^9]\n")
    assert draft.sections[0].body == "Iron helps.\\[^9]"
    assert any("9" in problem for problem in draft.problems)
