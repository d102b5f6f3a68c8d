"""A request for changes is a list of points, each at its place; a resubmission answers every one of them."""

import pytest
from django.db import IntegrityError, transaction

from evidence.errors import Refused
from evidence.models import Article, Event
from reviews.models import Answer, Decision, Point, Round
from tests import builders
from tests.desk import DESK, answered, press

pytestmark = pytest.mark.django_db
POINTS = [("section:s3", "Name the dose."), ("claim:c5", "Say how many people felt sick.")]


@pytest.fixture
def sent_back(cast):
    """Cleo's request for two changes; Dev has accepted to review and not decided."""
    current = builders.in_review(cast, reviewers=("cleo", "dev"))
    return current.decide(by=cast.cleo, verdict="request_changes", points=POINTS)


def answers(text="Done.", **others):
    return {point.pk: others.get(point.place.partition(":")[2], text) for point in Point.objects.all()}


def filled(verb, **said):
    return {f"{verb}-{name}": value for name, value in said.items()}


def test_a_request_holds_its_points_in_order(sent_back):
    assert [(one.number, one.place, one.text) for one in sent_back.points.all()] == [
        (1, "section:s3", "Name the dose."),
        (2, "claim:c5", "Say how many people felt sick."),
    ]


@pytest.mark.parametrize("points", [(), [("section:s3", "  ")]])
def test_a_request_without_a_point_is_refused(cast, points):
    current = builders.in_review(cast)
    with pytest.raises(Refused, match="at least one point"):
        current.decide(by=cast.cleo, verdict="request_changes", reason="Not good enough.", points=points)
    assert not Decision.objects.exists()


@pytest.mark.parametrize("place", ["section:s77", "claim:c77", "elsewhere"])
def test_a_point_needs_a_place_that_is_there(cast, place):
    current = builders.in_review(cast)
    with pytest.raises(Refused, match="no such place"):
        current.decide(by=cast.cleo, verdict="request_changes", points=[(place, "Mend it.")])
    assert not Decision.objects.exists()
    assert Round.objects.get().is_open


def test_submitting_again_needs_an_answer_to_each_point(cast, sent_back):
    article = sent_back.round.article
    with pytest.raises(Refused) as refused:
        Round.submit(article, by=cast.ada, answers=answers(c5=" "))
    assert [(reason.place, "felt sick" in reason.message) for reason in refused.value.reasons] == [
        ("claim:c5", True)
    ]
    assert (Round.objects.count(), Answer.objects.count()) == (1, 0)
    Round.submit(article, by=cast.ada, answers=answers(c5="Three of 40, said now."))
    assert Point.objects.get(place="claim:c5").answer.text == "Three of 40, said now."


def test_an_answered_point_is_not_asked_again(cast, sent_back):
    article = sent_back.round.article
    Round.submit(article, by=cast.ada, answers=answers()).take_back(by=cast.ada)
    assert Round.submit(article, by=cast.ada).number == 3


def test_the_database_takes_no_round_while_a_point_is_unanswered(cast, sent_back):
    article = sent_back.round.article
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(
            article=article, revision=article.latest_revision(), number=2, required=1, opened_by=cast.ada
        )


@pytest.mark.parametrize("noun", [Point, Answer])
def test_what_was_asked_and_answered_stays(cast, sent_back, noun):
    Round.submit(sent_back.round.article, by=cast.ada, answers=answers())
    with pytest.raises(IntegrityError), transaction.atomic():
        noun.objects.update(text="Other")
    with pytest.raises(IntegrityError), transaction.atomic():
        noun.objects.all()._raw_delete("default")


def test_an_approval_holds_no_points(cast):
    approval = builders.approved(cast).decisions.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Point.objects.create(decision=approval, number=1, place="article", text="But.")


def test_a_second_reviewer_who_was_overtaken_adds_a_request(cast, sent_back):
    current = sent_back.round
    current.decide(by=cast.dev, verdict="request_changes", points=[("article", "Shorten it.")])
    with pytest.raises(Refused) as refused:
        Round.submit(current.article, by=cast.ada, answers={sent_back.points.first().pk: "Done."})
    assert len(refused.value.reasons) == 2
    assert Event.objects.filter(verb="round.closed").count() == 1


def test_who_was_overtaken_cannot_approve_any_more(cast, sent_back):
    with pytest.raises(Refused, match="has ended"):
        sent_back.round.decide(by=cast.dev, verdict="approve", reason="It holds.", checklist=builders.YES)


def test_after_the_resubmission_the_earlier_round_takes_no_request(cast, sent_back):
    Round.submit(sent_back.round.article, by=cast.ada, answers=answers())
    with pytest.raises(Refused, match="has ended"):
        sent_back.round.decide(by=cast.dev, verdict="request_changes", points=[("article", "Shorten it.")])


