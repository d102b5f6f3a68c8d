"""Sources are watched: what the services and Retraction Watch say of them reaches flags and readers."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from evidence.models import Notice, Source, SourceUpdate
from reviews.flags import flagging
from reviews.watching import recording, refreshing
from reviews.watching.refreshing import refresh
from tests import builders
from tests.evidence.bibliography.updates.test_assertions import comment, update
from tests.evidence.bibliography.updates.test_retraction_watch import HEAD, line
from tests.services import answers

pytestmark = pytest.mark.django_db
DOI, TITLE = "10.5555/alder.2019", "Lemon balm and sleep"


@pytest.fixture
def article(cast):
    return builders.published(cast)


@pytest.fixture
def source(article):
    return Source.objects.get(doi=DOI)


@pytest.fixture
def answering(service):
    service.says(f"/works/{DOI}", answers.crossref(doi=DOI, title=[TITLE]))
    service.says("/esearch.fcgi", answers.searched())
    return service


def retract(service):
    updated = {"updated-by": [update("retraction")]}
    service.says(f"/works/{DOI}", answers.crossref(doi=DOI, title=[TITLE], **updated))


def run(*args, **options):
    out = StringIO()
    call_command("refresh_sources", *args, stdout=out, **options)
    return out.getvalue()


def test_no_news_is_written_down_too(source, answering):
    news = refresh(source)
    source.refresh_from_db()
    assert (news.recorded, news.told, news.failed) == ((), (), False)
    assert source.resolved == {"title": TITLE, "year": 2019, "service": "Crossref"}
    assert source.checked_at


def test_a_retraction_reaches_the_readers_and_the_flags_at_once(source, article, answering, client):
    retract(answering)
    (recorded,) = refresh(source).recorded
    assert (recorded.type, recorded.asserted_by, recorded.recorded_by) == (
        "retraction",
        "Crossref (publisher)",
        None,
    )
    assert b"was retracted" in client.get(f"/reviews/{article.slug}/").content
    assert "SI1" in {flag.code for flag in article.flags.on("live").open()}


def test_asking_again_records_nothing_twice(source, answering):
    retract(answering)
    refresh(source)
    assert refresh(source).recorded == ()
    assert (SourceUpdate.objects.count(), Notice.objects.count()) == (1, 1)


def test_a_second_witness_is_recorded_but_readers_are_told_once(cast, source):
    for witness in ("PubMed", "Retraction Watch"):
        recording.record_update(source, "retraction", by=cast.eve, asserted_by=witness)
    assert (SourceUpdate.objects.count(), Notice.objects.count()) == (2, 1)


def test_an_answer_about_another_work_is_told_and_recorded_nowhere(source, article, answering):
    updated = {"updated-by": [update("retraction")]}
    answering.says(f"/works/{DOI}", answers.crossref(doi=DOI, title=["Valerian in horses"], **updated))
    news = refresh(source)
    assert news.recorded == ()
    assert "Valerian in horses" in news.told[0]
    assert "SI10" in {flag.code for flag in article.flags.on("live").open()}


def test_pubmed_adds_what_crossref_does_not_say(source, answering):
    answering.says("/esearch.fcgi", answers.searched("31"))
    more = f"<CommentsCorrectionsList>{comment('ErratumIn')}</CommentsCorrectionsList>"
    answering.says("/efetch.fcgi", answers.pubmed(pmid="31", doi=DOI, title=TITLE, more=more))
    assert [(one.type, one.asserted_by) for one in refresh(source).recorded] == [("erratum", "PubMed")]


def test_a_notice_in_the_library_speaks_of_the_paper_and_not_of_itself(source, answering):
    notice = Source.objects.create(key="notice", title="Retraction: Lemon balm", doi="10.5555/notice")
    notice.describe({"title": "Retraction: Lemon balm"})
    notice.save()
    work = answers.crossref(
        doi="10.5555/notice",
        title=["Retraction: Lemon balm"],
        **{"update-to": [update("retraction", doi=DOI)]},
    )
    answering.says("/works/10.5555/notice", work)
    refresh(notice)
    assert SourceUpdate.objects.get().source == source


def test_a_preprint_is_linked_with_its_version_of_record(source, answering):
    preprint = Source.objects.create(key="pre", title=TITLE, doi="10.5555/pre", csl={"title": TITLE})
    relation = {"is-preprint-of": [{"id-type": "doi", "id": DOI}]}
    answering.says(
        "/works/10.5555/pre", answers.crossref(doi="10.5555/pre", title=[TITLE], relation=relation)
    )
    refresh(preprint)
    preprint.refresh_from_db()
    assert preprint.published_as == source


def test_an_address_that_fails_twice_is_flagged_until_it_answers(cast, service):
    article = builders.article(cast.ada)
    source = article.claims.get(key="c3").citations.get().source
    source.csl["URL"] = f"{service.address}/tea"
    source.doi = ""
    source.save()
    codes = []
    for status in (404, 404, 200):
        service.says("/tea", "tea", status=status)
        source.refresh_from_db()
        refresh(source)
        codes.append("SI12" in {flag.code for flag in article.flags.open()})
    assert codes == [False, True, False]


def test_a_service_that_is_down_is_asked_another_time(source, service):
    service.says(f"/works/{DOI}", "", status=503)
    service.says("/esearch.fcgi", "", status=503)
    service.says(f"/openalex/works/doi:{DOI}", "", status=503)
    assert refresh(source).failed
    source.refresh_from_db()
    assert source.checked_at is None


def test_the_command_asks_for_all_once_and_goes_on_where_it_was(source, answering):
    Source.objects.exclude(pk=source.pk).update(checked_at=timezone.now())
    retract(answering)
    assert "alder-2019: Retraction (Crossref (publisher))\n1 updates recorded, 0 troubles." in run()
    asked = len(answering.asked)
    assert "0 updates recorded, 0 troubles." in run()
    assert len(answering.asked) == asked


@pytest.mark.parametrize("only", ["alder-2019", "lemon-balm"])
def test_the_command_asks_for_one_source_or_an_articles(source, article, answering, only):
    retract(answering)
    assert "alder-2019: Retraction" in run(only=article.slug if only == "lemon-balm" else only)


def test_the_command_says_what_it_does_not_know(article):
    with pytest.raises(CommandError, match="no source and no article 'nobody'"):
        run(only="nobody")


def test_the_command_gives_up_when_nobody_answers(article, service):
    for number in range(6):
        Source.objects.create(key=f"s{number}", title="x", doi=f"10.5555/{number}")
    service.says("/esearch.fcgi", "", status=503)
    for source in Source.objects.all():
        service.says(f"/works/{source.doi}", "", status=503)
        service.says(f"/openalex/works/doi:{source.doi}", "", status=503)
    with pytest.raises(CommandError, match="No service answers"):
        run()


def test_what_was_stopped_between_update_and_flags_is_finished(cast, article, source, monkeypatch):
    def stopped(article):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(flagging, "reconcile", stopped)
        with pytest.raises(KeyboardInterrupt):
            recording.record_update(source, "retraction", by=cast.eve, asserted_by="PubMed")
    assert Notice.objects.count() == 1
    assert not article.flags.on("live").open().filter(code="SI1").exists()
    assert recording.settle_all() == 1
    assert article.flags.on("live").open().filter(code="SI1").exists()
    assert recording.settle_all() == 0


def test_a_run_that_is_stopped_goes_on_with_the_rest(article, service, monkeypatch):
    asked, look_up_by = [], refreshing.look_up_by

    def stopped_at_the_second(**identifier):
        if len(asked) == 1:
            asked.append("stopped")
            raise KeyboardInterrupt
        asked.append(identifier["doi"])
        return look_up_by(**identifier)

    for source in Source.objects.all():
        service.says(f"/works/{source.doi}", answers.crossref(doi=source.doi, title=[source.title]))
    service.says("/esearch.fcgi", answers.searched())
    monkeypatch.setattr(refreshing, "look_up_by", stopped_at_the_second)
    assert "Stopped. The same command goes on from here." in run()
    run()
    assert asked[1] == "stopped"
    assert sorted([asked[0], *asked[2:]]) == sorted(Source.objects.values_list("doi", flat=True))


@pytest.fixture
def watched(tmp_path):
    def written(*lines):
        path = tmp_path / "watch.csv"
        path.write_text("\n".join((HEAD, *lines)))
        return path

    return written


def test_the_data_set_is_read_against_the_library(source, article, watched):
    path = watched(line(doi="10.1/none"), line(doi=DOI, pmid="0"), line("Correction", doi=DOI, pmid="0"))
    assert run(retraction_watch=path).endswith("2 updates recorded, 0 troubles.\n")
    assert {(one.type, one.asserted_by) for one in source.updates.all()} == {
        ("retraction", "Retraction Watch"),
        ("correction", "Retraction Watch"),
    }
    assert "0 updates recorded" in run(retraction_watch=path)


def test_a_reinstated_paper_bears_again(source, article, watched):
    run(retraction_watch=watched(line(doi=DOI, pmid="0")))
    assert "SI1" in {flag.code for flag in article.flags.on("live").open()}
    run(retraction_watch=watched(line("Reinstatement", day="7/1/2021 0:00", doi=DOI, pmid="0")))
    assert "SI1" not in {flag.code for flag in article.flags.on("live").open()}
    assert source not in Source.objects.retracted()


def test_a_number_that_belongs_to_another_title_is_told_with_its_line(source, watched):
    said = run(retraction_watch=watched(line(doi=DOI, pmid="0").replace("Lemon balm, and sleep", "Horses")))
    assert "line 2: Its identifiers are those of “Lemon balm and sleep”, its title is “Horses”" in said
    assert not SourceUpdate.objects.exists()


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(CommandError, match=r"other\.csv: The columns .* are missing"):
        run(retraction_watch=path)
