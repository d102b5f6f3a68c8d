"""When a source changes: readers are warned in the same breath, editors and reviewers see what is theirs to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from evidence.models import Notice, Source, SourceUpdate
from reviews.flags import flagging
from reviews.models import Confirmation
from reviews.publishing import publication
from reviews.publishing.approvals import approvals_to_confirm
from reviews.watching import recording
from reviews.watching.changed import changed_sources
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    return builders.published(cast)


@pytest.fixture
def source(article):
    return Source.objects.get(key="alder-2019")


def happened(source, type, by=None):
    return recording.record_update(source, type, by=by, asserted_by="PubMed")


def test_a_changed_source_is_listed_with_pages_and_drafts(cast, article, source):
    draft = builders.article(cast.ada, title="A draft")
    happened(source, "erratum")
    happened(source, "expression_of_concern")
    (one,) = changed_sources()
    assert [update.type for update in one.updates] == ["expression_of_concern", "erratum"]
    assert (one.source, one.live, set(one.drafts)) == (source, [article], {article, draft})
    assert changed_sources(timezone.now() + timedelta(days=90)) == []


def test_what_nothing_rests_on_is_not_listed(cast, article):
    happened(Source.objects.create(key="unused", title="Unused"), "retraction")
    assert changed_sources() == []


def test_the_desk_shows_it_to_editors(cast, article, source, client):
    happened(source, "expression_of_concern")
    for name, shown in (("ada", True), ("eve", True), ("cleo", False)):
        client.force_login(getattr(cast, name))
        assert (b"Sources that changed" in client.get("/desk/").content) is shown


def test_the_list_costs_as_many_queries_for_many_as_for_one(cast, article, source, django_assert_num_queries):
    happened(source, "erratum")
    with django_assert_num_queries(5):
        changed_sources()
    for number in range(3):
        builders.published(cast, builders.article(cast.ada, title=f"Review {number}"))
    for key in ("birch-2021", "cedar-2010"):
        happened(Source.objects.get(key=key), "erratum")
    with django_assert_num_queries(5):
        assert sum(len(one.live) for one in changed_sources()) == 12


def test_an_approval_given_before_waits_in_its_reviewers_queue(cast, client):
    current = builders.approved(cast)
    happened(Source.objects.get(key="alder-2019"), "erratum")
    client.force_login(cast.cleo)
    assert b"confirm your approval" in client.get("/desk/").content
    ((decision, updates),) = approvals_to_confirm(cast.cleo)
    assert (decision.round, [one.type for one in updates]) == (current, ["erratum"])
    Confirmation.give(decision, by=cast.cleo, reason="The erratum concerns a table that is not cited.")
    assert approvals_to_confirm(cast.cleo) == []
    assert b"confirm your approval" not in client.get("/desk/").content


@pytest.mark.parametrize(
    ("type", "said"),
    [
        (
            "retraction",
            "The live page has a blocking flag: “Lemon balm and sleep” has the status “Retraction”",
        ),
        ("expression_of_concern", "A source of the live page changed"),
    ],
)
def test_the_next_step_names_the_source_and_what_happened(cast, article, source, client, type, said):
    happened(source, type)
    client.force_login(cast.ada)
    assert said in client.get(f"/desk/articles/{article.slug}/").content.decode()


def test_the_update_and_its_notices_are_written_together_or_not_at_all(cast, article, source, monkeypatch):
    other = builders.published(cast, builders.article(cast.ada, title="Another review"))
    put, calls = publication._put_notice, []

    def stopped_at_the_second(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return put(*args)

    with monkeypatch.context() as patch:
        patch.setattr(publication, "_put_notice", stopped_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            happened(source, "retraction")
    assert (SourceUpdate.objects.count(), Notice.objects.count()) == (0, 0)
    happened(source, "retraction")
    assert {notice.edition.article for notice in Notice.objects.all()} == {article, other}


def test_flags_that_were_stopped_halfway_are_finished(cast, article, source, monkeypatch):
    other = builders.published(cast, builders.article(cast.ada, title="Another review"))
    reconcile, done = flagging.reconcile, []

    def stopped_after_the_first(one):
        if done:
            raise KeyboardInterrupt
        done.append(one)
        reconcile(one)

    with monkeypatch.context() as patch:
        patch.setattr(flagging, "reconcile", stopped_after_the_first)
        with pytest.raises(KeyboardInterrupt):
            happened(source, "retraction")
    flagged = [one.flags.on("live").open().filter(code="SI1").exists() for one in (article, other)]
    assert flagged == [True, False]
    assert Source.objects.get(pk=source.pk).unsettled
    assert recording.settle_all() == 1
    assert other.flags.on("live").open().filter(code="SI1").exists()


def test_flags_of_a_corrected_source_are_finished_too(cast, article, source):
    assert source.correct(by=cast.ada, peer_review="no")
    assert recording.settle_all() == 1
    assert article.flags.on("draft").open().filter(code="SI5").exists()
    assert not source.correct(by=cast.ada, peer_review="no")
    assert recording.settle_all() == 0
