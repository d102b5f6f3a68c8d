"""The house that is attacked stands until the last attack of a file."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, transaction

from evidence.models import Article
from tests.reviews.publishing.house import ARTICLES, house

LAST = {"page": "evidence_publication", "round": "reviews_round", "edition": "evidence_edition"}


@pytest.fixture(scope="module")
def ids(django_db_setup, django_db_blocker):
    """name → id of everything that an attack names."""
    with django_db_blocker.unblock(), transaction.atomic():
        house()
        yield _ids()
        transaction.set_rollback(True)


def _ids():
    found = {user.username: user.pk for user in get_user_model().objects.all()}
    found |= {one.slug: one.pk for one in Article.objects.filter(slug__in=ARTICLES)}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table whose checks at commit are still to come is not emptied, whoever guards it.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        for word, table in LAST.items():
            for slug in ARTICLES:
                cursor.execute(f"SELECT MAX(id) FROM {table} WHERE article_id = %s", [found[slug]])
                found[f"{word}:{slug}"] = cursor.fetchone()[0]
    return found
