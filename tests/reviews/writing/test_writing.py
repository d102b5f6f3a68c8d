"""The writing desk: the article as it reads, each sentence with what is to be mended, and the acts on it."""

import copy
import json

import pytest

from evidence.models import Source
from evidence.prose.markers import sentences_of
from evidence.prose.tree import parse
from reviews.models import Round
from reviews.writing.sheet import Sheet, version_of
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast):
    return builders.article(cast.ada)


@pytest.fixture
def ada(client, cast):
    client.force_login(cast.ada)
    return client


def address(draft, rest=""):
    return f"/admin/evidence/article/{draft.pk}/write/{rest}"


def said(draft, key, number=0, **more):
    """What a form of the desk sends of a sentence."""
    row = draft.sections.get(key=key)
    text = sentences_of(row.body)[number].text
    shown = {"section": key, "version": version_of(row.heading, row.body), "number": number, "text": text}
    return {**shown, **more}


def store(client, draft, key, tree, version=None):
    row = draft.sections.get(key=key)
    sent = {"version": version or version_of(row.heading, row.body), "tree": tree}
    return client.post(address(draft, f"sections/{key}/"), json.dumps(sent), content_type="application/json")


def test_the_page_shows_every_sentence_where_readers_will_find_it(ada, draft):
    page = ada.get(address(draft)).content.decode()
    for section in draft.sections.all():
        for number, _sentence in enumerate(sentences_of(section.body)):
            assert f'id="s-{section.key}-{number}"' in page


def test_a_section_comes_as_a_tree_and_goes_back_without_a_trace(ada, draft):
    before = {row.key: row.body for row in draft.sections.all()}
    revisions = draft.revisions.count()
    for key in before:
        tree = ada.get(address(draft, f"sections/{key}/")).json()["tree"]
        assert store(ada, draft, key, tree).status_code == 200
    assert {row.key: row.body for row in draft.sections.all()} == before
    assert draft.revisions.count() == revisions


def test_what_is_typed_is_stored_frozen_and_checked(ada, draft):
    tree = parse(draft.sections.get(key="s4").body)
    tree["content"].append(paragraph("It cures every headache within a week in all adults."))
    answer = store(ada, draft, "s4", tree)
    assert answer.status_code == 200
    assert draft.sections.get(key="s4").body.endswith("in all adults.")
    assert draft.latest_revision().manuscript.count("cures every headache") == 1
    assert draft.flags.open().filter(section="s4", words__icontains="cure").exists()
    assert "s-s4-1" in answer.json()["html"]


def test_an_edit_of_what_somebody_changed_meanwhile_is_refused_with_both(ada, draft):
    tree = parse(draft.sections.get(key="s4").body)
    draft.sections.filter(key="s4").update(body="Another text stands here now.")
    answer = store(ada, draft, "s4", tree, version="0" * 64)
    assert answer.status_code == 409
    assert answer.json()["theirs"] == "Another text stands here now."
    assert draft.sections.get(key="s4").body == "Another text stands here now."


@pytest.mark.parametrize("tree", [None, {"type": "doc", "content": [{"type": "script"}]}, "x"])
def test_a_forged_tree_changes_nothing(ada, draft, tree):
    before = draft.sections.get(key="s4").body
    assert store(ada, draft, "s4", tree).status_code == 409
    assert draft.sections.get(key="s4").body == before


def test_a_locked_draft_can_be_read_and_not_changed(ada, cast, draft):
    Round.submit(draft, by=cast.ada)
    assert "The draft is locked" in ada.get(address(draft)).content.decode()
    tree = parse(draft.sections.get(key="s4").body)
    tree["content"].append(paragraph("More."))
    assert store(ada, draft, "s4", tree).status_code == 409
    assert ada.post(address(draft, "sections/s3/release/"), said(draft, "s3")).status_code == 409


def test_a_sentence_becomes_a_claim_with_a_source_in_two_acts(ada, draft):
    row = draft.sections.get(key="s4")
    row.body += " It also lowers blood pressure in adults."
    row.save()
    source = Source.objects.get(key="birch-2021")
    words = {"source": source.pk, "quote": "pressure fell"}
    assert ada.post(address(draft, "sections/s4/cite/"), said(draft, "s4", 1, **words)).status_code == 200
    made = draft.claims.get(text="It also lowers blood pressure in adults.")
    cited = made.citations.get()
    assert (cited.source, cited.quote, cited.stance) == (source, "pressure fell", "not_judged")
    judged = {"citation": cited.pk, "stance": "supports", "quote": "pressure fell", "locator": "Table 2"}
    assert ada.post(address(draft, "sections/s4/judge/"), judged).status_code == 400
    judged["seen"] = cited.vouched().digest
    assert ada.post(address(draft, "sections/s4/judge/"), judged).status_code == 200
    cited.refresh_from_db()
    assert (cited.stance, cited.locator, cited.lapse) == ("supports", "Table 2", None)
    assert ada.post(address(draft, "sections/s4/judge/"), {**judged, "stance": "mentions"}).status_code == 409


