"""Plain text in the forms that people type: wrapped lines, underlined headings, capitals, hanging entries."""

import datetime

import pytest

from evidence.importers import read

ROSEROOT = """THE EFFECTS OF ROSEROOT ON FATIGUE

By Cleo Marsh, PhD
March 4, 2026

Roseroot is a plant of cold regions. It has been used against tiredness for a
long time, and people who sell it say that it works within days (Lund et al.,
2004; Berg 2011).

WHAT WAS STUDIED
================

Lund and colleagues (2004) gave 60 students 100 mg a day for twenty days. The
students felt less tired than those on placebo, but nobody else has repeated
the trial.

Safety
------

- Dizziness was reported by 3 of 60 people.
- Dry mouth was reported by 2 of 60 people.

BIBLIOGRAPHY

Berg P. Roseroot and mood: an open trial of three months. Scand J Herb Med.
   2011;7:12-19.
Lund K, Ek A, Holm B. A double-blind trial of roseroot in students. Fatigue
   Res. 2004;2:45-52.
"""


def test_a_wrapped_text_is_understood():
    draft = read("roseroot.txt", ROSEROOT.encode())
    assert (draft.byline[0].name, draft.byline[0].credentials) == ("Cleo Marsh", "PhD")
    assert draft.date == datetime.date(2026, 3, 4)
    assert [(one.level, one.heading) for one in draft.sections] == [
        (2, ""),
        (2, "WHAT WAS STUDIED"),
        (3, "Safety"),
    ]
    assert draft.sections[0].body.endswith("it works within days[^r2][^r1].")
    assert [one.csl["container-title"] for one in draft.references] == ["Scand J Herb Med", "Fatigue Res"]
    assert draft.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_in_any_usual_encoding_is_read(encoding):
    text = "Café and sleep\r\n\r\nEffects\r\n\r\nCoffee delayed sleep by 40 minutes in a naïve group of drinkers.\r\n"
    draft = read("coffee.txt", text.encode(encoding))
    assert draft.title == "Café and sleep"
    assert "naïve" in draft.sections[0].body


@pytest.mark.parametrize(
    "line",
    [
        "Previous trials in older adults were small.",
        "Recommended doses range from 3 g to 5 g.",
        "Next to nothing is known about children.",
        "Search terms are listed in the appendix.",
    ],
)
def test_a_sentence_is_never_taken_for_furniture(line):
    draft = read("a.txt", f"Creatine and memory\n\nEffects on memory\n\n{line}\n".encode())
    assert line in draft.sections[0].body
