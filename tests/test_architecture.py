"""What points where: config → reviews → evidence → Django, and never back."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {"evidence": {"reviews", "config"}, "reviews": {"config"}}
SOURCES = [
    path for app in FORBIDDEN for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts
]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_points_back(path):
    app = path.relative_to(ROOT).parts[0]
    assert imported(path) & FORBIDDEN[app] == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_small(path):
    assert len(path.read_text().splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_import_hides_in_a_function(path):
    tree = ast.parse(path.read_text())
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    hidden = [n for f in functions for n in ast.walk(f) if isinstance(n, ast.Import | ast.ImportFrom)]
    assert hidden == []


def test_the_pure_parts_know_no_models():
    pure = [*(ROOT / "evidence" / "prose").glob("*.py"), *(ROOT / "evidence" / "importers").rglob("*.py")]
    pure += [ROOT / "evidence" / f"{name}.py" for name in ("canonical",)]
    pure += (ROOT / "evidence" / "manuscript").glob("*.py")
    pure += (ROOT / "evidence" / "appraisal").glob("*.py")
    pure += (ROOT / "evidence" / "bibliography").rglob("*.py")
    pure += list((ROOT / "reviews" / "checks").rglob("*.py"))
    assert [path for path in pure if "evidence.models" in path.read_text()] == []


def test_public_templates_show_only_what_was_published():
    public = (ROOT / "templates" / "evidence").glob("*.html")
    assert [path.name for path in public if "reviews/" in path.read_text()] == []


def imported(path):
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_folder_of_tests_is_a_package():
    """Else two files of one name in different folders cannot be collected in one run."""
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []
