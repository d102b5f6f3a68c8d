"""Races give one record: real threads on PostgreSQL."""

import json
import threading

import pytest
from django.db import connection
from django.test import Client

from evidence.bibliography.importers import Record
from evidence.errors import Refused
from evidence.library import jobs
from evidence.library.cataloguing import Fate, catalogue
from evidence.models import Article, Citation, Edition, Event, Job, Rating, Section, Source
from evidence.vocabulary import JobKind
from reviews.flags import flagging
from reviews.models import Decision, Round
from reviews.publishing import publication
from reviews.watching import merging
from tests import builders

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def at_once(*acts):
    """Run every act in a thread of its own, all let go together; their results, or what they raised."""
    gate, results = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        gate.wait()
        try:
            results[number] = act()
        except Exception as error:
            results[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_two_publishes_give_one_edition(cast):
    article = builders.approved(cast).article
    results = at_once(*[lambda: publication.publish(article, by=cast.eve)] * 2)
    assert {result.pk for result in results} == {Edition.objects.get().pk}


def test_two_approvals_by_one_person_give_one_decision(cast):
    current = builders.in_review(cast)

    def decide():
        return Round.objects.get(pk=current.pk).decide(
            by=cast.cleo, verdict="approve", reason="It holds.", checklist=builders.YES
        )

    results = at_once(decide, decide)
    assert {result.pk for result in results} == {Decision.objects.get().pk}


def test_a_save_during_publish_changes_no_page(cast):
    article = builders.approved(cast).article

    def save():
        Section.objects.filter(article=article, key="s1").update(body="Something else entirely.")
        return Article.objects.get(pk=article.pk).revise(by=cast.ben)

    at_once(save, lambda: publication.publish(article, by=cast.eve))
    for edition in Edition.objects.all():
        assert "Something else" not in edition.body


def test_two_submissions_open_one_round(cast):
    article = builders.article(cast.ada)
    results = at_once(*[lambda: Round.submit(article, by=cast.ada)] * 2)
    assert not [result for result in results if isinstance(result, Refused)]
    assert Round.objects.count() == 1


def test_two_ratings_of_one_person_and_a_third_rater_at_once_leave_two_ratings(cast):
    row = builders.article(cast.ada).outcomes.get(key="o1")

    def rate(person):
        low = builders.looked_at(builders.SMALL)
        return lambda: Rating.give(row, body="randomised", domains=low, by=person)

    results = at_once(*map(rate, (cast.ada, cast.ada, cast.cleo, cast.dev)))
    assert Rating.objects.count() == Rating.objects.values("rated_by").distinct().count() == 2
    assert all(isinstance(result, Rating | Refused) for result in results)


def test_the_site_chain_has_no_fork(cast):
    at_once(*[lambda: Event.record("site.tested", by=cast.eve)] * 4)
    events = list(Event.objects.filter(chain="site"))
    assert [event.number for event in events] == list(range(1, len(events) + 1))


def doubles(cast):
    """An article that cites one record, and two more records of the same work, one of which it cites too."""
    article = builders.article(cast.ada)
    one = Source.objects.get(key="alder-2019")
    others = [Source.objects.create(key=f"alder-{n}", title=one.title, csl=dict(one.csl)) for n in (1, 2)]
    Citation.objects.create(claim=article.claims.get(key="c4"), source=others[0])
    return article, one, *others


def test_two_merges_into_each_other_leave_one_record(cast):
    _article, one, other, _third = doubles(cast)
    results = at_once(
        lambda: merging.merge(one, other, by=cast.ada), lambda: merging.merge(other, one, by=cast.ben)
    )
    assert [type(result) for result in results if not isinstance(result, Source)] == [Refused]
    assert Source.objects.filter(pk__in=[one.pk, other.pk]).own().count() == 1


def test_two_merges_into_one_record_both_hold(cast):
    article, one, other, third = doubles(cast)
    at_once(lambda: merging.merge(one, other, by=cast.ada), lambda: merging.merge(one, third, by=cast.ben))
    assert set(Source.objects.filter(merged_into=one)) == {other, third}
    assert {cited.source for cited in article.claims.get(key="c4").citations.all()} >= {one}
    numbers = list(Event.objects.filter(chain="site").values_list("number", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_two_saves_of_a_source_from_forms_of_one_age_lose_neither(cast):
    builders.article(cast.ada)
    source = Source.objects.first()
    address = f"/admin/evidence/source/{source.pk}/change/"

    def opened_by(user):
        client = Client()
        client.force_login(user)
        form = client.get(address).context["adminform"].form
        shown = {name: form[name].value() for name in form.fields}
        return client, {name: value for name, value in shown.items() if value not in (None, [])}

    def save(client, form, note):
        return client.post(address, {**form, "note": note})

    (one, his), (other, hers) = opened_by(cast.ada), opened_by(cast.ben)
    answers = at_once(lambda: save(one, his, "Read by Ada."), lambda: save(other, hers, "Read by Ben."))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    source.refresh_from_db()
    assert source.note in ("Read by Ada.", "Read by Ben.")


def test_a_merge_meets_a_submission_and_neither_is_half_done(cast):
    article, one, other, _third = doubles(cast)
    at_once(lambda: Round.submit(article, by=cast.ada), lambda: merging.merge(one, other, by=cast.ben))
    other.refresh_from_db()
    current = article.rounds.get()
    assert (other.merged_into_id is None) == (other.key in current.revision.frozen.source_by_key)
    assert current.revision.digest == article.manuscript().digest


def records(*numbers):
    csl = {"type": "article-journal", "issued": {"date-parts": [[2011]]}}
    made = [(n, {**csl, "title": f"Valerian, part {n}", "DOI": f"10.5555/valerian.{n}"}) for n in numbers]
    return [Record(n, n, one) for n, one in made]


def test_overlapping_imports_all_finish_and_add_nothing_twice(cast):
    files = [records(*range(40)), records(*reversed(range(20, 60))), records(*range(10, 30), 70)]
    fates = at_once(*[lambda file=file: list(catalogue(file, by=cast.ada)) for file in files])
    assert [len(entries) for entries in fates] == [40, 40, 21]
    told = [entry.fate for entries in fates for entry in entries]
    assert (told.count(Fate.ADDED), told.count(Fate.KNOWN)) == (61, 40)
    keys = {key for one in Event.objects.filter(verb="sources.imported") for key in _keys(one)}
    assert keys == set(Source.objects.values_list("key", flat=True))


def test_two_articles_stored_at_once_share_their_sources_and_not_their_address(cast):
    act = lambda: flagging.stored(builders.manuscript(), slug="lemon-balm", by=cast.ada)  # noqa: E731
    stored = at_once(act, act, act)
    assert {article.slug for article in stored} == {"lemon-balm", "lemon-balm-2", "lemon-balm-3"}
    assert Source.objects.count() == 3


def test_two_jobs_that_overlap_refuse_no_record(cast):
    jobs_ = [
        Job.prepare(JobKind.IMPORT, "x.ris", [jobs.as_item(one) for one in records(*numbers)], by=cast.ada)
        for numbers in (range(120), reversed(range(60, 180)))
    ]

    def bring_on(job):
        while not job.is_finished:
            jobs.step(job, jobs.ACTS[JobKind.IMPORT], by=cast.ada)
            job.refresh_from_db()

    assert at_once(*[lambda job=job: bring_on(job) for job in jobs_]) == [None, None]
    fates = [line["fate"] for job in jobs_ for line in job.lines()]
    assert (fates.count("added"), fates.count("known")) == (180, 60)


def _keys(event):
    return json.loads(event.about)["keys"].split(",")


def test_two_browsers_stepping_a_job_do_nothing_twice(cast):
    items = [
        {"n": n, "line": n, "csl": {"type": "book", "title": f"Book number {n} on herbs"}} for n in range(400)
    ]
    job = Job.prepare(JobKind.IMPORT, "x.ris", items, by=cast.ada)

    def bring_on():
        mine = Job.objects.get(pk=job.pk)
        while not mine.is_finished:
            jobs.step(mine, jobs.ACTS[JobKind.IMPORT], by=cast.ada)
            mine.refresh_from_db()

    assert at_once(bring_on, bring_on, bring_on) == [None] * 3
    job.refresh_from_db()
    assert [line["n"] for line in job.lines()] == list(range(400))
    assert {line["fate"] for line in job.lines()} == {"added"}
    assert Source.objects.count() == 400
