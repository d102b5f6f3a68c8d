"""The rooms of the house: which there are, which stands on which, and how large a file may grow."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# From the ground up. A room may import what stands on a lower floor, and nothing of its neighbours on the same one.
FLOORS = (
    ("evidence.errors", "evidence.vocabulary", "evidence.canonical"),
    ("evidence.prose", "evidence.appraisal"),
    ("evidence.bibliography",),
    ("evidence.manuscript",),
    ("evidence.importers", "evidence.models"),
    ("evidence.library",),
    ("evidence.public",),
    ("evidence.admin", "evidence.lab"),
    ("evidence.management", "evidence.apps"),
    ("reviews.groups", "reviews.checklist"),
    ("reviews.permissions", "reviews.checks"),
    ("reviews.models",),
    ("reviews.flags",),
    ("reviews.publishing",),
    ("reviews.watching",),
    ("reviews.desk", "reviews.writing", "reviews.admin"),
    ("reviews.demonstration",),
    ("reviews.management", "reviews.apps"),
    ("config",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
PURE = (
    "evidence.prose",
    "evidence.appraisal",
    "evidence.bibliography",
    "evidence.manuscript",
    "evidence.importers",
)
PURE += ("reviews.checks",)

# Folder of templates → the folders whose partials it may draw; Django's own admin pages are everybody's.
PARTIALS = {
    "": set(),
    "evidence": {"evidence"},
    "reviews": {"reviews", "evidence", "shared"},
    "shared": {"shared"},
    "writing": {"writing", "shared"},
    "registration": set(),
    "admin/evidence": {"admin/evidence", "shared"},
    "admin/reviews": {"admin/reviews", "admin/evidence", "shared"},
}

SOURCES = [
    path
    for app in ("evidence", "reviews", "config")
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
TEMPLATES = [
    path for path in sorted((ROOT / "templates").rglob("*.html")) if path.parent != ROOT / "templates"
]


def named(path):
    return str(path.relative_to(ROOT))


def dotted(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def room_of(name):
    """The room that a dotted name belongs to; empty for what is not ours or is a whole app."""
    parts = name.split(".")
    if parts[0] == "config":
        return "config"
    room = ".".join(parts[:2])
    return room if room in FLOOR_OF else ""


@pytest.mark.parametrize("path", [path for path in SOURCES if room_of(dotted(path))], ids=named)
def test_nothing_points_up(path):
    room = room_of(dotted(path))
    asked = {room_of(name) for name in imported(path)} - {room, ""}
    assert [other for other in sorted(asked) if FLOOR_OF[other] >= FLOOR_OF[room]] == []


@pytest.mark.parametrize("app", ["evidence", "reviews"])
def test_whatever_stands_at_the_top_of_an_app_is_a_room_of_the_table(app):
    there = {
        path.stem
        for path in (ROOT / app).iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    loose = {f"{app}.{name}" for name in there - {"__init__", "migrations"}}
    assert loose == {room for room in FLOOR_OF if room.startswith(f"{app}.")}


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "__init__.py"], ids=named)
def test_every_room_says_what_lives_there(path):
    assert ast.get_docstring(ast.parse(path.read_text())), f"{named(path)} says nothing of its room"


@pytest.mark.parametrize("room", PURE)
def test_the_pure_rooms_know_no_rows(room):
    folder = ROOT / room.replace(".", "/")
    asking = [path for path in folder.rglob("*.py") if any(of_rows(name) for name in imported(path))]
    assert asking == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_draw_the_partials_of_their_own_room(path):
    folder = template_folder(path.relative_to(ROOT / "templates").as_posix())
    drawn = re.findall(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']", path.read_text())
    ours = {template_folder(name) for name in drawn if (ROOT / "templates" / name).exists()} - {""}
    assert ours <= PARTIALS[folder]


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_files_stay_small(path):
    assert len(path.read_text().splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_import_hides_in_a_function(path):
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hidden = [n for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert hidden == []


def test_every_folder_of_tests_is_a_package():
    """Else two files of one name in different folders cannot be collected in one run."""
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_tests_stand_where_what_they_test_stands():
    folders = {path.parent.relative_to(ROOT / "tests") for path in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in sorted(folders) if not (ROOT / folder).is_dir()] == []


def test_an_import_that_points_up_is_seen():
    """The net itself is tried: a name, a package and a module of another room are each recognised."""
    tried = "import reviews.flags.places\nfrom evidence import library\nfrom evidence.public.rendering import frame"
    assert {room_of(name) for name in names_of(tried)} == {
        "reviews.flags",
        "evidence.library",
        "evidence.public",
    }


def imported(path):
    return names_of(path.read_text())


def names_of(text):
    """Every dotted name that a file imports: modules, and what is taken from them."""
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def of_rows(name):
    """Whether a name leads to the database; Django's choices are only typed words."""
    return name.startswith("evidence.models") or (
        name.startswith("django.db") and not name.endswith("Choices")
    )


def template_folder(name):
    """ "admin/evidence" of "admin/evidence/source/page.html", "evidence" of "evidence/list.html"; empty for what is
    nobody's and everybody's: "base.html", "admin/base_site.html"."""
    parts = name.split("/")[:-1]
    if parts[:1] != ["admin"]:
        return "".join(parts[:1])
    return "/".join(parts[:2]) if len(parts) > 1 else ""
