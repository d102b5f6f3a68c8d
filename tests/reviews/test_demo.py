"""The demonstration proves the walk, and can be set up again."""

from io import StringIO

import pytest
from django.core.management import call_command

from evidence.models import Article, Edition


@pytest.mark.django_db
def test_the_demo_is_walked_once_and_stays(client):
    for _again in range(2):
        call_command("demo", "--noserver", stdout=StringIO())
    assert Edition.objects.count() == 1
    assert client.get("/reviews/creatine/").status_code == 200
    assert client.get("/reviews/noopept/").status_code == 404
    assert Article.objects.get(slug="noopept").flags.open().blocking().count() > 4
    call_command("verify_ledger", stdout=StringIO())
