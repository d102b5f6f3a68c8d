"""Two versions side by side, claim by claim."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence.manuscript.coverage import Coverage, coverage
from evidence.manuscript.differences import ChangeKind, differences, words
from tests import builders


def kinds(before, after):
    return {(change.kind, change.subject) for change in differences(before, after)}


def test_a_manuscript_does_not_differ_from_itself():
    assert differences(builders.manuscript(), builders.manuscript()) == ()


def test_a_reworded_claim_is_told_once_and_not_as_text():
    before = builders.manuscript()
    sections = tuple(
        replace(one, body=one.body.replace("mild nausea", "nausea")) if one.kind == "harms" else one
        for one in before.sections
    )
    assert kinds(before, replace(before, sections=sections)) == {(ChangeKind.REWORDED, "claim:c5")}


def test_a_changed_stance_is_changed_support():
    before = builders.manuscript()
    claims = tuple(
        replace(one, citations=(replace(one.citations[0], stance="contradicts"),)) if one.key == "c4" else one
        for one in before.claims
    )
    assert kinds(before, replace(before, claims=claims)) == {(ChangeKind.SUPPORT, "claim:c4")}


def test_a_changed_rating_shows_in_the_outcome_and_in_every_claim_that_rests_on_it():
    before = builders.manuscript()
    first = replace(before.outcomes[0], domains=())
    after = replace(before, outcomes=(first, *before.outcomes[1:]))
    found = kinds(before, after)
    assert {(ChangeKind.CERTAINTY, f"claim:{key}") for key in ("c1", "c3", "c4")} <= found
    assert (ChangeKind.CERTAINTY, "outcome:o1") in found


def test_added_and_removed_claims_are_told():
    before = builders.manuscript()
    after = replace(before, claims=before.claims[1:])
    assert (ChangeKind.REMOVED, "claim:c1") in kinds(before, after)
    assert (ChangeKind.ADDED, "claim:c1") in kinds(after, before)


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_words_of_a_difference_give_back_both_texts(was, now):
    told = words(was, now)
    assert "".join(text for kind, text in told if kind != "added").split() == was.split()
    assert "".join(text for kind, text in told if kind != "removed").split() == now.split()


def test_coverage_counts_marked_among_checkable():
    whole = coverage(builders.manuscript())
    assert whole.marked == 10
    assert whole.percent == 100
    assert whole.percent_sourced == 100
    assert Coverage().percent is Coverage().percent_sourced is None


def test_what_is_marked_is_not_yet_sourced():
    bare = builders.manuscript()
    claims = tuple(replace(one, citations=()) for one in bare.claims)
    whole = coverage(replace(bare, claims=claims))
    assert (whole.percent, whole.sourced) == (100, 4)  # the four that say that nothing was found


def test_a_promise_called_an_absence_is_not_sourced():
    bare = builders.manuscript()
    claims = tuple(replace(one, kind="absence", citations=()) for one in bare.claims)
    assert coverage(replace(bare, claims=claims)).sourced == coverage(bare).sourced - 6
