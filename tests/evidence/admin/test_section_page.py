"""The section's plain page: ticking a sentence makes it a claim, without script."""

import pytest
from django.urls import reverse

from evidence.models import Claim, Event, Section
from tests import builders

pytestmark = pytest.mark.django_db


def post(client, section, **boxes):
    fields = {"article": section.article_id, "heading": section.heading, "level": section.level}
    fields |= {"kind": section.kind, "body": section.body, **boxes}
    return client.post(reverse("admin:evidence_section_change", args=[section.pk]), fields)


def test_ticking_writes_the_marker_and_makes_a_claim(cast, client):
    article = builders.article(cast.ada)
    section = article.sections.get(key="s5")
    Section.objects.filter(pk=section.pk).update(body="It was never studied. It lowers blood pressure.")
    section.refresh_from_db()
    client.force_login(cast.ada)
    assert post(client, section, claim_1="on").status_code == 302
    section.refresh_from_db()
    assert section.body == "It was never studied. It lowers blood pressure.[^c11]"
    assert Claim.objects.get(article=article, key="c11").text == "It lowers blood pressure."


def test_unticking_keeps_the_record(cast, client):
    section = builders.article(cast.ada).sections.get(key="s5")
    client.force_login(cast.ada)
    post(client, section)
    section.refresh_from_db()
    claim = Claim.objects.get(article=section.article, key="c6")
    assert ("[^c6]" in section.body, claim.section) == (False, None)


def test_a_locked_section_cannot_be_changed(cast, client):
    current = builders.in_review(cast)
    section = current.article.sections.first()
    client.force_login(cast.ada)
    answer = post(client, section, heading="Another heading that took long")
    assert answer.status_code == 409
    assert b"Another heading that took long" in answer.content
    section.refresh_from_db()
    assert section.heading == "In short"


def test_a_stale_save_is_refused_with_both_versions_and_loses_nothing(cast, client):
    section = builders.article(cast.ada).sections.get(key="s5")
    client.force_login(cast.ada)
    address = reverse("admin:evidence_section_change", args=[section.pk])
    seen = client.get(address).context["adminform"].form["seen"].value()
    Section.objects.filter(pk=section.pk).update(body="Ben wrote this meanwhile.")
    answer = post(client, section, body="Ada wrote this.", seen=seen)
    assert answer.status_code == 200
    assert b"Ben wrote this meanwhile." in answer.content
    assert b"Ada wrote this." in answer.content
    again = answer.context["adminform"].form["seen"].value()
    assert post(client, section, body="Ada wrote this.", seen=again).status_code == 302
    section.refresh_from_db()
    assert section.body == "Ada wrote this."


def test_kind_and_population_are_chosen_beside_the_sentence(cast, client):
    article = builders.article(cast.ada)
    section = article.sections.get(key="s4")
    client.force_login(cast.ada)
    post(client, section, claim_0="on", kind_0="harm", population_0="children")
    claim = article.claims.get(key="c5")
    assert (claim.kind, claim.population, claim.kind_guessed) == ("harm", "children", False)


def test_claims_without_a_sentence_are_deleted_only_when_somebody_says_so(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    post(client, article.sections.get(key="s5"))
    assert article.claims.unplaced().get().key == "c6"
    address = reverse("admin:evidence_article_drop_unplaced", args=[article.pk])
    assert client.post(address).status_code == 409
    client.post(address, {"sure": "on"})
    assert not article.claims.filter(key="c6").exists()
    assert "c6" in Event.objects.get(article=article, verb="claims.dropped").about


@pytest.mark.parametrize(("noun", "key", "back"), [("section", "s5", "article"), ("claim", "c6", "section")])
def test_an_editor_comes_back_to_where_she_came_from(cast, client, noun, key, back):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    row = getattr(article, f"{noun}s").get(key=key)
    parent = article if back == "article" else row.section
    answer = client.post(reverse(f"admin:evidence_{noun}_delete", args=[row.pk]), {"post": "yes"})
    assert answer.url.startswith(reverse(f"admin:evidence_{back}_change", args=[parent.pk]))


def test_sections_outcomes_and_authors_are_moved_by_buttons(cast, client):
    article = builders.article(cast.ada)
    article.byline.create(contributor=cast.ben.contributor, role="Editor", position=2)
    client.force_login(cast.ada)
    for part in ("sections", "outcomes", "byline"):
        before = list(getattr(article, part).values_list("pk", flat=True))
        address = reverse("admin:evidence_article_move", args=[article.pk, part, before[1], "up"])
        assert client.get(address).status_code == 405
        client.post(address)
        assert list(getattr(article, part).values_list("pk", flat=True))[:2] == [before[1], before[0]]
    assert article.latest_revision().frozen.sections[0].key == "s2"


def test_nothing_is_moved_in_a_draft_under_review_or_by_a_reviewer(cast, client):
    article = builders.in_review(cast).article
    second = article.sections.all()[1]
    address = reverse("admin:evidence_article_move", args=[article.pk, "sections", second.pk, "up"])
    for person in (cast.ada, cast.cleo):
        client.force_login(person)
        assert client.post(address).status_code == 409
    assert article.sections.all()[1] == second


def test_an_article_is_saved_from_its_page(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ben)
    page = client.get(reverse("admin:evidence_article_change", args=[article.pk]))
    assert page.status_code == 200


def test_a_locked_section_says_so_and_offers_no_boxes(cast, client):
    article = builders.in_review(cast).article
    client.force_login(cast.ada)
    section = article.sections.get(key="s2")
    page = client.get(f"/admin/evidence/section/{section.pk}/change/").content.decode()
    assert "Locked (in review)" in page
    assert 'type="checkbox"' not in page


PRESSING = "Tea is old. Nobody knows who planted it. It was seen in gardens. It may calm. It reduces anxiety by 30 %."


def test_what_presses_most_is_named_first_with_its_reasons(cast, client):
    section = builders.article(cast.ada).sections.get(key="s5")
    Section.objects.filter(pk=section.pk).update(body=PRESSING)
    client.force_login(cast.ada)
    answer = client.get(reverse("admin:evidence_section_change", args=[section.pk]))
    first = answer.context["first"][0]
    assert first.sentence.text == "It reduces anxiety by 30 %."
    assert [words for _why, words in first.reasons] == ["reduces", "30 %", "anxiety"]
    assert b'href="#sentence-5"' in answer.content


def test_what_a_source_stands_behind_asks_for_no_attention(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    for section in article.sections.all():
        answer = client.get(reverse("admin:evidence_section_change", args=[section.pk]))
        assert all(not row.attention.score for row in answer.context["rows"] if row.claims)


def test_a_tick_follows_its_sentence_through_an_edit_of_the_text(cast, client):
    section = builders.article(cast.ada).sections.get(key="s5")
    client.force_login(cast.ada)
    post(client, section, body="Nobody asked why. It may disturb sleep.")
    section.refresh_from_db()
    edited = "We looked in 2026. Nobody asked why. It may disturb sleep."
    post(client, section, body=edited, claim_1="on", kind_1="harm", population_1="people")
    section.refresh_from_db()
    made = Claim.objects.get(article=section.article, section=section)
    assert (made.text, made.kind) == ("It may disturb sleep.", "harm")
    assert section.body == f"{edited}[^{made.key}]"


def test_a_marker_taken_out_by_hand_is_not_written_again(cast, client):
    section = builders.article(cast.ada).sections.get(key="s4")
    client.force_login(cast.ada)
    without = section.body.replace("[^c5]", "")
    post(client, section, body=without, claim_0="on")
    section.refresh_from_db()
    assert section.body == without
