"""Two people rate an outcome on pages that keep one from seeing the other, and then agree."""

import pytest
from django.urls import reverse

from evidence.admin.seen import version_of
from evidence.models import Consensus, Rating
from evidence.vocabulary import Domain
from reviews.admin.rating import version_shown
from tests import builders

pytestmark = pytest.mark.django_db
SAID = {"body": "randomised", **{f"steps_{domain}": "0" for domain in Domain}}
SECRET = "Nobody was blinded to the smell of the tea."


@pytest.fixture
def article(cast):
    return builders.article(cast.ada)


@pytest.fixture
def sleep(article):
    return article.outcomes.get(key="o1")


def page(row, name):
    return reverse(f"admin:evidence_outcome_{name}", args=[row.pk])


def seen(client, user, address):
    client.force_login(user)
    return client.get(address, follow=True).content.decode()


def hand_in(client, user, row, **changes):
    client.force_login(user)
    return client.post(page(row, "rate"), {**SAID, "seen": version_shown(row), **changes})


def secretly(client, cast, row):
    return hand_in(client, cast.cleo, row, steps_risk_of_bias="-1", reason_risk_of_bias=SECRET)


def to_send(client, address):
    form = client.get(address).context["form"]
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def test_the_page_of_an_outcome_leads_to_it_and_the_form_begins_empty(cast, client, sleep):
    assert page(sleep, "rate") in seen(client, cast.cleo, page(sleep, "change"))
    text = seen(client, cast.cleo, page(sleep, "rate"))
    assert "Sleep quality" in text
    assert "Two small trials." not in text  # what is stored is not set before a rater
    assert "⊕" not in text


def test_nobody_sees_a_rating_before_the_other_is_in(cast, client, article, sleep):
    places = [page(sleep, name) for name in ("rate", "ratings", "change")]
    places += [reverse("admin:evidence_article_change", args=[article.pk]), "/admin/evidence/event/"]
    places += ["/admin/evidence/consensus/", reverse("desk:article", args=[article.slug])]
    knocks = [(user, place) for user in (cast.ada, cast.rex) for place in places]
    before = [seen(client, *knock).count("⊕⊕⊕○") for knock in knocks]
    assert secretly(client, cast, sleep).status_code == 302
    texts = [seen(client, *knock) for knock in knocks]
    assert [text.count("⊕⊕⊕○") for text in texts] == before
    assert [text for text in texts if SECRET in text] == []
    assert "Cleo Marsh has rated it" in seen(client, cast.eve, page(sleep, "ratings"))


def test_one_sees_what_one_said_and_may_change_it(cast, client, sleep):
    secretly(client, cast, sleep)
    assert "Moderate ⊕⊕⊕○" in seen(client, cast.cleo, page(sleep, "ratings"))
    text = seen(client, cast.cleo, page(sleep, "rate"))
    assert SECRET in text
    hand_in(client, cast.cleo, sleep, body="no_studies")
    assert [one.level for one in Rating.objects.all()] == ["moderate", "no_studies"]


def test_a_step_without_a_reason_is_said_so_and_nothing_typed_is_lost(cast, client, sleep):
    answer = hand_in(client, cast.cleo, sleep, steps_imprecision="-2", reason_risk_of_bias=SECRET)
    assert answer.status_code == 200
    assert "Imprecision moves the certainty without a reason." in answer.content.decode()
    assert SECRET in answer.content.decode()
    assert not Rating.objects.exists()


def test_a_domain_left_open_is_asked_for(cast, client, sleep):
    answer = hand_in(client, cast.cleo, sleep, steps_inconsistency="")
    assert "4 of 5 were looked at" in answer.content.decode()
    answer = hand_in(client, cast.cleo, sleep, steps_inconsistency="", reason_inconsistency=SECRET)
    assert "or that it does not" in answer.content.decode()
    assert not Rating.objects.exists()


def test_when_both_are_in_they_stand_side_by_side(cast, client, sleep):
    secretly(client, cast, sleep)
    hand_in(client, cast.ada, sleep, steps_imprecision="-2", reason_imprecision="Two small trials.")
    text = seen(client, cast.cleo, page(sleep, "rate"))
    for words in (SECRET, "Two small trials.", "Low", "Moderate", "differs", "An editor writes down"):
        assert words in text


