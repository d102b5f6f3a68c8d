"""An approval is deliberate: every question answered, what serious claims rest on read, on the text under review."""

from datetime import timedelta

import pytest
from django.utils import timezone

from evidence.errors import Refused
from evidence.models import Citation, Source
from reviews.checklist import QUESTIONS
from reviews.models import Decision
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders
from tests.desk import answered, press

pytestmark = pytest.mark.django_db
KEYS = [key for key, _question in QUESTIONS]


def decides(current, by, verdict="approve", **answers):
    points = [("article", "Shorten it.")]
    given = {**builders.YES, **answers}
    return current.decide(by=by, verdict=verdict, reason="It holds.", points=points, checklist=given)


@pytest.fixture
def site(settings):
    def say(**changes):
        settings.VOUCH = {**settings.VOUCH, **changes}

    return say


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (("", ""), "answer this"),
        (("", "A reason without an answer."), "answer this"),
        (("perhaps", "It may be."), "no answer"),
        (("no", "Two do not."), "cannot be approved"),
        (("no", ""), "cannot be approved"),
        (("not_applicable", " "), "Say why"),
    ],
)
def test_no_approval_without_a_good_answer_to_each_question(cast, key, answer, said):
    current = builders.in_review(cast)
    with pytest.raises(Refused, match=said):
        decides(current, cast.cleo, **{key: answer})
    assert not Decision.objects.exists()


def test_no_approval_without_any_check_list(cast):
    current = builders.in_review(cast)
    with pytest.raises(Refused) as refused:
        current.decide(by=cast.cleo, verdict="approve", reason="It holds.")
    assert len(refused.value.reasons) == len(QUESTIONS)


@pytest.mark.parametrize("verdict", ["request_changes", "reject"])
def test_a_no_stands_in_the_way_of_an_approval_only(cast, verdict):
    made = decides(builders.in_review(cast), cast.cleo, verdict, harms=("no", "Nausea is played down."))
    assert ("no", "Nausea is played down.") in [(one.answer, one.reason) for one in made.answers]


def test_a_no_without_a_reason_is_refused_whatever_is_decided(cast):
    with pytest.raises(Refused, match="Say why"):
        decides(builders.in_review(cast), cast.cleo, "reject", harms=("no", ""))


def test_the_answers_are_kept_with_the_questions_as_they_were_asked(cast, monkeypatch):
    made = decides(builders.in_review(cast), cast.cleo, warnings=("not_applicable", "None is open."))
    monkeypatch.setattr("reviews.checklist.QUESTIONS", (("other", "Another question?"),))
    made.refresh_from_db()
    assert [(one.question, one.answer, one.reason) for one in made.answers] == [
        (str(question), *(("not_applicable", "None is open.") if key == "warnings" else ("yes", "")))
        for key, question in QUESTIONS
    ]


def test_a_decision_from_before_there_were_reasons_is_still_read():
    made = Decision(checklist='[["Do the sources say it?", "yes"], ["Seen the warnings?", "no"]]')
    assert [(one.answer, one.reason) for one in made.answers] == [("yes", ""), ("no", "")]


def test_nothing_is_preset_in_the_form(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    page = client.get("/desk/articles/lemon-balm/")
    form = {verb.name: form for verb, form in page.context["verbs"]}["decide"]
    assert {name: form[name].value() or "" for name in ("verdict", *KEYS)} == dict.fromkeys(
        ("verdict", *KEYS), ""
    )
    refused = press(client, "decide", {"decide-reason": "It holds.", "decide-rows": 1, **answered()})
    assert refused.context["refused_form"] == "decide"
    assert not Decision.objects.exists()


def test_the_form_names_the_question_and_keeps_what_was_typed(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    said = {"decide-verdict": "approve", "decide-reason": "It holds.", "decide-rows": 1}
    page = press(client, "decide", {**said, **answered(harms="no"), "decide-harms_because": "Played down."})
    assert "cannot be approved" in page.content.decode()
    assert "Played down." in page.content.decode()
    assert press(client, "decide", {**said, **answered()}).status_code == 302
    assert [one.answer for one in Decision.objects.get().answers] == ["yes"] * len(QUESTIONS)


def test_no_approval_before_what_serious_claims_rest_on_was_read(cast):
    current = builders.in_review(cast, is_read=False)
    with pytest.raises(Refused) as refused:
        decides(current, cast.cleo)
    assert {reason.place for reason in refused.value.reasons} == {
        "desk",
        "claim:c1",
        "claim:c3",
        "claim:c4",
        "claim:c5",
    }
    builders.read(cast, current.article)
    assert decides(current, cast.cleo).verdict == "approve"


def test_one_citation_less_than_all_is_too_few(cast):
    current = builders.in_review(cast, is_read=False)
    for cited in Citation.objects.filter(claim__key__in=["c1", "c3", "c5"]):
        cited.verify(by=cast.ben, against="abstract")
    with pytest.raises(Refused, match="3 were read") as refused:
        decides(current, cast.cleo)
    assert [reason.place for reason in refused.value.reasons] == ["desk", "claim:c4"]


@pytest.mark.parametrize(
    ("share", "read", "passes"), [(75, 3, True), (76, 3, False), (0, 0, True), (50, 1, False)]
)
def test_a_site_says_what_share_is_enough(cast, site, share, read, passes):
    current = builders.in_review(cast, is_read=False)
    for cited in Citation.objects.filter(claim__key__in=["c1", "c3", "c4", "c5"])[:read]:
        cited.verify(by=cast.ben, against="abstract")
    site(READ_SHARE=share)
    if passes:
        assert decides(current, cast.cleo)
    else:
        with pytest.raises(Refused, match="are asked for"):
            decides(current, cast.cleo)


def test_what_a_claim_that_cannot_block_rests_on_need_not_be_read(cast):
    decides(builders.in_review(cast), cast.cleo)
    assert Citation.objects.filter(claim__key="c2", verified_at=None).exists()


def test_requests_and_rejections_do_not_wait_for_reading(cast):
    assert decides(builders.in_review(cast, is_read=False), cast.cleo, "reject")


def test_the_gate_asks_again_what_was_read(cast, site):
    site(READ_SHARE=0)
    current = builders.in_review(cast, is_read=False)
    decides(current, cast.cleo)
    assert reasons_not_to_publish(current.article) == []
    site(READ_SHARE=100)
    assert "claim:c4" in [reason.place for reason in reasons_not_to_publish(current.article)]


def test_nobody_approves_a_text_whose_sources_moved_on(cast):
    current = builders.in_review(cast)
    source = Source.objects.get(key="alder-2019")
    source.sample_size = 41
    source.save()
    with pytest.raises(Refused, match="no longer what is under review"):
        decides(current, cast.cleo)


def test_nobody_is_asked_to_review_by_yesterday(cast, client):
    current, today = builders.in_review(cast), timezone.localdate()
    with pytest.raises(Refused, match="has passed"):
        current.assign(cast.dev, by=cast.ada, due=today - timedelta(days=1))
    client.force_login(cast.ada)
    said = {"assign-reviewer": cast.dev.pk, "assign-due": today - timedelta(days=1)}
    assert press(client, "assign", said).status_code == 409
    assert current.assign(cast.dev, by=cast.ada, due=today).due == today
