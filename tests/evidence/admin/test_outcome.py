"""The page of an outcome: eight domains to fill in, the certainty they make, and the words it allows."""

import pytest
from django.urls import reverse

from evidence.appraisal.grade import LOWERING
from evidence.models import Outcome
from evidence.vocabulary import Domain
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def sleep(cast):
    return builders.article(cast.ada).outcomes.get(key="o1")


@pytest.fixture
def ada(cast, client):
    client.force_login(cast.ada)
    return client


def page_of(outcome):
    return reverse("admin:evidence_outcome_change", args=[outcome.pk])


def filled(client, address):
    """Everything that the page would send if nobody touched it."""
    context = client.get(address).context
    forms = [
        context["adminform"].form,
        *(one.formset.management_form for one in context["inline_admin_formsets"]),
    ]
    forms += [form for one in context["inline_admin_formsets"] for form in one.formset.forms]
    return {
        form.add_prefix(name): "" if (value := form[name].value()) is None else value
        for form in forms
        for name in form.fields
    }


def row_of(fields, domain):
    (name,) = [key for key, value in fields.items() if key.endswith("-domain") and value == domain]
    return name.removesuffix("domain")


def test_the_page_shows_how_the_certainty_came_about_and_what_it_allows(ada, sleep):
    page = ada.get(page_of(sleep)).content.decode()
    for words in (
        "Low ⊕⊕○○",
        "Randomised trials start high",
        "Two small trials.",
        "Lemon balm may slightly increase sleep quality.",
    ):
        assert words in page
    assert "house wording" in page


def steps_of(outcome):
    return {one.domain: one.steps for one in outcome.domains.all()}


def test_every_domain_has_its_row_and_what_was_not_rated_is_not_stored(ada, sleep):
    before = steps_of(sleep)
    fields = filled(ada, page_of(sleep))
    assert sorted(value for key, value in fields.items() if key.endswith("-domain")) == sorted(Domain.values)
    assert ada.post(page_of(sleep), fields).status_code == 302
    assert steps_of(sleep) == before == {**dict.fromkeys(map(str, LOWERING), 0), "imprecision": -2}


def test_not_serious_is_an_answer_and_not_looked_at_is_none(ada, sleep):
    fields = filled(ada, page_of(sleep))
    rows = {domain: row_of(fields, domain) for domain in ("indirectness", "large_effect")}
    ada.post(page_of(sleep), {**fields, f"{rows['indirectness']}steps": ""})
    assert "indirectness" not in steps_of(sleep)
    assert "Not yet rated (4 of 5 domains looked at)" in ada.get(page_of(sleep)).content.decode()
    fields = filled(ada, page_of(sleep))
    assert fields[f"{row_of(fields, 'indirectness')}steps"] == ""
    said = {f"{row_of(fields, domain)}steps": "0" for domain in rows}
    ada.post(page_of(sleep), {**fields, **said})
    assert (steps_of(sleep)["indirectness"], steps_of(sleep)["large_effect"]) == (0, 0)
    assert "Low ⊕⊕○○" in ada.get(page_of(sleep)).content.decode()


def test_a_reason_without_a_level_is_asked_for_it(ada, sleep):
    fields = filled(ada, page_of(sleep))
    answer = ada.post(page_of(sleep), {**fields, f"{row_of(fields, 'dose_response')}reason": "It rises."})
    assert "or that it does not" in answer.content.decode()
    assert "It rises." in answer.content.decode()


def test_a_domain_is_rated_and_the_certainty_follows(ada, sleep):
    fields = filled(ada, page_of(sleep))
    row = row_of(fields, "risk_of_bias")
    ada.post(page_of(sleep), {**fields, f"{row}steps": "-1", f"{row}reason": "Nobody was blinded."})
    assert steps_of(sleep)["risk_of_bias"] == -1
    assert "Very low ⊕○○○" in ada.get(page_of(sleep)).content.decode()


