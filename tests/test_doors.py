"""Who gets through which door: every page × every role."""

import re
from datetime import date

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.urls import get_resolver, resolve

from evidence.models import Job, Outcome, Source, Topic
from evidence.vocabulary import JobKind
from reviews.models import Waiver
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders
from tests.desk import press

ROLES = ("reader", "ada", "cleo", "eve")
TABLE = {
    "/": (200, 200, 200, 200),
    "/feed/": (200, 200, 200, 200),
    "/sitemap.xml": (200, 200, 200, 200),
    "/robots.txt": (200, 200, 200, 200),
    "/how-we-check/": (200, 200, 200, 200),
    "/accounts/login/": (200, 200, 200, 200),
    "/reviews/": (302, 302, 302, 302),
    "/topics/none/": (404, 404, 404, 404),
    "/reviews/lemon-balm/": (404, 404, 404, 404),
    "/reviews/lemon-balm/references.ris": (404, 404, 404, 404),
    "/reviews/lemon-balm/history/": (404, 404, 404, 404),
    "/desk/": (302, 200, 200, 200),
    "/desk/interests/made-up/": (404, 404, 404, 404),
    "/desk/articles/lemon-balm/": (302, 200, 200, 200),
    "/desk/articles/lemon-balm/citations/1/verify/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/citations/1/confirm/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/flags/1/waive/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/waivers/1/agree/": (302, 405, 405, 405),
    "/desk/articles/lemon-balm/decisions/1/confirm/": (302, 405, 405, 405),
    "/admin/evidence/source/{source}/record-update/": (302, 200, 403, 200),
    "/admin/evidence/source/{source}/reach/": (302, 200, 200, 200),
    "/admin/evidence/source/{source}/take/design/": (302, 405, 405, 405),
    "/admin/evidence/source/alike/": (302, 200, 403, 403),
    "/admin/evidence/source/{source}/compare/{source}/": (302, 200, 403, 403),
    "/desk/articles/lemon-balm/submit/": (302, 405, 405, 405),
    "/reviews/lemon-balm/editions/1/": (404, 404, 404, 404),
    "/reviews/lemon-balm/editions/2/changes/": (404, 404, 404, 404),
    "/admin/evidence/article/import/": (302, 200, 403, 403),
    "/admin/evidence/article/1/drop-unplaced/": (302, 405, 405, 405),
    "/admin/evidence/article/{article}/write/": (302, 200, 403, 403),
    "/admin/evidence/article/{article}/write/sections/s1/": (302, 200, 403, 403),
    "/admin/evidence/article/{article}/write/sections/s1/sentences/0/": (302, 200, 403, 403),
    "/admin/evidence/article/{article}/write/sections/s1/sentences/0/sources/": (302, 200, 403, 403),
    "/admin/evidence/article/{article}/write/sections/s1/claim/": (302, 405, 405, 405),
    "/admin/evidence/article/1/move/sections/1/up/": (302, 405, 405, 405),
    "/admin/evidence/outcome/{outcome}/wording/": (302, 200, 200, 200),
    "/admin/evidence/outcome/{outcome}/rate/": (302, 200, 200, 403),
    "/admin/evidence/outcome/{outcome}/ratings/": (302, 200, 200, 200),
    "/admin/reviews/flag/laboratory/": (302, 200, 200, 200),
    "/admin/reviews/flag/laboratory/EF15/": (302, 200, 200, 200),
    "/admin/reviews/flag/laboratory/EF15/dry-run/": (302, 405, 405, 405),
    "/admin/auth/user/": (302, 403, 403, 403),
    "/admin/": (302, 200, 200, 200),
    "/admin/evidence/article/add/": (302, 200, 403, 403),
    "/admin/evidence/source/add/": (302, 200, 403, 403),
    "/admin/evidence/source/{source}/source.ris": (302, 200, 200, 200),
    "/admin/evidence/source/{source}/source.exe": (302, 404, 404, 404),
    "/admin/evidence/article/{article}/references.bib": (302, 200, 200, 200),
    "/admin/evidence/source/upload/": (302, 200, 403, 403),
    "/admin/evidence/job/1/step/": (302, 405, 405, 405),
    "/admin/evidence/job/1/choose/": (302, 405, 405, 405),
    "/admin/evidence/job/1/discard/": (302, 405, 405, 405),
    "/admin/evidence/job/{job}/report.csv": (302, 200, 200, 200),
    "/admin/evidence/source/look-up/": (302, 302, 403, 403),
    "/admin/evidence/source/{source}/look-up/": (302, 200, 403, 403),
    "/admin/evidence/event/": (302, 200, 200, 200),
    "/admin/evidence/edition/add/": (302, 403, 403, 403),
}
EVERYBODY, EDITORS_ONLY, NOBODY = (200, 200, 200), (200, 403, 403), (403, 403, 403)
# model → list, add, change, delete, each as Ada (editor), Cleo (reviewer) and Eve (publisher) find it
ADMIN = {
    "auth/group": (NOBODY, NOBODY, NOBODY, NOBODY),
    "auth/user": (NOBODY, NOBODY, NOBODY, NOBODY),
    "evidence/topic": (EVERYBODY, EDITORS_ONLY, EVERYBODY, EDITORS_ONLY),
    "evidence/revision": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/edition": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/publication": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/notice": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/consensus": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/event": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/sourceupdate": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/job": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "evidence/article": (EVERYBODY, EDITORS_ONLY, EVERYBODY, NOBODY),
    "evidence/section": (EVERYBODY, EDITORS_ONLY, EVERYBODY, EDITORS_ONLY),
    "evidence/claim": (EVERYBODY, NOBODY, EVERYBODY, EDITORS_ONLY),
    "evidence/outcome": (EVERYBODY, EDITORS_ONLY, EVERYBODY, EDITORS_ONLY),
    "evidence/contributor": (EVERYBODY, EDITORS_ONLY, EVERYBODY, EDITORS_ONLY),
    "evidence/declaration": (EVERYBODY, EDITORS_ONLY, EVERYBODY, NOBODY),
    "evidence/source": (EVERYBODY, EDITORS_ONLY, EVERYBODY, NOBODY),
    "reviews/round": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/assignment": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/decision": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/point": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/answer": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/flag": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
    "reviews/waiver": (EVERYBODY, NOBODY, EVERYBODY, NOBODY),
}
# Django's own: its log-in and log-out, the start page, the catch-all that answers 404.
DJANGOS = {"accounts/logout/", "admin/login/", "admin/logout/", "admin/password_change/", "admin/jsi18n/",
           "admin/password_change/done/", "admin/autocomplete/"}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("place", TABLE)
