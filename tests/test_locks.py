"""While a version is under review nothing touches the draft, by whatever way somebody tries, superusers included."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from evidence.admin.drafts import DraftAdmin, DraftInline
from evidence.errors import Refused
from evidence.models import Article, Citation, Source
from reviews.flags import flagging
from reviews.models import Round
from reviews.publishing.gate import reasons_not_to_publish
from reviews.watching import merging
from tests import builders

pytestmark = pytest.mark.django_db
WAYS = {
    "the article's page": ("admin:evidence_article_change", "article", {"title": "Other"}),
    "a section's page": ("admin:evidence_section_change", "section", {"body": "Other"}),
    "a claim's page": ("admin:evidence_claim_change", "claim", {"kind": "interaction"}),
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


def ways(article):
    """(address, what is posted) of every way to write into a draft; what the form would have sent besides is added."""
    for name, noun, said in WAYS.values():
        yield reverse(name, args=[rows(article)[noun].pk]), said
    section = rows(article)["section"]
    yield reverse("admin:evidence_article_move", args=[article.pk, "sections", section.pk, "up"]), {}
    yield reverse("admin:evidence_article_drop_unplaced", args=[article.pk]), {"sure": "on"}


def filled_in(client, address):
    """What a browser would send of a form as it is shown, its rows with it."""
    shown = client.get(address).context
    if not shown or "adminform" not in shown:
        return {}
    forms = [shown["adminform"].form]
    for rows in shown["inline_admin_formsets"]:
        forms += [rows.formset.management_form, *rows.formset.forms]
    values = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    return {name: value for name, value in values.items() if value is not None and value is not False}


@pytest.mark.parametrize("asked", [True, False])
def test_a_lock_that_only_the_database_sees_is_a_refusal_and_no_error(cast, client, monkeypatch, asked):
    """The page was not locked when the application looked: then the guards of the database answer, in words."""
    article = builders.article(cast.ada)
    client.force_login(cast.rex)
    forms = [(address, {**filled_in(client, address), **said}) for address, said in ways(article)]
    builders.in_review(cast, article)
    article.claims.filter(key="c5").update(section=None)
    before = Article.objects.get().manuscript().digest
    monkeypatch.setattr(DraftAdmin, "is_open", lambda self, obj: True)
    monkeypatch.setattr(DraftInline, "_is_open", lambda self, obj: True)
    if not asked:
        monkeypatch.setattr(Article, "ensure_editable", lambda self: None)
    codes = [client.post(address, said).status_code for address, said in forms]
    assert Article.objects.get().manuscript().digest == before
    assert set(codes) <= {409, 403}, list(zip(codes, [address for address, _said in forms], strict=True))


VERBS = {
    "revise": lambda cast, article: article.revise(by=cast.ada),
    "drop unplaced claims": lambda cast, article: article.drop_unplaced(by=cast.ada),
    "discard": lambda cast, article: article.discard(by=cast.ada),
    "unlock": lambda cast, article: article.unlock(by=cast.ada),
    "move a section": lambda cast, article: article.sections.get(key="s4").move(1),
    "move an outcome": lambda cast, article: article.outcomes.get(key="o2").move(-1),
    "merge what it cites": lambda cast, article: merging.merge(
        Source.objects.get(key="alder-2019"), Source.objects.get(key="birch-2021"), by=cast.ada
    ),
    "agree on a rating": lambda cast, article: builders.agreed(cast, article),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_meets_a_lock_refuses_with_its_reason(cast, verb):
    article = builders.in_review(cast).article
    article.refresh_from_db()
    with pytest.raises(Refused, match="review"):
        VERBS[verb](cast, article)
    article.refresh_from_db()
    assert article.is_locked


HARMLESS = {
    "read a citation": lambda cast, article: Citation.objects.first().verify(
        by=cast.cleo, against="abstract"
    ),
    "rate": lambda cast, article: builders.rated(cast, article),
    "submit again": lambda cast, article: Round.submit(article, by=cast.ada),
    "check again": lambda cast, article: flagging.reconcile(article),
}


@pytest.mark.parametrize("verb", HARMLESS)
def test_what_changes_no_draft_meets_no_lock(cast, verb):
    article = builders.in_review(cast).article
    before = article.manuscript().digest
    HARMLESS[verb](cast, article)
    assert article.manuscript().digest == before


def test_who_edits_a_cited_source_in_review_voids_what_is_under_review(cast):
    article = builders.approved(cast).article
    Source.objects.filter(key="alder-2019").update(sample_size=4)
    assert "GV5" in [reason.code for reason in reasons_not_to_publish(article)]
