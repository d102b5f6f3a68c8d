"""What is deleted in the admin is written down with all that goes with it, and what readers rest on stays."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from evidence.models import Comparison, Event, Source, Topic
from evidence.models.comparison import Answer
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client, cast):
    client.force_login(cast.ada)
    return client


def delete(client, row):
    return client.post(
        reverse(f"admin:evidence_{row._meta.model_name}_delete", args=[row.pk]), {"post": "yes"}
    )


def test_a_source_goes_with_what_was_said_of_it(ada, cast):
    one, other = (Source.objects.create(key=key, title=key, csl={"title": key}) for key in ("one", "other"))
    Comparison.give(one, other, Answer.DIFFERENT, by=cast.ada)
    delete(ada, other)
    assert list(Source.objects.filter(key__in=["one", "other"])) == [one]
    assert Event.objects.filter(verb="source.deleted", subject="source:other").count() == 1
    call_command("verify_ledger", stdout=StringIO())


def test_a_topic_stays_while_readers_find_pages_under_it(ada, cast):
    topic = Topic.objects.create(name="Sleep", slug="sleep")
    draft = builders.article(cast.ada)
    draft.topics.add(topic)
    builders.published(cast, draft)
    assert delete(ada, topic).status_code == 403
    unused = Topic.objects.create(name="Memory", slug="memory")
    delete(ada, unused)
    assert list(Topic.objects.all()) == [topic]