def test_who_approved_may_still_ask_for_changes_while_the_round_is_open(cast, client):
    current = builders.approved(cast)
    client.force_login(cast.cleo)
    press(client, "request", filled("request", rows=1, place_1="article", text_1="A dose is wrong."))
    current.refresh_from_db()
    assert current.outcome == "changes_requested"
    assert not Article.objects.get().is_locked


def test_the_desk_takes_a_request_point_by_point(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    said = filled("decide", verdict="request_changes", rows=3, place_1="section:s3", text_1="Name the dose.",
                  place_3="claim:c5", text_3="Say how many.")  # fmt: skip
    assert press(client, "decide", said).status_code == 302
    assert list(Point.objects.values_list("number", "place", "text")) == [
        (1, "section:s3", "Name the dose."),
        (2, "claim:c5", "Say how many."),
    ]


def test_asking_for_more_points_keeps_what_was_typed(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    said = filled("decide", verdict="request_changes", rows=3, place_1="section:s3", text_1="Name the dose.")
    page = press(client, "decide", {**said, "more": "1"})
    form = {verb.name: form for verb, form in page.context["verbs"]}["decide"]
    assert (form["text_1"].value(), form["place_1"].value(), form["verdict"].value()) == (
        "Name the dose.",
        "section:s3",
        "request_changes",
    )
    assert "text_6" in form.fields
    assert not Decision.objects.exists()


def test_a_request_without_a_point_keeps_what_was_typed(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    page = press(client, "decide", filled("decide", verdict="request_changes", rows=3, reason="Hm, no."))
    assert b"Say what has to change, and where." in page.content
    assert b"Hm, no." in page.content


def test_the_editor_answers_on_the_desk_and_the_reviewer_sees_both(cast, client, sent_back):
    client.force_login(cast.ada)
    page = client.get(DESK).content.decode()
    assert page.index("Not answered yet.") < page.index("Answer to “Name the dose.”")
    first, second = sent_back.points.all()
    half = press(client, "submit", filled("submit", **{f"answer_{first.pk}": "It says 300 mg now."}))
    assert b"It says 300 mg now." in half.content
    assert Round.objects.count() == 1
    both = {f"answer_{first.pk}": "It says 300 mg now.", f"answer_{second.pk}": "Three of 40."}
    press(client, "submit", filled("submit", note="Thank you.", **both))
    Round.objects.first().assign(cast.cleo, by=cast.ada).accept(by=cast.cleo, none_declared=True)
    client.force_login(cast.cleo)
    page = client.get(DESK)
    assert [(point.text, point.answer.text) for point, _place in page.context["asked"]] == [
        ("Name the dose.", "It says 300 mg now."),
        ("Say how many people felt sick.", "Three of 40."),
    ]
    assert b"Thank you." in page.content


def test_who_was_overtaken_is_told_and_loses_nothing(cast, client, sent_back):
    client.force_login(cast.dev)
    assert b"you may add your own" in client.get("/desk/").content
    typed = filled("decide", verdict="approve", reason="Well told, I would pass it.", rows=3)
    page = press(client, "decide", {**typed, **answered()})
    assert (page.status_code, b"Well told, I would pass it." in page.content) == (409, True)
    press(client, "request", filled("request", rows=1, place_1="article", text_1="Shorten it."))
    assert Point.objects.filter(decision__reviewer=cast.dev).count() == 1
    assert b"you may add your own" not in client.get("/desk/").content


def test_the_next_step_after_a_request_is_to_answer_it(cast, client, sent_back):
    client.force_login(cast.ada)
    steps = client.get(DESK).context["steps"]
    assert "2 changes were asked for" in steps[0][0].text


def test_a_refused_publication_names_each_reason_with_its_place(cast, client):
    current = builders.in_review(cast)
    client.force_login(cast.eve)
    page = press(client, "publish", filled("publish", change_type="first_edition"))
    assert page.status_code == 409
    assert [bool(address) for _reason, address in page.context["refusals"]] == [True]
    assert current.article.editions.count() == 0


@pytest.mark.parametrize(
    "verb", ["decide", "request", "submit", "publish", "accept", "take-back", "reinstate"]
)
def test_a_verb_out_of_its_hour_is_refused_with_a_word(cast, client, verb):
    builders.article(cast.ada)
    client.force_login(cast.rex)
    said = {"verdict": "approve", "reason": "It holds.", "rows": 1, "text_1": "Shorten it.", "none_declared": "on",
            "change_type": "first_edition"}  # fmt: skip
    assert press(client, verb, {**filled(verb, **said), **answered()}).status_code in (302, 409)
