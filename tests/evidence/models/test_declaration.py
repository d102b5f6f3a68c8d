"""Nobody declares the interests of another person: they do so themselves, or the record says where they did."""

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from evidence.errors import Refused
from evidence.models import Contributor, Declaration, Event
from tests import builders

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
LETTER = "Letter to the editors of 3 May 2026"


def last_event(**which):
    return Event.objects.filter(verb="interests.declared", **which).order_by("-number").first()


def test_everybody_declares_for_themself(cast):
    made = Declaration.declare(cast.ada.contributor, by=cast.ada, interests=" Shares of a tea seller. ")
    assert (made.interests, made.declared_by, made.declared_where) == (
        "Shares of a tea seller.",
        cast.ada,
        "",
    )
    assert made.declared_on == timezone.localdate()


@pytest.mark.parametrize("where", ["", "   "])
@pytest.mark.parametrize("who", ["ben", "eve", "kim", "rex", None])
def test_nobody_declares_for_somebody_else(cast, who, where):
    by = getattr(cast, who) if who else None
    before = Declaration.objects.count(), Event.objects.count()
    with pytest.raises(Refused, match="say where Ada Lind declared them"):
        Declaration.declare(cast.ada.contributor, by=by, none_declared=True, where=where)
    assert (Declaration.objects.count(), Event.objects.count()) == before


def test_nobody_is_themself_where_there_is_no_login(cast):
    guest = Contributor.objects.create(key="guest", name="Gil Guest")
    with pytest.raises(Refused):
        Declaration.declare(guest, by=cast.ada, none_declared=True)
    with pytest.raises(Refused):
        Declaration.declare(guest, by=None, none_declared=True)


def test_what_somebody_declared_elsewhere_is_recorded_with_its_place(cast):
    made = Declaration.declare(cast.ada.contributor, by=cast.ben, none_declared=True, where=LETTER)
    assert (made.declared_by, made.declared_where) == (cast.ben, LETTER)
    assert last_event().actor == cast.ben.pk


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"interests": "  "},
        {"none_declared": True, "interests": "Shares."},
        {"none_declared": True, "on": timezone.localdate() + timedelta(days=1)},
    ],
)
def test_what_is_no_declaration_is_none(cast, said):
    before = Declaration.objects.count()
    with pytest.raises(Refused):
        Declaration.declare(cast.ada.contributor, by=cast.ada, **said)
    assert Declaration.objects.count() == before


def test_each_declaration_is_an_event_that_repeats_nothing_of_it(cast):
    article = builders.article(cast.ada)
    ada = cast.ada.contributor
    general = Declaration.declare(ada, by=cast.ada, interests="Shares of a tea seller.")
    about = Declaration.declare(
        ada, by=cast.ada, article=article, interests="Shares of another.", on=date(2026, 1, 2)
    )
    for made, chain in ((general, "site"), (about, f"article:{article.pk}")):
        event = last_event(chain=chain)
        assert (event.actor, event.subject) == (cast.ada.pk, "contributor:ada-lind")
        assert event.about == "{}"
        assert [row.row for row in event.rows.all()] == [made.pk]


def test_there_is_one_way_in():
    """Every row is written by `declare`: no other line of the product makes or rewrites one."""
    found = []
    for app in ("evidence", "reviews", "config"):
        for path in (ROOT / app).rglob("*.py"):
            if "migrations" not in path.parts:
                found += [f"{path.relative_to(ROOT)}:{line}" for line in writing(path)]
    assert found == []


WRITING = {"create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update"}


def writing(path):
    """The lines of a file that write declarations by their manager, or make one by its class."""
    for node in ast.walk(ast.parse(path.read_text())):
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        of_rows = called == "Declaration" or called.startswith(
            ("Declaration.objects", "Declaration.objects.")
        )
        if called == "Declaration" or (of_rows and called.rpartition(".")[2] in WRITING):
            yield node.lineno
