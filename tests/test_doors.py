"""Who gets through which door: every page × every role."""

import pytest
from django.core.management import call_command

from evidence.models import Source
from tests import builders

ROLES = ("reader", "ada", "cleo", "eve")
TABLE = {
    "/": (200, 200, 200, 200),
    "/feed/": (200, 200, 200, 200),
    "/sitemap.xml": (200, 200, 200, 200),
    "/robots.txt": (200, 200, 200, 200),
    "/how-we-check/": (200, 200, 200, 200),
    "/accounts/login/": (200, 200, 200, 200),
    "/topics/none/": (404, 404, 404, 404),
    "/reviews/lemon-balm/": (404, 404, 404, 404),
    "/reviews/lemon-balm/history/": (404, 404, 404, 404),
    "/desk/": (302, 200, 200, 200),
    "/desk/articles/lemon-balm/": (302, 200, 200, 200),
    "/desk/articles/lemon-balm/citations/1/verify/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/flags/1/waive/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/waivers/1/agree/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/decisions/1/confirm/": (302, 405, 405, 405),
    "/admin/evidence/source/{source}/record-update/": (302, 200, 403, 200),
    "/desk/articles/lemon-balm/submit/": (302, 405, 405, 405),
    "/reviews/lemon-balm/editions/1/": (404, 404, 404, 404),
    "/reviews/lemon-balm/editions/2/changes/": (404, 404, 404, 404),
    "/admin/evidence/article/import/": (302, 200, 403, 403),
    "/admin/evidence/article/1/drop-unplaced/": (302, 405, 405, 405),
    "/admin/evidence/section/1/move/up/": (302, 405, 405, 405),
    "/admin/auth/user/": (302, 403, 403, 403),
    "/admin/": (302, 200, 200, 200),
    "/admin/evidence/article/add/": (302, 200, 403, 403),
    "/admin/evidence/source/add/": (302, 200, 403, 403),
    "/admin/evidence/event/": (302, 200, 200, 200),
    "/admin/evidence/edition/add/": (302, 403, 403, 403),
}


@pytest.mark.django_db
@pytest.mark.parametrize("place", TABLE)
def test_doors(cast, client, place):
    builders.article(cast.ada)
    source = Source.objects.first()
    got = []
    for role in ROLES:
        if role != "reader":
            client.force_login(getattr(cast, role))
        got.append(client.get(place.format(source=source.pk)).status_code)
    assert tuple(got) == TABLE[place]


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [("ada", 403), ("cleo", 403), ("eve", 302)])
def test_only_a_publisher_publishes(cast, client, role, status):
    current = builders.approved(cast)
    client.force_login(getattr(cast, role))
    address = f"/desk/articles/{current.article.slug}/publish/"
    assert client.post(address, {"publish-change_type": "first_edition"}).status_code == status


@pytest.mark.django_db
def test_the_database_has_all_its_guards():
    call_command("check", databases=["default"], fail_level="WARNING")
