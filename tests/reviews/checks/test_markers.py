"""What becomes of a claim when its marker is moved, doubled, misspelt or lost: it is told, and nothing is dropped."""

import pytest
from django.urls import reverse

from evidence.models import Claim, Section
from reviews.checks import run_one
from reviews.checks.examples import claim, example
from reviews.flags import flagging
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    return builders.article(cast.ada)


def write(draft, by, **bodies):
    for key, body in bodies.items():
        Section.objects.filter(article=draft, key=key).update(body=body)
    draft.revise(by=by)
    flagging.reconcile(draft)


def told(draft):
    return {(flag.subject, flag.severity) for flag in draft.flags.open().filter(code="ST5")}


def body_of(draft, key):
    return draft.sections.get(key=key).body


def test_a_moved_sentence_takes_its_claim_along(cast, draft):
    cited = draft.claims.get(key="c5").citations.get().pk
    harms, quality = body_of(draft, "s4"), body_of(draft, "s8")
    write(
        draft,
        cast.ada,
        s4="Nothing more is known about harms of this tea in anybody.",
        s8=f"{quality} {harms}",
    )
    claim = draft.claims.get(key="c5")
    assert (claim.section.key, claim.citations.get().pk) == ("s8", cited)
    assert claim.text == "A trial in 40 adults reported mild nausea in some people."
    assert told(draft) == set()


def test_a_lost_marker_leaves_the_claim_unplaced_and_told(cast, draft):
    write(draft, cast.ada, s4="Nothing more is known about harms of this tea in anybody.")
    claim = draft.claims.get(key="c5")
    assert (claim.section, claim.text) == (None, "A trial in 40 adults reported mild nausea in some people.")
    assert claim.citations.exists()
    assert "claim:c5" in {subject for subject, _severity in told(draft)}


def test_a_deleted_section_leaves_its_claims(cast, draft, client):
    client.force_login(cast.ada)
    section = draft.sections.get(key="s4")
    client.post(reverse("admin:evidence_section_delete", args=[section.pk]), {"post": "yes"})
    assert not draft.sections.filter(key="s4").exists()
    assert draft.claims.get(key="c5").section is None
    assert "claim:c5" in {subject for subject, _severity in told(draft)}


def test_a_marker_that_stands_twice_is_told(cast, draft):
    write(draft, cast.ada, s8=f"{body_of(draft, 's8')} Some people felt sick.[^c5]")
    assert "claim:c5" in {subject for subject, _severity in told(draft)}
    assert draft.claims.get(key="c5").section.key == "s4"


def test_a_marker_without_a_record_stays_in_the_text_and_is_told(cast, draft):
    write(draft, cast.ada, s8=f"{body_of(draft, 's8')} Nobody counted the harms.[^c77]")
    assert "[^c77]" in body_of(draft, "s8")
    assert not Claim.objects.filter(key="c77").exists()
    assert told(draft) != set()


@pytest.mark.parametrize("hidden", ["> {}", "    {}", "`{}`", "## {}", "\\{}"])
def test_a_marker_where_no_claim_can_stand_does_not_count(cast, draft, hidden):
    write(draft, cast.ada, s4=f"Nothing is known.\n\n{hidden.format('[^c5]')}\n\nNothing at all.")
    assert draft.claims.get(key="c5").section is None


def test_a_key_is_never_used_again(cast, draft):
    draft.claims.get(key="c10").delete()
    assert draft.next_key("claim") == "c11"


def test_several_markers_on_one_sentence_give_it_to_each_claim(cast, draft):
    write(
        draft,
        cast.ada,
        s4="A trial in 40 adults reported nausea.[^c5][^c9]",
        s2=body_of(draft, "s2").replace("[^c9]", ""),
    )
    texts = set(draft.claims.filter(key__in=["c5", "c9"]).values_list("text", flat=True))
    assert texts == {"A trial in 40 adults reported nausea."}


def test_the_markers_of_our_claims_are_no_marks_of_an_author():
    """SR1 speaks of marks without a reference only where the text itself holds such marks."""
    section = "## Effects\n\nIt improved sleep in adults{mark}.[^c1]"
    told = {}
    for mark in ("", " [3]"):
        manuscript, circumstances = example(section.format(mark=mark), claims=[claim("c1")])
        told[mark] = [found.message for found in run_one("SR1", manuscript, circumstances).values()]
    assert told[""] == ["“Effects” states facts without a single source."]
    assert told[" [3]"] == ["“Effects” cites by marks that no reference stands behind."]