def test_doors(cast, client, place):
    article = builders.article(cast.ada)
    job = Job.prepare(JobKind.IMPORT, "x.ris", [], by=cast.ada)
    rows = {
        "article": article,
        "source": Source.objects.first(),
        "outcome": Outcome.objects.first(),
        "job": job,
    }
    keys = {name: row.pk for name, row in rows.items()}
    got = []
    for role in ROLES:
        if role != "reader":
            client.force_login(getattr(cast, role))
        got.append(client.get(place.format(**keys)).status_code)
    assert tuple(got) == TABLE[place]


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [("ada", 403), ("cleo", 403), ("eve", 302)])
def test_only_a_publisher_publishes(cast, client, role, status):
    builders.approved(cast)
    client.force_login(getattr(cast, role))
    assert press(client, "publish", {"publish-change_type": "first_edition"}).status_code == status


@pytest.mark.django_db
def test_the_database_has_all_its_guards():
    call_command("check", databases=["default"], fail_level="WARNING")


@pytest.mark.django_db
def test_the_doors_of_the_admin(cast, client):
    everything_there_is(cast)
    found = {}
    for role in ROLES[1:]:
        client.force_login(getattr(cast, role))
        for model in admin.site._registry:
            name = f"{model._meta.app_label}/{model._meta.model_name}"
            row = model._default_manager.first()
            assert row, f"{name}: no row to knock with"
            for number, page in enumerate(("", "add/", f"{row.pk}/change/", f"{row.pk}/delete/")):
                status = client.get(f"/admin/{name}/{page}").status_code
                found.setdefault(name, [(), (), (), ()])[number] += (status,)
    assert {name: tuple(pages) for name, pages in found.items()} == ADMIN


@pytest.mark.django_db
@pytest.mark.parametrize("name", ADMIN)
def test_a_reader_sees_nothing_of_the_admin(client, name):
    assert client.get(f"/admin/{name}/").status_code == 302
    assert client.get(f"/admin/{name}/add/").status_code == 302


def test_every_door_is_in_a_table():
    keys = dict.fromkeys(("source", "job", "article", "outcome"), 1)
    known = {resolve(place.format(**keys)).route for place in TABLE} | DJANGOS
    own = {route for route in _routes(get_resolver().url_patterns) if not _is_of_the_admin(route)}
    assert own - known == set()


def _routes(patterns, before=""):
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def _is_of_the_admin(route):
    """The pages that Django makes for every model: the table ADMIN knocks at them. Ours have longer names."""
    generic = r"admin/\w+/\w+/(|add/|<path:object_id>/((history|change|delete)/)?|<id>/password/)"
    return re.fullmatch(generic, route) or route.startswith(("admin/r/", "admin/^", "admin/(?P<url>"))


def everything_there_is(cast):
    """At least one row of every noun."""
    article = builders.published(cast, builders.sent_back(cast))
    source = article.claims.get(key="c3").citations.get().source
    recording.record_update(source, "correction", by=cast.eve, asserted_by="Crossref")
    publication.put_notice(article, by=cast.eve, kind="correction", text="A table was corrected.")
    Topic.objects.create(name="Sleep", slug="sleep")
    Job.prepare(JobKind.IMPORT, "x.ris", [], by=cast.ada)
    builders.agreed(cast, article)
    flag = article.flags.raised().filter(severity="warn").first() or article.flags.raised().first()
    Waiver.give(flag, by=cast.ada, reason="The dose follows in the next edition.", until=date(2099, 1, 1))