def test_a_step_that_no_domain_has_is_refused_and_what_was_typed_stays(ada, sleep):
    fields = filled(ada, page_of(sleep))
    row = row_of(fields, "dose_response")
    answer = ada.post(page_of(sleep), {**fields, f"{row}steps": "-1", f"{row}reason": "A reason that stays."})
    assert answer.status_code == 200
    assert "A reason that stays." in answer.content.decode()
    assert "dose_response" not in steps_of(sleep)


def test_a_step_stored_out_of_its_range_is_shown_and_not_lost(ada, sleep):
    sleep.domains.create(domain="dose_response", steps=-2, reason="From an import.")
    fields = filled(ada, page_of(sleep))
    assert fields[f"{row_of(fields, 'dose_response')}steps"] == -2
    ada.post(page_of(sleep), fields)
    assert sleep.domains.get(domain="dose_response").steps == -2


def test_a_new_outcome_begins_with_all_eight(ada, sleep):
    address = f"{reverse('admin:evidence_outcome_add')}?article={sleep.article_id}"
    fields = {**filled(ada, address), "name": "Pain", "body": "no_studies"}
    assert ada.post(address, fields).status_code == 302
    pain = Outcome.objects.get(name="Pain")
    assert pain.domains.count() == 0
    page = ada.get(page_of(pain)).content.decode()
    assert "No studies were found that looked at pain." in page
    assert "no level" in page


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("animal", "house rule"),
        ("cells", "is not rated (house rule)"),
        ("", "Choose below what kind of evidence"),
    ],
)
def test_house_rules_are_called_so(ada, sleep, body, said):
    sleep.domains.all().delete()
    Outcome.objects.filter(pk=sleep.pk).update(body=body)
    assert said in ada.get(page_of(sleep)).content.decode()


def test_the_sentence_for_another_direction_and_size(ada, sleep):
    address = reverse("admin:evidence_outcome_wording", args=[sleep.pk])
    assert "Lemon balm may slightly increase sleep quality." in ada.get(address).content.decode()
    page = ada.get(
        address, {"x": "Balm", "o": "waking", "direction": "reduces", "size": "large"}
    ).content.decode()
    assert "Balm may result in a large reduction in waking." in page
    assert "The evidence suggests that Balm results in a large reduction in waking." in page
    assert "not checked against" not in page
    assert "This field is required" in ada.get(address, {"x": "", "o": "waking"}).content.decode()


@pytest.mark.parametrize(
    ("odds", "baseline", "said"),
    [("6", "50", "1.71: no large effect"), ("6", "1", "5.71: very large"), ("2.5", "2", "2.43: large")],
)
def test_an_odds_ratio_is_made_a_relative_risk(ada, sleep, odds, baseline, said):
    address = reverse("admin:evidence_outcome_wording", args=[sleep.pk])
    assert said in ada.get(address, {"odds_ratio": odds, "baseline": baseline}).content.decode()


def test_what_is_no_odds_ratio_is_said_so(ada, sleep):
    address = reverse("admin:evidence_outcome_wording", args=[sleep.pk])
    assert (
        "greater than or equal to"
        in ada.get(address, {"odds_ratio": "-1", "baseline": "10"}).content.decode()
    )


def test_more_outcomes_than_a_summary_holds_are_pointed_out(ada, sleep):
    assert "at most 7" not in ada.get(page_of(sleep)).content.decode()
    for number in range(6):
        Outcome.objects.create(
            article=sleep.article, key=f"o{number + 10}", name=f"Outcome {number}", position=number + 10
        )
    assert "at most 7" in ada.get(page_of(sleep)).content.decode()


def test_an_outcome_added_beside_a_claim_knows_its_article(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    claim = article.claims.first()
    page = client.get(reverse("admin:evidence_claim_change", args=[claim.pk])).content.decode()
    assert f"_popup=1&amp;article={article.pk}" in page
