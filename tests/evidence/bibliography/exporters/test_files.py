"""References as files: what readers get is the edition's, what editors get is the library's."""

import json

import pytest
from django.contrib import admin
from django.urls import reverse

from evidence.bibliography.importers import Record, read
from evidence.models import Source
from reviews.publishing import publication
from tests import builders

pytestmark = pytest.mark.django_db
ENDINGS = {"ris": "ris", "bib": "bibtex", "json": "csl"}


def titles(answer, ending):
    return [one.csl["title"] for one in read("x", answer.content, ENDINGS[ending]) if isinstance(one, Record)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_readers_get_the_references_of_the_edition_in_their_order(
    cast, client, ending, django_assert_num_queries
):
    article = builders.published(cast)
    Source.objects.filter(key="alder-2019").update(title="Changed since", csl={"title": "Changed since"})
    with django_assert_num_queries(1):
        answer = client.get(f"/reviews/{article.slug}/references.{ending}")
    assert titles(answer, ending) == ["Lemon balm and sleep", "Lemon balm in rats", "Lemon balm again"]
    assert answer["Content-Disposition"] == f'attachment; filename="lemon-balm.{ending}"'


def test_the_page_names_the_files(cast, client):
    article = builders.published(cast)
    page = client.get(f"/reviews/{article.slug}/").content.decode()
    assert all(f"/reviews/{article.slug}/references.{ending}" in page for ending in ENDINGS)


def test_a_withdrawn_page_has_no_references_any_more(cast, client):
    article = builders.published(cast)
    publication.withdraw(article, by=cast.eve, reason="Wrong throughout.")
    assert client.get(f"/reviews/{article.slug}/references.ris").status_code == 410


@pytest.mark.parametrize(
    ("ending", "media"),
    [
        ("ris", "application/x-research-info-systems"),
        ("bib", "application/x-bibtex"),
        ("json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_a_source_is_sent_as_what_it_is(cast, client, ending, media):
    builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    client.force_login(cast.cleo)
    answer = client.get(reverse("admin:evidence_source_export", args=[source.pk, ending]))
    assert answer["Content-Type"] == f"{media}; charset=utf-8"
    assert b"10.5555/alder.2019" in answer.content


def test_a_selection_is_one_file(cast, client):
    builders.article(cast.ada)
    client.force_login(cast.ada)
    said = {"action": "export_json", "_selected_action": list(Source.objects.values_list("pk", flat=True))}
    answer = client.post(reverse("admin:evidence_source_changelist"), said)
    assert [one["id"] for one in json.loads(answer.content)] == ["alder-2019", "birch-2021", "cedar-2010"]
    assert json.loads(answer.content)[0]["custom"]["vouch"]["design"] == "RCT"


def test_an_articles_references_come_from_its_draft(cast, client):
    article = builders.article(cast.ada)
    client.force_login(cast.ada)
    answer = client.get(reverse("admin:evidence_article_references", args=[article.pk, "bib"]))
    assert answer.content.decode().count("@article{") == 3


def test_a_key_of_another_library_does_not_name_the_record(cast, client):
    source = Source.objects.create(key="ours", title="T", csl={"id": "theirs", "title": "T", "type": "book"})
    client.force_login(cast.ada)
    answer = client.get(reverse("admin:evidence_source_export", args=[source.pk, "json"]))
    assert [one["id"] for one in json.loads(answer.content)] == ["ours"]
    assert "export_ris" in admin.site._registry[Source].get_actions(answer.wsgi_request)
