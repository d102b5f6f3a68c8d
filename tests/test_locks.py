"""While a version is under review nothing touches the draft, by whatever way somebody tries, superusers included."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evidence.errors import Refused
from evidence.models import Source
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders

pytestmark = pytest.mark.django_db
WAYS = {
    "the article's page": ("admin:evidence_article_change", "article", {"title": "Other"}),
    "a section's page": ("admin:evidence_section_change", "section", {"body": "Other"}),
    "a claim's page": ("admin:evidence_claim_change", "claim", {"kind": "harm"}),
    "an outcome's page": ("admin:evidence_outcome_change", "outcome", {"name": "Other"}),
    "deleting a section": ("admin:evidence_section_delete", "section", {"post": "yes"}),
    "deleting a claim": ("admin:evidence_claim_delete", "claim", {"post": "yes"}),
    "deleting an outcome": ("admin:evidence_outcome_delete", "outcome", {"post": "yes"}),
    "deleting the article": ("admin:evidence_article_delete", "article", {"post": "yes"}),
}


def rows(article):
    return {
        "article": article,
        "section": article.sections.get(key="s4"),
        "claim": article.claims.get(key="c5"),
        "outcome": article.outcomes.get(key="o2"),
    }


@pytest.mark.parametrize("who", ["ada", "rex"])
@pytest.mark.parametrize("way", WAYS)
def test_the_lock_holds_in_the_admin(cast, client, way, who):
    article = builders.in_review(cast).article
    before = article.manuscript().digest
    name, noun, said = WAYS[way]
    client.force_login(getattr(cast, who))
    answer = client.post(reverse(name, args=[rows(article)[noun].pk]), said)
    assert answer.status_code in (403, 409)
    assert article.manuscript().digest == before


@pytest.mark.parametrize("who", ["ada", "rex"])
@pytest.mark.parametrize("noun", ["article", "section", "claim", "outcome"])
def test_the_lock_holds_for_bulk_actions(cast, client, noun, who):
    article = builders.in_review(cast).article
    before = article.manuscript().digest
    client.force_login(getattr(cast, who))
    said = {"action": "delete_selected", "_selected_action": [rows(article)[noun].pk], "post": "yes"}
    client.post(reverse(f"admin:evidence_{noun}_changelist"), said)
    assert article.manuscript().digest == before


def test_the_lock_holds_for_moving_a_section(cast, client):
    article = builders.in_review(cast).article
    client.force_login(cast.rex)
    section = rows(article)["section"]
    assert (
        client.post(
            reverse("admin:evidence_article_move", args=[section.article_id, "sections", section.pk, "up"])
        ).status_code
        == 409
    )
    assert [one.key for one in article.sections.all()][3] == "s4"


def test_the_lock_holds_for_the_verbs_themselves(cast):
    article = builders.in_review(cast).article
    with pytest.raises(Refused, match="locked"):
        article.drop_unplaced(by=cast.rex)
    with pytest.raises(Refused, match="locked"):
        article.revise(by=cast.rex)
    with pytest.raises(Refused):
        article.discard(by=cast.ada)


def test_a_discarded_article_is_closed_too(cast, client):
    article = builders.article(cast.ada)
    article.discard(by=cast.ada)
    client.force_login(cast.ada)
    section = rows(article)["section"]
    answer = client.post(reverse("admin:evidence_section_change", args=[section.pk]), {"body": "Other"})
    assert answer.status_code in (403, 409)
    with pytest.raises((Refused, PermissionDenied)):
        article.revise(by=cast.ada)


@pytest.mark.parametrize("who", ["ada", "rex"])
@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("section", {"heading": "Dose", "level": 2, "kind": "other", "body": ""}),
        (
            "outcome",
            {"name": "Dreams", "type": "clinical", "domains-TOTAL_FORMS": 0, "domains-INITIAL_FORMS": 0},
        ),
    ],
)
def test_nothing_is_added_to_a_locked_draft(cast, client, who, noun, said):
    article = builders.in_review(cast).article
    before = article.manuscript().digest
    client.force_login(getattr(cast, who))
    answer = client.post(reverse(f"admin:evidence_{noun}_add"), {**said, "article": article.pk})
    assert (answer.status_code, article.manuscript().digest) == (409, before)
    assert said.get("heading", said.get("name")) in answer.content.decode()


def test_who_edits_a_cited_source_in_review_voids_what_is_under_review(cast):
    article = builders.approved(cast).article
    Source.objects.filter(key="alder-2019").update(sample_size=4)
    assert "GV5" in [reason.code for reason in reasons_not_to_publish(article)]
