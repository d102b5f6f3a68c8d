"""Flags beside the text: the same finding is told once, with every place where it was made."""

from reviews.desk.flag_groups import anchor_of, grouped
from reviews.models import Flag


def flag(subject, severity="warn", message="No page is named.", section="s2", words=""):
    return Flag(
        code="SI9",
        severity=severity,
        subject=subject,
        section=section,
        words=words,
        message=message,
        mend="Name it.",
    )


def test_the_same_finding_is_told_once():
    flagged, noted = grouped([flag("claim:c1", words="one"), flag("claim:c2", words="two")])
    assert [group.places for group in flagged] == [(("one", "claim-c1"), ("two", "claim-c2"))]
    assert noted == []


def test_another_finding_is_told_by_itself():
    flagged, _noted = grouped([flag("claim:c1"), flag("claim:c1", message="Nobody has read it.")])
    assert [group.flag.message for group in flagged] == ["No page is named.", "Nobody has read it."]


def test_notes_are_kept_apart():
    flagged, noted = grouped([flag("claim:c1", severity="info"), flag("claim:c2", severity="block")])
    assert [group.flag.severity for group in flagged + noted] == ["block", "info"]


def test_words_that_the_message_holds_are_not_said_again():
    flagged, _noted = grouped([flag("claim:c1", message="“cured” says too much.", words="cured")])
    assert flagged[0].places == (("", "claim-c1"),)


def test_a_flag_leads_to_its_place_on_the_page():
    places = {
        "claim:c1": "claim-c1",
        "source:rae-2003": "ref-rae-2003",
        "section:s2": "s2",
        "outcome:o1": "s2",
    }
    assert {subject: anchor_of(flag(subject)) for subject in places} == places


def test_a_claim_that_stands_nowhere_has_no_place():
    assert anchor_of(flag("claim:c1", section="")) == ""
