"""No cache keeps what the rooms for staff answer; what readers get may be kept."""

import pytest

from tests import builders

pytestmark = pytest.mark.django_db
PLACES = (
    "/desk", "/desk/", "/desk/articles/lemon-balm/", "/desk/articles/none/", "/desk/nowhere", "/admin", "/admin/",
    "/admin/evidence/article/", "/admin/evidence/article/999999/change/", "/admin/login/", "/admin/nowhere/",
    "/admin/jsi18n/", "/admin/autocomplete/", "/accounts/login/", "/accounts/nowhere/",
)  # fmt: skip


@pytest.mark.parametrize("role", ["", "ada", "cleo", "rex"])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_of_the_staff_is_kept(cast, client, place, role):
    builders.article(cast.ada)
    if role:
        client.force_login(getattr(cast, role))
    assert client.get(place)["Cache-Control"] == "private, no-store"


def test_an_error_is_not_kept_either(cast, client, monkeypatch):
    client.force_login(cast.ada)
    client.raise_request_exception = False
    monkeypatch.setattr("reviews.desk.views.queues_of", None)
    answer = client.get("/desk/")
    assert (answer.status_code, answer["Cache-Control"]) == (500, "private, no-store")


def test_readers_pages_are_asked_after(cast, client):
    article = builders.published(cast)
    assert client.get(f"/reviews/{article.slug}/")["Cache-Control"] == "public, no-cache"
