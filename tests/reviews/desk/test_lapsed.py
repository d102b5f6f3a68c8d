"""Judgements that lapsed, on the desk: both wordings side by side, and one click to let them hold."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.models import Citation, Section
from reviews.flags import flagging, judging
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders
from tests.desk import press

pytestmark = pytest.mark.django_db
DESK = "/desk/articles/lemon-balm/"


def reword(article, by, old="improve sleep", new="ruin sleep"):
    section = article.sections.get(key="s3")
    Section.objects.filter(pk=section.pk).update(body=section.body.replace(old, new))
    article.revise(by=by)
    flagging.reconcile(article)


@pytest.fixture
def article(cast):
    found = builders.article(cast.ada)
    reword(found, cast.ada)
    return found


def cited(article):
    return Citation.objects.get(claim__article=article, claim__key="c3")


def confirm(client, article, seen=None):
    row = cited(article)
    return press(client, f"citations/{row.pk}/confirm", {"seen": seen or row.vouched().digest}, follow=True)


def test_the_claim_is_flagged_with_both_wordings(article):
    flag = article.flags.open().get(code="SR13")
    assert (flag.severity, flag.subject) == ("block", "claim:c3")
    assert "may improve sleep slightly" in flag.message
    assert "may ruin sleep slightly" in flag.message


def test_the_old_words_are_struck_and_the_new_ones_underlined(cast, client, article):
    client.force_login(cast.cleo)
    page = client.get(DESK).content.decode()
    assert "<del>improve </del><ins>ruin </ins>" in page
    assert "/confirm/" not in page


def test_one_click_lets_it_hold_and_closes_the_flags(cast, client, article):
    client.force_login(cast.ada)
    page = confirm(client, article)
    assert page.context["lapsed"] == []
    assert not article.flags.open().filter(code__in=["SR2", "SR13"]).exists()


def test_a_page_left_open_confirms_nothing_that_it_did_not_show(cast, client, article):
    shown = cited(article).vouched().digest
    reword(article, cast.ben, "ruin sleep", "kill")
    client.force_login(cast.ada)
    assert b"look at the words again" in confirm(client, article, shown).content
    assert article.manuscript().claim_by_key["c3"].citations[0].stance == "not_judged"
    assert b"look at the words again" not in confirm(client, article).content


@pytest.mark.parametrize("seen", ["", "x" * 80])
def test_without_what_was_shown_nothing_is_confirmed(cast, client, article, seen):
    client.force_login(cast.ada)
    press(client, f"citations/{cited(article).pk}/confirm", {"seen": seen})
    assert cited(article).lapse


def test_a_reviewer_confirms_nothing(cast, client, article):
    client.force_login(cast.cleo)
    assert confirm(client, article).status_code == 403
    assert cited(article).lapse


def test_a_draft_under_review_says_why_nothing_can_be_confirmed(cast, client, article):
    builders.in_review(cast, article)
    client.force_login(cast.ada)
    assert b"take it back to confirm" in client.get(DESK).content
    assert b"locked" in confirm(client, article).content
    assert "SR13" in [reason.code for reason in reasons_not_to_publish(article)]


def test_who_confirms_may_not_approve(cast, article):
    cast.cleo.groups.add(*cast.ada.groups.all())
    judging.confirm(cited(article), by=cast.cleo)
    current = builders.in_review(cast, article, reviewers=())
    with pytest.raises(Exception, match="contributed"):
        current.assign(cast.cleo, by=cast.ada)


def test_a_stamp_for_other_words_is_asked_for_again(cast, client, article):
    builders.confirmed(article, cast.ada)
    client.force_login(cast.cleo)
    there = {one.cited.pk for one in client.get(DESK).context["unverified"]}
    press(client, f"citations/{cited(article).pk}/verify", {"against": "full_text"})
    assert {one.cited.pk for one in client.get(DESK).context["unverified"]} == there - {cited(article).pk}
    reword(article, cast.ada, "40 adults", "999 adults")
    page = client.get(DESK)
    assert {one.cited.pk for one in page.context["unverified"]} == there
    assert b"for other words:" in page.content
    assert b"<del>40 </del><ins>999 </ins>" in page.content


def test_many_lapsed_judgements_cost_no_more_queries_than_one(cast, client, article):
    client.force_login(cast.ada)
    few = queries(client)
    for old, new in (("40 adults", "90 adults"), ("second trial", "third trial")):
        reword(article, cast.ada, old, new)
    assert len(client.get(DESK).context["lapsed"]) == 2
    assert queries(client) == few


def queries(client):
    client.get(DESK)
    with CaptureQueriesContext(connection) as caught:
        client.get(DESK)
    return len(caught)
