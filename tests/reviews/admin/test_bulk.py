"""Many sources at once: in steps, each written down, the flags of what rests on them following."""

import pytest
from django.urls import reverse

from evidence.models import Event, Job, Source
from tests import builders
from tests.services import answers

pytestmark = pytest.mark.django_db
LIST = "/admin/evidence/source/"


@pytest.fixture
def ada(cast, client):
    client.force_login(cast.ada)
    return client


def chosen(client, action, *keys):
    sources = Source.objects.filter(key__in=keys).values_list("pk", flat=True)
    client.post(LIST, {"action": action, "_selected_action": list(sources)})
    return Job.objects.first()


def act(client, job, what, **said):
    page = client.post(f"/admin/evidence/job/{job.pk}/{what}/", said, follow=True)
    job.refresh_from_db()
    return page


def test_peer_review_is_set_for_a_selection_and_flags_follow(cast, ada):
    article = builders.article(cast.ada)
    job = chosen(ada, "bulk_judge", "alder-2019", "birch-2021")
    act(ada, job, "choose", set="peer_review=no", start="1")
    assert [line["fate"] for line in job.lines()] == ["changed", "changed"]
    assert set(Source.objects.filter(peer_review="no").values_list("key", flat=True)) == {
        "alder-2019",
        "birch-2021",
    }
    edits = Event.objects.filter(verb="source.edited").values_list("subject", "actor")
    assert set(edits) == {("source:alder-2019", cast.ada.pk), ("source:birch-2021", cast.ada.pk)}
    assert article.flags.open().filter(code="SI5").exists()


def test_what_is_so_already_counts_as_no_change(cast, ada):
    builders.article(cast.ada)
    job = chosen(ada, "bulk_judge", "alder-2019")
    act(ada, job, "choose", set="peer_review=yes", start="1")
    assert [line["fate"] for line in job.lines()] == ["unchanged"]
    assert not Event.objects.filter(verb="source.edited").exists()


@pytest.mark.parametrize("said", [{}, {"set": "funding=mine"}, {"set": "peer_review=surely"}])
def test_nothing_starts_before_it_is_said_what_to_set(cast, ada, said):
    builders.article(cast.ada)
    job = chosen(ada, "bulk_judge", "alder-2019")
    page = act(ada, job, "choose", start="1", **said)
    assert "Say what is to be set" in page.content.decode()
    act(ada, job, "step")
    assert not job.is_started


def test_a_selection_is_looked_up_again_one_after_the_other(cast, ada, service):
    article = builders.published(cast)
    title = "Lemon balm and sleep"
    notice = {"type": "retraction", "DOI": "10.5555/notice.1", "source": "publisher"}
    retracted = {"updated-by": [{**notice, "updated": {"date-parts": [[2026, 11, 1]]}}]}
    service.says(
        "/works/10.5555/alder.2019", answers.crossref("10.5555/alder.2019", title=[title], **retracted)
    )
    service.says("/esearch.fcgi", answers.searched())
    job = chosen(ada, "bulk_refresh", "alder-2019", "cedar-2010")
    while not job.is_finished:
        act(ada, job, "choose" if not job.is_started else "step", start="1")
    assert [line["fate"] for line in job.lines()] == ["news", "told"]
    assert "Retraction" in job.lines()[0]["message"]
    assert "was retracted" in ada.get(f"/reviews/{article.slug}/").content.decode()


def test_services_that_do_not_answer_are_written_down(cast, ada, monkeypatch, service):
    builders.article(cast.ada)
    monkeypatch.setattr("reviews.admin.jobs.PATIENCE", 0)
    job = chosen(ada, "bulk_refresh", "alder-2019")
    act(ada, job, "choose", start="1")
    assert [line["fate"] for line in job.lines()] == ["failed"]
    assert Source.objects.get(key="alder-2019").checked_at is None


def test_reviewers_are_offered_no_change(cast, client):
    builders.article(cast.ada)
    client.force_login(cast.cleo)
    page = client.get(reverse("admin:evidence_source_changelist")).content.decode()
    assert "bulk_judge" not in page
    assert "export_ris" in page
