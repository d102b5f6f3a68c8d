"""The desk: what a reviewer with twenty minutes sees first, and the small verbs beside the big ones."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evidence.errors import Refused
from evidence.models import Citation, Section, Source
from evidence.vocabulary import UpdateType
from reviews.flags import flagging
from reviews.models import Confirmation, Round, Waiver
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders
from tests.desk import DESK, press

pytestmark = pytest.mark.django_db


def reworded(article, by):
    section = article.sections.get(key="s4")
    section.body = section.body.replace("mild nausea", "nausea")
    section.save(update_fields=["body"])
    article.revise(by=by)
    flagging.reconcile(article)


def test_the_first_version_is_said_to_be_new(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    assert b"all of it is new" in client.get(DESK).content


def test_interests_come_before_reading(cast, client):
    current = builders.in_review(cast)
    current.assign(cast.dev, by=cast.ada)
    client.force_login(cast.dev)
    closed = client.get(DESK).content
    assert b"competing interests" in closed
    assert b"GABA" not in closed
    press(client, "accept", {"accept-none_declared": "on"})
    assert b"GABA" in client.get(DESK).content


def test_a_reviewer_sees_what_changed_since_the_edition(cast, client):
    article = builders.published(cast)
    reworded(article, cast.ben)
    Round.submit(article, by=cast.ben)
    client.force_login(cast.dev)
    page = client.get(DESK)
    assert [(change.kind, change.subject) for change in page.context["changes"]] == [
        ("reworded", "claim:c5"),
        ("support_changed", "claim:c5"),
    ]
    assert b"<del>mild </del>" in page.content


def test_reading_a_citation_is_a_stamp_that_voids_nothing(cast, client):
    current = builders.in_review(cast, is_read=False)
    cited = Citation.objects.filter(claim__article=current.article).first()
    client.force_login(cast.cleo)
    before = len(client.get(DESK).context["unverified"])
    press(client, f"citations/{cited.pk}/verify", {"against": "abstract"})
    cited.refresh_from_db()
    assert (cited.verified_by, cited.verified_against) == (cast.cleo, "abstract")
    assert len(client.get(DESK).context["unverified"]) == before - 1
    assert current.article.manuscript().digest == current.revision.digest


def test_a_blocking_flag_is_waived_by_two_people_from_the_page(cast, client):
    article = builders.article(cast.ada)
    Section.objects.filter(article=article, key="s5").update(body="")
    article.revise(by=cast.ada)
    flagging.reconcile(article)
    flag = article.flags.open().get(code="ST1")
    until = timezone.localdate() + timedelta(days=30)
    client.force_login(cast.ada)
    press(client, f"flags/{flag.pk}/waive", {"reason": "Nobody has asked this question yet.", "until": until})
    waiver = Waiver.objects.get()
    press(client, f"waivers/{waiver.pk}/agree")
    assert article.flags.open().filter(code="ST1").exists()
    client.force_login(cast.cleo)
    press(client, f"waivers/{waiver.pk}/agree")
    assert not article.flags.open().filter(code="ST1").exists()


def test_a_waiver_without_a_reason_is_refused_with_a_word(cast, client):
    article = builders.article(cast.ada)
    Section.objects.filter(article=article, key="s5").update(body="")
    flagging.reconcile(article)
    flag = article.flags.open().get(code="ST1")
    client.force_login(cast.ada)
    answer = press(client, f"flags/{flag.pk}/waive", {"reason": "", "until": "soon"}, follow=True)
    assert b"Until:" in answer.content
    assert not Waiver.objects.exists()


def test_an_approval_is_confirmed_after_an_update(cast, client):
    current = builders.approved(cast)
    source = Source.objects.get(key="birch-2021")
    recording.record_update(source, UpdateType.ERRATUM, by=cast.ada, asserted_by="Crossref")
    client.force_login(cast.cleo)
    assert b"Confirm your approval" in client.get(DESK).content
    decision = current.decisions.get()
    press(client, f"decisions/{decision.pk}/confirm", {"reason": "The erratum touches a name only."})
    assert Confirmation.objects.get().decision == decision
    assert b"Confirm your approval" not in client.get(DESK).content


def test_the_queue_asks_the_same_number_of_questions_for_any_number_of_articles(cast, client):
    client.force_login(cast.ada)
    builders.article(cast.ada)
    client.get("/desk/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/desk/")
    for number in range(5):
        builders.article(cast.ada, title=f"Another {number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/desk/")
    assert len(many) == len(few)


def test_the_desk_shows_the_whole_page_with_flags_beside_it(cast, client):
    article = builders.in_review(cast).article
    client.force_login(cast.cleo)
    page = client.get(DESK).content.decode()
    assert article.summary in page
    assert 'id="findings"' in page
    assert 'id="references"' in page


def test_changes_that_were_asked_for_wait_for_the_editors(cast, client):
    builders.sent_back(cast)
    client.force_login(cast.ada)
    assert b"changes were asked for" in client.get("/desk/").content
    client.force_login(cast.cleo)
    assert b"changes were asked for" not in client.get("/desk/").content


def test_an_editor_finds_the_import_on_the_desk(cast, client):
    client.force_login(cast.ada)
    assert b"/admin/evidence/article/import/" in client.get("/desk/").content
    client.force_login(cast.cleo)
    assert b"/admin/evidence/article/import/" not in client.get("/desk/").content


def test_a_form_that_lacks_something_says_so_at_the_top(cast, client):
    builders.in_review(cast)
    client.force_login(cast.cleo)
    page = press(client, "decide", {"decide-verdict": "approve", "decide-rows": "3"}).content.decode()
    assert "It was not done" in page
    assert page.index('href="#verb-decide"') < page.index('id="verb-decide"')


def test_what_is_mended_on_the_desk_is_linked_within_the_page(cast, client):
    builders.in_review(cast)
    client.force_login(cast.eve)
    refused = press(client, "publish", {"publish-change_type": "first_edition"})
    assert [address for _reason, address in refused.context["refusals"]] == ["#verbs"]


def test_who_reads_citations_one_by_one_stays_at_the_list(cast, client):
    current = builders.in_review(cast, is_read=False)
    cited = Citation.objects.filter(claim__article=current.article).first()
    client.force_login(cast.cleo)
    answer = press(client, f"citations/{cited.pk}/verify", {"against": "abstract"}, follow=True)
    assert answer.redirect_chain[-1][0].endswith("#unverified")
    assert b"<details open><summary>Show them" in answer.content


def test_a_draft_is_not_discarded_by_one_click(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    press(client, "discard")
    article.refresh_from_db()
    assert article.discarded_at is None
    press(client, "discard", {"discard-sure": "on"})
    article.refresh_from_db()
    assert article.discarded_at


def test_a_later_edition_is_never_called_the_first(cast, client):
    article = builders.published(cast)
    reworded(article, cast.ben)
    builders.confirmed(article, cast.ben)
    current = Round.submit(article, by=cast.ben)
    builders.read(cast, article)
    current.assign(cast.dev, by=cast.ben).accept(by=cast.dev, none_declared=True)
    current.decide(by=cast.dev, verdict="approve", reason="It holds.", checklist=builders.YES)
    client.force_login(cast.eve)
    form = next(form for verb, form in client.get(DESK).context["verbs"] if verb.name == "publish")
    assert "first_edition" not in dict(form.fields["change_type"].choices)
    with pytest.raises(Refused, match="kind of change"):
        publication.publish(article, by=cast.eve, change_type="first_edition", note="One word.")
    said = {"publish-change_type": "clarification", "publish-note": "One word."}
    press(client, "publish", said)
    assert article.editions.get(number=2).change_type == "clarification"
