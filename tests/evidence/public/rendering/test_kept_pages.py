"""A page that a process keeps is sent again only as long as it is still the page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.public.rendering import kept
from reviews.publishing import publication
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(cast):
    return f"/reviews/{builders.published(cast).slug}/"


def test_a_kept_page_costs_one_query_that_leaves_its_body_where_it_is(client, address):
    first = client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).content == first.content
    assert len(asked) == 1


def test_a_notice_reaches_readers_of_a_kept_page(cast, client, address):
    client.get(address)
    article = builders.Round.objects.get().article
    publication.put_notice(article, by=cast.eve, kind="correction", text="A dose was wrong.")
    assert b"A dose was wrong." in client.get(address).content


def test_a_withdrawn_page_is_gone_though_it_was_kept(cast, client, address):
    client.get(address)
    publication.withdraw(builders.Round.objects.get().article, by=cast.eve, reason="Unsafe.")
    assert client.get(address).status_code == 410


def test_another_contact_address_makes_another_page(client, address, settings):
    before = client.get(address)
    settings.VOUCH = {**settings.VOUCH, "CONTACT": "desk@example.org"}
    after = client.get(address)
    assert b"desk@example.org" in after.content
    assert before["ETag"] != after["ETag"]


def test_a_reader_who_has_the_page_is_sent_nothing(client, address):
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)


def test_only_so_many_pages_are_kept(monkeypatch):
    monkeypatch.setattr(kept, "PAGES", 3)
    row = {"etag": "e", "edition__title": "T", "edition__body": "B", "notices": ""}
    for number in range(9):
        kept.keep(f"page-{number}", row)
    assert [bool(kept.kept(f"page-{number}").page) for number in range(9)] == [False] * 6 + [True] * 3


def test_a_huge_page_is_sent_and_not_kept(monkeypatch):
    monkeypatch.setattr(kept, "LARGEST", 10)
    row = {"etag": "e", "edition__title": "T", "edition__body": "B", "notices": ""}
    assert kept.keep("huge", row).page
    assert kept.kept("huge") == kept.NOTHING
