"""The catalogue for readers is complete, and a site tunes rules only with its reasons shown."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from evidence.prose.lexicon import forget, lexicon
from reviews import checks
from reviews.apps import tunings_are_explained
from reviews.checks.examples import example
from reviews.flags import flagging
from reviews.flags.catalogue import as_markdown
from tests import builders


@pytest.fixture
def site(settings):
    """Set a site's own rules: site(CHECKS_OFF=…)."""

    def tune(**said):
        settings.VOUCH = {**settings.VOUCH, **said}
        forget()

    yield tune
    forget()


@pytest.mark.django_db
def test_every_rule_stands_in_the_public_catalogue(client):
    page = client.get("/how-we-check/").content.decode()
    assert [rule.code for rule in checks.catalogue() if f'id="{rule.code}"' not in page] == []


def test_the_documented_catalogue_is_up_to_date():
    assert (settings.BASE_DIR / "docs" / "checks.md").read_text(encoding="utf-8") == as_markdown()


@pytest.mark.django_db
def test_a_rule_is_switched_off_with_its_reason_shown(client, site):
    manuscript, circumstances = example("The difference was statistically significant.")
    site(CHECKS_OFF={"EF13": "Our readers are statisticians."})
    now = type(circumstances)(today=circumstances.today, settings={"CHECKS_OFF": {"EF13": "x"}})
    assert "EF13" in {found.code for found in checks.run(manuscript, circumstances)}
    assert "EF13" not in {found.code for found in checks.run(manuscript, now)}
    assert b"Our readers are statisticians." in client.get("/how-we-check/").content


def test_a_rule_is_given_another_severity():
    manuscript, circumstances = example("The difference was statistically significant.")
    now = type(circumstances)(
        today=circumstances.today, settings={"CHECKS_TUNED": {"EF13": ("block", "House rule.")}}
    )
    (found,) = [one for one in checks.run(manuscript, now) if one.code == "EF13"]
    assert found.severity == "block"


def test_a_site_adds_its_own_words(site):
    assert not lexicon("promotion").first("It is a wonder root.")
    site(LEXICON={"promotion": ["wonder root"]})
    assert lexicon("promotion").first("It is a wonder root.") == "wonder root"


@pytest.mark.django_db
def test_rechecking_is_shared_among_processes(cast):
    for number in range(3):
        builders.article(cast.ada, title=f"Review {number}")
    out = StringIO()
    for share in ("1/2", "2/2"):
        call_command("recheck", "--share", share, stdout=out)
    told = sorted(line.split()[0] for line in out.getvalue().splitlines() if "checked" in line)
    assert told == ["1", "2"]
    with pytest.raises(CommandError, match="1/2"):
        call_command("recheck", "--share", "3/2")


@pytest.mark.django_db
def test_a_stopped_recheck_says_how_to_go_on(cast, monkeypatch):
    first, second = (builders.article(cast.ada, title=f"Review {number}") for number in range(2))
    second.sections.filter(key="s5").update(body="")
    first.sections.filter(key="s5").update(body="")
    reconcile = flagging.reconcile

    def interrupted(article, earlier=None):
        if article == second:
            raise KeyboardInterrupt
        reconcile(article)

    monkeypatch.setattr(flagging, "reconcile", interrupted)
    out = StringIO()
    call_command("recheck", stdout=out)
    assert f"--after {first.pk}" in out.getvalue()
    assert first.flags.open().filter(code="ST1").exists()
    assert not second.flags.open().filter(code="ST1").exists()
    monkeypatch.setattr(flagging, "reconcile", reconcile)
    call_command("recheck", after=first.pk, stdout=out)
    assert second.flags.open().filter(code="ST1").exists()


@pytest.mark.django_db
def test_rechecking_brings_all_flags_in_step(cast):
    article = builders.article(cast.ada)
    article.sections.filter(key="s5").update(body="")
    out = StringIO()
    call_command("recheck", stdout=out)
    assert "1 articles checked" in out.getvalue()
    assert article.flags.open().filter(code="ST1").exists()
    call_command("recheck", after=article.pk, stdout=out)
    assert "0 articles checked" in out.getvalue()


def test_a_tuning_without_rule_severity_or_reason_is_refused_at_start(site):
    site(
        CHECKS_OFF={"XX9": "Never.", "EF13": " "},
        CHECKS_TUNED={"EF15": ("loud", "We shout.")},
        LEXICON={"praises": ["best"]},
    )
    assert [error.msg for error in tunings_are_explained(None)] == [
        "EF13: give the reason.",
        "EF15: give (severity, reason).",
        "XX9: there is no such check.",
        "praises: there is no such word list.",
    ]


@pytest.mark.django_db
def test_another_number_is_shown_with_its_reason(client, site):
    site(FEWEST_PEOPLE=40, NUMBERS_WHY={"FEWEST_PEOPLE": "Our trials are small."})
    page = client.get("/how-we-check/").content.decode()
    assert "FEWEST_PEOPLE is 40 on this site, usually 100: Our trials are small." in page


def test_a_site_takes_words_out(site):
    assert lexicon("promotion").first("It is amazing.")
    site(LEXICON={"promotion": ["-amazing"]})
    assert not lexicon("promotion").first("It is amazing.")
