"""Pages cost as many queries with many rows as with few."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders
from tests.test_doors import everything_there_is

pytestmark = pytest.mark.django_db
LISTS = tuple(f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in admin.site._registry)
PAGES = ("/", "/desk/", "/feed/", "/sitemap.xml", "/how-we-check/", "/admin/reviews/flag/laboratory/")


def queries(client, page):
    client.get(page)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(page).status_code == 200
    return len(caught)


def test_more_rows_cost_no_more_queries(cast, client):
    everything_there_is(cast)
    builders.in_review(cast, builders.article(cast.ada, title="One more review"))
    client.force_login(cast.rex)
    few = {page: queries(client, page) for page in (*LISTS, *PAGES)}
    for number in range(3):
        article = builders.article(cast.ada, title=f"Review {number}")
        if number:
            builders.published(cast, article)
        else:
            builders.in_review(cast, article)
    many = {page: queries(client, page) for page in (*LISTS, *PAGES)}
    assert {page: (few[page], many[page]) for page in few if many[page] > few[page]} == {}
    assert max(many.values()) <= 25
