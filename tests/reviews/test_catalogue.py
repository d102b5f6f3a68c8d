"""The catalogue for readers is complete, and a site tunes rules only with its reasons shown."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command

from evidence.prose.lexicon import forget, lexicon
from reviews import checks
from reviews.catalogue import as_markdown
from reviews.checks.examples import example
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
def test_rechecking_brings_all_flags_in_step(cast):
    article = builders.article(cast.ada)
    article.sections.filter(key="s5").update(body="")
    out = StringIO()
    call_command("recheck", stdout=out)
    assert "1 articles checked" in out.getvalue()
    assert article.flags.open().filter(code="ST1").exists()
    call_command("recheck", after=article.pk, stdout=out)
    assert "0 articles checked" in out.getvalue()
