"""Records that look alike are listed, compared, and made one, linked or told apart by an editor."""

import pytest
from django.urls import reverse

from evidence.models import Citation, Comparison, Source
from reviews.flags import flagging
from tests import builders

pytestmark = pytest.mark.django_db
LIST = "admin:evidence_source_changelist"


@pytest.fixture
def editor(cast, client):
    client.force_login(cast.ada)
    return client


@pytest.fixture
def pair(cast):
    builders.article(cast.ada)
    kept = Source.objects.get(key="alder-2019")
    double = Source(key="double", design="NRT", pmid="31000001")
    double.describe({**kept.csl, "volume": "7"})
    double.save()
    return kept, double


def compare(kept, other):
    return reverse("admin:evidence_source_compare", args=[kept.pk, other.pk])


def test_the_list_leads_to_the_pair(editor, pair):
    assert b"1 pair looks alike" in editor.get(reverse(LIST)).content
    page = editor.get(reverse("admin:evidence_source_alike")).content.decode()
    assert compare(*pair) in page


def test_only_what_differs_is_asked_and_the_choice_is_kept(editor, pair):
    kept, double = pair
    page = editor.get(compare(kept, double)).content.decode()
    assert page.count('type="radio"') == 2
    editor.post(compare(kept, double), {"choice-7": "design", "answer": "merge"})
    kept.refresh_from_db()
    assert (kept.design, kept.pmid, kept.csl["volume"]) == ("NRT", "31000001", "7")
    merged = reverse("admin:evidence_source_change", args=[double.pk])
    assert b'name="_save"' not in editor.get(merged).content
    assert list(editor.get(reverse(LIST), {"q": "double"}).context["cl"].result_list) == [kept]


def test_not_the_same_work_is_remembered(editor, pair):
    editor.post(compare(*pair), {"answer": "different"})
    assert Comparison.objects.get().answer == "different"
    assert b"look alike" not in editor.get(reverse(LIST)).content


def test_a_record_is_not_told_apart_from_itself(editor, pair):
    page = editor.post(compare(pair[0], pair[0]), {"answer": "different"}).content.decode()
    assert "These are not two records." in page and not Comparison.objects.exists()


def test_what_was_told_apart_is_flagged_no_more(cast, editor, pair):
    kept, double = pair
    article = kept.citations.first().claim.article
    Citation.objects.create(claim=article.claims.get(key="c4"), source=double)
    flagging.reconcile(article)
    assert article.flags.open().filter(code="SI13").exists()
    editor.post(compare(kept, double), {"answer": "different"})
    assert not article.flags.open().filter(code="SI13").exists()


def test_a_preprint_is_linked_instead(editor, pair):
    kept, double = pair
    editor.post(compare(kept, double), {"answer": "second"})
    double.refresh_from_db()
    assert double.published_as == kept
    assert Source.objects.look_alike() == []


def test_a_refusal_says_why_and_keeps_what_was_chosen(cast, editor, pair):
    kept, double = pair
    builders.in_review(cast, kept.citations.first().claim.article)
    answer = editor.post(compare(kept, double), {"choice-7": "design", "answer": "merge"})
    page = answer.content.decode()
    assert "under review" in page
    assert 'value="design" checked' in page
    double.refresh_from_db()
    assert double.merged_into is None


def test_no_answer_is_no_answer(editor, pair):
    assert b"Choose one of the answers" in editor.post(compare(*pair), {}).content


@pytest.mark.parametrize(
    "narrow",
    [
        "status=retracted",
        "status=none",
        "cited=live",
        "cited=no",
        "cited=perhaps",
        "missing=text",
        "record=merged",
    ],
)
def test_the_list_can_be_narrowed(cast, editor, pair, narrow):
    assert editor.get(f"{reverse(LIST)}?{narrow}").status_code == 200


def test_a_new_citation_finds_only_the_record_that_stands(cast, editor, pair):
    kept, double = pair
    kept.absorb(double, by=cast.ada)
    asked = {"app_label": "evidence", "model_name": "citation", "field_name": "source", "term": "31000001"}
    found = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [one["id"] for one in found] == [str(kept.pk)]