def test_they_agree_and_the_outcome_follows(cast, client, article, sleep):
    secretly(client, cast, sleep)
    hand_in(client, cast.ada, sleep, steps_imprecision="-2", reason_imprecision="Two small trials.")
    fields = to_send(client, page(sleep, "ratings"))
    assert (fields["body"], fields["steps_risk_of_bias"], fields["steps_inconsistency"]) == (
        "randomised",
        "",
        0,
    )
    left_open = client.post(page(sleep, "ratings"), fields)
    assert "This field is required" in left_open.content.decode()
    chosen = {"steps_risk_of_bias": "-1", "steps_imprecision": "-2", "reason": "Both points hold."}
    assert client.post(page(sleep, "ratings"), {**fields, **chosen}).status_code == 302
    assert {(one.domain, one.steps, one.reason) for one in sleep.domains.exclude(steps=0)} == {
        ("risk_of_bias", -1, SECRET),
        ("imprecision", -2, "Two small trials."),
    }
    text = seen(client, cast.eve, page(sleep, "ratings"))
    assert "Both points hold." in text
    assert "Very low ⊕○○○" in text
    # The draft was frozen, and what the checks ask of a very low certainty is asked at once.
    assert article.latest_revision().number == 2
    assert "EF6" in {flag.code for flag in article.flags.open()}


def test_who_may_not_edit_may_not_write_the_consensus_down(cast, client, article):
    sleep = builders.rated(cast, article)
    for user in (cast.cleo, cast.eve):
        client.force_login(user)
        assert client.post(page(sleep, "ratings"), {**SAID, "reason": "So."}).status_code == 403
    assert not Consensus.objects.exists()


def test_a_locked_draft_shows_the_ratings_and_takes_no_consensus(cast, client):
    article = builders.in_review(cast).article
    sleep = builders.rated(cast, article)
    text = seen(client, cast.ada, page(sleep, "ratings"))
    assert "Locked" in text
    assert "How they came to agree" not in text
    said = {**SAID, "reason": "So.", "seen": version_of(sleep)}
    assert "The draft is locked" in client.post(page(sleep, "ratings"), said).content.decode()
    assert not Consensus.objects.exists()


def test_an_outcome_changed_meanwhile_is_not_overwritten_unseen(cast, client, article):
    sleep = builders.rated(cast, article)
    client.force_login(cast.ada)
    fields = to_send(client, page(sleep, "ratings"))
    sleep.domains.update(reason="Three small trials.")
    said = {**fields, "steps_risk_of_bias": "0", "reason": "So."}
    answer = client.post(page(sleep, "ratings"), said)
    assert "changed meanwhile" in answer.content.decode()
    assert not Consensus.objects.exists()
    again = {**said, "seen": answer.context["form"]["seen"].value()}
    assert client.post(page(sleep, "ratings"), again).status_code == 302


@pytest.mark.parametrize("field", ["name", "participants", "population", "absolute_effect"])
def test_a_rating_is_of_the_outcome_that_its_page_showed(cast, client, sleep, field):
    client.force_login(cast.cleo)
    fields = {**to_send(client, page(sleep, "rate")), **SAID, "reason_imprecision": SECRET}
    setattr(sleep, field, 4 if field == "participants" else "Another")
    sleep.save()
    answer = client.post(page(sleep, "rate"), fields)
    assert not Rating.objects.exists()
    for said in ("changed meanwhile", SECRET):
        assert said in answer.content.decode()
    again = {**fields, "seen": answer.context["form"]["seen"].value()}
    assert client.post(page(sleep, "rate"), again).status_code == 302


def test_a_rating_that_does_not_say_what_it_was_shown_is_none(cast, client, sleep):
    hand_in(client, cast.cleo, sleep, seen="")
    assert not Rating.objects.exists()


def test_what_the_draft_makes_of_an_outcome_disturbs_no_rater(cast, client, sleep):
    client.force_login(cast.cleo)
    fields = {**to_send(client, page(sleep, "rate")), **SAID}
    sleep.domains.update(reason="Three small trials.")
    assert client.post(page(sleep, "rate"), fields).status_code == 302


def test_facts_changed_after_a_rating_are_pointed_out(cast, client, article):
    sleep = builders.rated(cast, article)
    assert "given of the earlier ones" not in seen(client, cast.ada, page(sleep, "ratings"))
    type(sleep).objects.filter(pk=sleep.pk).update(participants=400)
    assert "given of the earlier ones" in seen(client, cast.ada, page(sleep, "ratings"))


def test_the_article_says_how_many_were_rated_by_two(cast, client, article):
    address = reverse("admin:evidence_article_change", args=[article.pk])
    assert "rated by two" not in seen(client, cast.ada, address)
    builders.rated(cast, article)
    builders.rated(cast, article, key="o2")
    text = seen(client, cast.ada, address)
    assert "2 of 2 outcomes rated by two; weighted kappa 0.00" in text


def test_agreeing_once_more_after_it_was_done_is_told(cast, client, article):
    builders.agreed(cast, article)
    client.force_login(cast.ada)
    sleep = article.outcomes.get(key="o1")
    answer = client.post(page(sleep, "ratings"), {**SAID, "reason": "So."}, follow=True)
    assert "agreed already" in answer.content.decode()
    assert Consensus.objects.count() == 1