def test_a_reworded_sentence_is_judged_anew_on_its_card(ada, draft):
    words = {"words": "A trial in 40 adults found that everybody died."}
    ada.post(address(draft, "sections/s4/reword/"), said(draft, "s4", **words))
    cited = draft.claims.get(key="c5").citations.get()
    assert cited.lapse
    card = ada.get(address(draft, "sections/s4/sentences/0/")).content.decode()
    assert "Counts as not judged" in card
    assert cited.vouched().digest in card
    judged = {"citation": cited.pk, "stance": "contradicts", "seen": cited.vouched().digest}
    assert ada.post(address(draft, "sections/s4/judge/"), judged).status_code == 200
    cited.refresh_from_db()
    assert (cited.stance, cited.lapse) == ("contradicts", None)


def test_a_claim_is_said_to_be_of_another_kind(ada, draft):
    asked = said(draft, "s4", kind="harm", population="patients", outcome="o2")
    assert ada.post(address(draft, "sections/s4/claim/"), asked).status_code == 200
    claim = draft.claims.get(key="c5")
    assert (claim.kind, claim.population, claim.outcome.key) == ("harm", "patients", "o2")


def test_other_words_keep_the_marker_of_their_sentence(ada, draft):
    asked = said(draft, "s4", words="A trial in 40 adults reported nausea in some people.")
    assert ada.post(address(draft, "sections/s4/reword/"), asked).status_code == 200
    assert draft.sections.get(key="s4").body == "A trial in 40 adults reported nausea in some people.[^c5]"


def test_a_sentence_that_is_no_claim_keeps_its_words(ada, draft):
    assert ada.post(address(draft, "sections/s4/release/"), said(draft, "s4")).status_code == 200
    assert "[^" not in draft.sections.get(key="s4").body
    assert draft.claims.get(key="c5").section is None


def test_a_sentence_that_is_another_by_now_is_left_alone(ada, draft):
    asked = said(draft, "s4", words="x") | {"text": "Words that stand nowhere."}
    assert ada.post(address(draft, "sections/s4/reword/"), asked).status_code == 409


def test_an_incomplete_form_is_told(ada, draft):
    assert ada.post(address(draft, "sections/s4/claim/"), {"section": "s4"}).status_code == 400
    assert ada.post(address(draft, "sections/s4/explode/"), {}).status_code == 404


def test_only_an_empty_section_is_dropped(ada, draft):
    row = draft.sections.get(key="s4")
    shown = {"section": "s4", "version": version_of(row.heading, row.body)}
    assert ada.post(address(draft, "sections/s4/drop/"), shown).status_code == 409
    draft.sections.filter(key="s4").update(body="")
    shown["version"] = version_of(row.heading, "")
    assert ada.post(address(draft, "sections/s4/drop/"), shown).status_code == 200
    assert not draft.sections.filter(key="s4").exists()


def test_the_card_of_a_sentence_names_its_sources(ada, draft):
    card = ada.get(address(draft, "sections/s3/sentences/0/")).json()["card"]
    assert "Lemon balm and sleep" in card
    assert "One trial in 40 adults" in card


def test_sources_that_may_say_so_are_offered_with_their_words(ada, draft):
    Source.objects.filter(key="birch-2021").update(stored_text="Sleep improved slightly. Nobody left.")
    found = ada.get(address(draft, "sections/s3/sentences/0/sources/")).json()["found"]
    assert "Lemon balm again" in found
    asked = ada.get(address(draft, "sections/s3/sentences/0/sources/?q=rats")).json()["found"]
    assert "Lemon balm in rats" in asked


def test_flags_stand_beside_their_words(draft):
    row = draft.sections.get(key="s4")
    row.body += " It cures cancer in adults."
    row.save()
    sheet = Sheet(draft)
    assert [line.mark for line in sheet.section("s4").lines][1] == "open"


def test_the_page_costs_the_same_for_many_sentences(ada, draft, django_assert_max_num_queries):
    ada.get(address(draft))
    with django_assert_max_num_queries(25):
        ada.get(address(draft))
    row = draft.sections.get(key="s3")
    row.body += "\n\n" + "\n\n".join(f"Sentence {n} says something of adults.[^c3]" for n in range(60))
    row.save()
    with django_assert_max_num_queries(25):
        ada.get(address(draft))


def paragraph(text):
    return copy.deepcopy({"type": "paragraph", "content": [{"type": "text", "text": text}]})
