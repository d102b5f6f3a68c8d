"""A file of sources: shown first, then imported in steps, its report kept."""

import csv
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from evidence.admin import source_upload
from evidence.models import Event, Job, Source
from evidence.vocabulary import JobKind

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/evidence/source/upload/"
FILE = """TY  - JOUR
AU  - Berg, A
TI  - Valerian and sleep
PY  - 2011
DO  - 10.5555/jst.2011.42
ER  -
stray words
TY  - JOUR
AU  - Dahl, B
TI  - A paper without identifier
PY  - 2012
ER  -
"""


@pytest.fixture
def ada(cast, client):
    client.force_login(cast.ada)
    return client


def uploaded(client, text=FILE, name="my.ris", **fields):
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, data), **fields}, follow=True)


def act(client, job, what, **said):
    return client.post(f"/admin/evidence/job/{job.pk}/{what}/", said, follow=True)


def fates(job):
    job.refresh_from_db()
    return [line["fate"] for line in job.lines()]


def test_the_preview_shows_each_record_and_stores_none(ada):
    page = uploaded(ada)
    assert [row.get("fate") for row in page.context["rows"]] == ["new", None, "new"]
    assert "stray words" in page.content.decode()
    assert "line 7" in page.content.decode()
    assert Source.objects.count() == 0


def test_a_record_left_out_stays_out_and_the_report_says_so(ada, cast):
    uploaded(ada)
    job = Job.objects.get()
    page = act(ada, job, "choose", page=1, left_out=["2"], start="1")
    assert fates(job) == ["added", "problem", "left_out"]
    assert b"Done" in page.content
    assert (Source.objects.get().doi, job.is_finished, job.payload) == ("10.5555/jst.2011.42", True, "")
    assert (job.started_by, job.name) == (cast.ada, "my.ris")


def test_the_same_file_twice_changes_nothing_and_says_so(ada):
    for _time in range(2):
        uploaded(ada)
        before, events = list(Source.objects.values()), Event.objects.count()
        page = act(ada, Job.objects.first(), "step")
    assert (list(Source.objects.values()), Event.objects.count()) == (before, events)
    assert fates(Job.objects.first()) == ["known", "problem", "known"]
    assert "Known already" in page.content.decode()


def test_what_the_library_has_is_shown_beside_the_record(ada):
    uploaded(ada)
    act(ada, Job.objects.get(), "step")
    alike = FILE.replace("PY  - 2012", "PY  - 2012\nVL  - 3")
    rows = uploaded(ada, alike).context["rows"]
    assert [row.get("fate") for row in rows] == ["known", None, "alike"]
    assert rows[2]["sources"] == [Source.objects.get(title="A paper without identifier")]


def test_a_double_within_the_file_is_foreseen_on_another_page_too(ada, monkeypatch):
    monkeypatch.setattr("evidence.admin.job_pages.PAGE", 3)
    monkeypatch.setattr("evidence.admin.jobs.PAGE", 3)
    page = uploaded(ada, FILE + FILE)
    second = ada.get(f"/admin/evidence/job/{Job.objects.get().pk}/change/?page=2")
    assert [row.get("fate") for row in second.context["rows"]] == ["known", None, "known"]
    assert page.context["page"].paginator.num_pages == 2


def test_ticks_of_one_page_survive_the_next(ada, monkeypatch):
    monkeypatch.setattr("evidence.admin.job_pages.PAGE", 2)
    monkeypatch.setattr("evidence.admin.jobs.PAGE", 2)
    uploaded(ada)
    job = Job.objects.get()
    page = act(ada, job, "choose", page=1, left_out=["0"], to="2")
    assert page.context["page"].number == 2
    act(ada, job, "choose", page=2, left_out=["2"], start="1")
    assert fates(job) == ["left_out", "problem", "left_out"]


def test_an_import_can_be_stopped_and_goes_on_where_it_was(ada, monkeypatch):
    monkeypatch.setattr("evidence.library.jobs.STEP", 0)
    many = "".join(
        f"TY  - JOUR\nTI  - Paper number {n} on sleep\nDO  - 10.5555/n.{n}\nER  -\n" for n in range(250)
    )
    uploaded(ada, many)
    job = Job.objects.get()
    page = act(ada, job, "choose", page=1, start="1")
    job.refresh_from_db()
    assert (job.position, job.total, page.context["goes_on"]) == (100, 250, True)
    assert b"data-goes-on" in page.content
    assert b"data-goes-on" not in ada.get(f"/admin/evidence/job/{job.pk}/change/").content
    while not job.is_finished:
        act(ada, job, "step")
        job.refresh_from_db()
    assert Source.objects.count() == 250
    assert len(job.lines()) == 250


def test_a_job_at_work_in_another_window_is_left_alone(ada, cast):
    uploaded(ada)
    job = Job.objects.get()
    assert job.claim(by=cast.ben)
    page = act(ada, job, "step")
    assert b"at work in another window" in page.content
    assert Source.objects.count() == 0


def test_a_record_that_the_database_refuses_spoils_no_other(ada, monkeypatch):
    real = Source.describe

    def refuse(self, csl):
        if csl["title"].startswith("Valerian"):
            raise ValueError("no such thing")
        real(self, csl)

    uploaded(ada)
    monkeypatch.setattr(Source, "describe", refuse)
    act(ada, Job.objects.get(), "step")
    assert fates(Job.objects.get()) == ["refused", "problem", "added"]


def test_the_report_is_a_table_in_which_nothing_calculates(ada):
    uploaded(ada, FILE.replace("Valerian and sleep", "=1+1 in sleep"))
    job = Job.objects.get()
    act(ada, job, "step")
    rows = list(csv.reader(StringIO(ada.get(f"/admin/evidence/job/{job.pk}/report.csv").content.decode())))
    assert rows[1][:4] == ["1", "1", "added", "'=1+1 in sleep"]
    assert len(rows) == 4


def test_an_upload_can_be_discarded_but_not_what_was_started(ada):
    uploaded(ada)
    job = Job.objects.get()
    act(ada, job, "discard")
    assert Job.objects.count() == 0
    uploaded(ada)
    job = Job.objects.get()
    act(ada, job, "step")
    act(ada, job, "discard")
    assert Job.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "fields", "told"),
    [
        (b"just words", {}, "its format is not known"),
        (b"", {}, "empty"),
        (b"words\0words", {}, "NUL"),
        (b"[]", {"format": "csl"}, "No record was found"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(ada, data, fields, told):
    assert told in uploaded(ada, data, "letter.doc", **fields).content.decode()
    assert Job.objects.count() == 0


def test_a_file_too_large_is_refused(ada, monkeypatch):
    monkeypatch.setattr(source_upload, "LARGEST", 10)
    assert "split it" in uploaded(ada).content.decode()
    monkeypatch.setattr(source_upload, "LARGEST", 10_000)
    monkeypatch.setattr(source_upload, "MOST", 2)
    assert "at most 2" in uploaded(ada).content.decode()


@pytest.mark.parametrize("what", ["step", "choose", "discard"])
def test_only_who_may_add_sources_brings_an_upload_on(cast, client, what):
    job = Job.prepare(JobKind.IMPORT, "x.ris", [{"n": 1, "line": 1, "csl": {"title": "T"}}], by=cast.ada)
    client.force_login(cast.cleo)
    assert client.post(f"/admin/evidence/job/{job.pk}/{what}/").status_code == 403
    assert client.get(f"/admin/evidence/job/{job.pk}/change/").status_code == 200
