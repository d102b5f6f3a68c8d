"""The laboratory: figures of each rule, and a dry run that changes nothing, in steps that can be stopped."""

import pytest

from evidence.models import Event, Section
from reviews.flags import flagging, laboratory
from reviews.flags.trials import OFF, Change
from reviews.models import Flag, Waiver
from tests import builders

pytestmark = pytest.mark.django_db
PAGE = "/admin/reviews/flag/laboratory/EF15/"
RUN = PAGE + "dry-run/"
PRAISE = "Lemon balm is an amazing wonder root.[^c9]"


@pytest.fixture
def praised(cast):
    articles = [builders.article(cast.ada, title=f"Review {number}") for number in range(3)]
    for article in articles[:2]:
        say(article, PRAISE, cast.ada)
    return articles


def say(article, body, by):
    article.sections.filter(key="s2").update(body=body)
    article.revise(by=by)
    flagging.reconcile(article)


def begin(client, **said):
    return client.post(RUN, {"state": "own", "lexicon": "promotion", **said}, follow=True).content.decode()


def test_a_rule_has_its_figures(cast, praised):
    say(praised[0], "In rats it slowed an enzyme.[^c2]", cast.ada)
    say(praised[0], PRAISE, cast.ada)
    say(praised[1], "In rats it slowed an enzyme.[^c2]", cast.ada)
    flag = Flag.objects.open().get(code="EF15")
    Waiver.give(
        flag, by=cast.ada, reason="A quotation follows in the next edition.", until=builders.date(2999, 1, 1)
    )
    assert laboratory.figures()["EF15"] == {"raised": 3, "fixed": 1, "waived": 1, "open": 0, "live": 0}


def test_a_rule_switched_off_has_mended_nothing(praised, settings):
    settings.VOUCH = {**settings.VOUCH, "CHECKS_OFF": {"EF15": "We praise."}}
    flagging.reconcile_all(praised)
    assert laboratory.figures()["EF15"] == {"raised": 2, "fixed": 0, "waived": 0, "open": 0, "live": 0}


def test_the_page_says_what_the_rule_says_and_what_the_site_made_of_it(cast, client, settings):
    settings.VOUCH = {**settings.VOUCH, "CHECKS_TUNED": {"EF15": ("info", "Our readers like praise.")}}
    client.force_login(cast.cleo)
    page = client.get(PAGE).content.decode()
    for words in ("Absolute promises", "Our readers like praise.", "It cures migraine.", "HONcode"):
        assert words in page
    assert "Begin the dry run" not in page


def test_a_dry_run_names_the_articles_and_the_words(cast, client, praised):
    client.force_login(cast.ada)
    page = begin(client, added="wonder root")
    assert "3 of 3 articles tried" in page and "Newly flagged: 2; cleared: 0" in page
    assert f"/admin/evidence/article/{praised[0].pk}/change/" in page
    assert f"/admin/evidence/article/{praised[2].pk}/change/" not in page
    assert "“wonder root”" in page


def test_a_dry_run_changes_nothing(cast, client, praised):
    client.force_login(cast.ada)
    before = list(Flag.objects.values()), Event.objects.count()
    assert "cleared: 2" in begin(client, state=OFF)
    assert (list(Flag.objects.values()), Event.objects.count()) == before


def test_a_live_page_is_tried_as_well_as_its_draft(cast):
    article = builders.published(cast)
    run = laboratory.DryRun(Change("SR3", words=(("regulatory", ("nobody", "thin", "evidence")),)))
    run.step()
    assert {row[1] for row in run.rows if row[0] == article.pk} <= {"draft", "live"}
    off = laboratory.DryRun(Change("SI14", OFF))
    off.step()
    assert [row[1] for row in off.rows] == ["draft", "live"]


def test_a_run_stops_when_its_time_is_up_and_goes_on_where_it_stopped(praised):
    run, seconds = laboratory.DryRun(Change("EF15", OFF)), iter(range(100))
    run.step(seconds=1, clock=lambda: next(seconds))
    assert (run.done, run.after, run.finished) == (1, praised[0].pk, False)
    run = laboratory.DryRun.from_plain(run.plain())
    run.step()
    assert (run.done, run.cleared, run.finished) == (3, 2, True)


def test_a_stopped_run_waits_and_is_gone_on_with_or_given_up(cast, client, praised, monkeypatch):
    monkeypatch.setattr(laboratory.DryRun.step, "__defaults__", (0, laboratory.time.monotonic))
    client.force_login(cast.ada)
    assert "1 of 3 articles tried" in begin(client, state=OFF)
    assert "is waiting" in client.get("/admin/reviews/flag/laboratory/").content.decode()
    assert "2 of 3 articles tried" in client.post(RUN, {"go_on": "1"}, follow=True).content.decode()
    client.post(RUN, {"end": "1"})
    assert "articles tried" not in client.get(PAGE).content.decode()
    assert "begin a new one" in client.post(RUN, {"go_on": "1"}, follow=True).content.decode()


def test_a_change_that_changes_nothing_is_sent_back(cast, client, praised):
    client.force_login(cast.ada)
    assert (
        "Nothing would change" in client.post(RUN, {"state": "own", "lexicon": "promotion"}).content.decode()
    )
    assert "is not one of the available choices" in client.post(RUN, {"state": "loud"}).content.decode()


@pytest.mark.parametrize(("who", "status"), [("ada", 302), ("eve", 302), ("cleo", 403)])
def test_reviewers_look_and_do_not_try(cast, client, who, status):
    client.force_login(getattr(cast, who))
    assert client.post(RUN, {"state": OFF}).status_code == status


def test_an_unknown_rule_is_not_found(cast, client):
    client.force_login(cast.ada)
    assert client.get("/admin/reviews/flag/laboratory/XX9/").status_code == 404
    assert client.post("/admin/reviews/flag/laboratory/XX9/dry-run/", {"state": OFF}).status_code == 404


def test_a_run_of_another_release_is_forgotten(cast, client):
    client.force_login(cast.ada)
    session = client.session
    session["dry_run"] = {"change": {"code": "EF15", "colour": "red"}}
    session.save()
    assert client.get(PAGE).status_code == 200


def test_many_rows_are_counted_and_the_first_are_shown(praised, monkeypatch):
    monkeypatch.setattr(laboratory, "SHOWN", 1)
    run = laboratory.DryRun(Change("EF15", OFF))
    run.step()
    assert (len(run.rows), run.touched) == (1, 2)
    assert Section.objects.exists()
