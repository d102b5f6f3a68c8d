"""The demonstration proves the walk, and can be set up again."""

import socket
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from evidence.models import Article, Citation, Edition, Revision, Source
from reviews.checks.evidence import SERIOUS
from reviews.models.state import State, state_of


@pytest.mark.django_db
def test_the_demo_is_walked_once_and_stays(client):
    for _again in range(2):
        call_command("demo", "--noserver", stdout=StringIO())
    assert Edition.objects.count() == 2
    states = {article.slug: state_of(article) for article in Article.objects.all()}
    assert states == {
        "creatine": State.LIVE,
        "hydroxychloroquine": State.LIVE_DRAFT,
        "noopept": State.IN_REVIEW,
        "noopept-rough": State.DRAFT,
    }
    call_command("verify_ledger", stdout=StringIO())


@pytest.mark.django_db
def test_readers_of_the_demo_meet_what_is_public_and_nothing_else(client):
    call_command("demo", "--noserver", stdout=StringIO())
    for slug in ("noopept", "noopept-rough"):
        assert client.get(f"/reviews/{slug}/").status_code == 404
    for slug in ("creatine", "hydroxychloroquine"):
        page = client.get(f"/reviews/{slug}/").content.decode()
        assert "Demonstration, no medical advice." in page
    assert "was retracted on 16 December 2024" in page


@pytest.mark.django_db
def test_the_demo_shows_what_is_wrong_and_what_was_mended():
    call_command("demo", "--noserver", stdout=StringIO())
    by_slug = {article.slug: article for article in Article.objects.all()}
    assert by_slug["noopept-rough"].flags.open().blocking().count() > 4
    assert not by_slug["noopept"].flags.open().blocking().exists()
    live = by_slug["hydroxychloroquine"].flags.open().on("live").blocking()
    assert [flag.code for flag in live] == ["SI1"]
    assert not by_slug["hydroxychloroquine"].flags.open().on("draft").blocking().exists()
    assert Revision.objects.filter(article__slug="hydroxychloroquine").count() == 2


@pytest.mark.django_db
def test_records_that_are_not_confirmed_say_so_and_nothing_is_said_to_be_read_but_what_an_approval_asks():
    call_command("demo", "--noserver", stdout=StringIO())
    assert Source.objects.filter(note__startswith="Unverified").exists()
    read = Citation.objects.exclude(verified_at=None)
    assert set(read.values_list("claim__article__slug", flat=True)) <= {"creatine", "hydroxychloroquine"}
    assert set(read.values_list("claim__kind", flat=True)) <= set(SERIOUS)
    assert set(read.values_list("verified_against", flat=True)) == {"elsewhere"}
    assert not Citation.objects.exclude(quote="").exists()


@pytest.mark.parametrize(("port", "said"), [("abc", "no port"), ("99999", "cannot be used")])
def test_a_port_that_cannot_be_used_is_named_first(port, said):
    with pytest.raises(CommandError, match=said):
        call_command("demo", port=port)


def test_a_port_in_use_is_named_first():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CommandError, match="choose another"):
            call_command("demo", port=str(other.getsockname()[1]))
