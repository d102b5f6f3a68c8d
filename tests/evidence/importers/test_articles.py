"""Plain text comes in: headings by their form, furniture aside, nothing lost."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from evidence.errors import ImportRefused
from evidence.importers import read
from evidence.models import Article

ROUGH = Path(__file__).parents[3] / "fixtures" / "manuscripts" / "noopept-rough.txt"
SEED = Path(__file__).parents[3].parent / "shared" / "data" / "seed-article.txt"


def dry_run(path):
    out = StringIO()
    call_command("import_article", str(path), "--dry-run", "--json", stdout=out)
    return json.loads(out.getvalue())


def test_a_rough_article_is_understood():
    said = dry_run(ROUGH)
    assert said["byline"] == [{"name": "Ben Okoro", "role": "Staff Writer"}]
    assert said["date"] == "2026-11-03"
    assert [s["heading"] for s in said["sections"] if s["empty"]] == [
        "Mood",
        "Side Effects",
        "Interactions With Other Drugs",
        "Pregnancy and Breast-Feeding",
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not on this machine")
def test_the_seed_is_understood():
    said = dry_run(SEED)
    assert said["byline"] == [{"name": "Daniel Safvat", "role": "Senior Writer"}]
    headings = [s for s in said["sections"] if s["heading"]]
    assert (said["date"], len(headings), {s["level"] for s in headings}) == ("2020-11-02", 10, {2, 3})
    assert sum(s["empty"] for s in headings) == 5


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not on this machine")
def test_the_flaws_of_the_seed_are_flagged():
    out = StringIO()
    call_command("check_article", str(SEED), "--json", stdout=out)
    rows = json.loads(out.getvalue())
    extrapolated = " ".join(row["words"] for row in rows if row["code"] == "EF1")
    assert len([row for row in rows if row["code"] == "ST1"]) == 5
    assert "neuroprotective" in extrapolated
    assert "oxidative damage" in extrapolated
    assert "According to a rat study" not in extrapolated
    assert "up to 1,000x" in {row["words"] for row in rows if row["code"] == "SR4"}


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"   \n\n"])
def test_a_file_that_says_nothing_is_refused_by_name(data):
    with pytest.raises(ImportRefused, match=r"paper\.txt"):
        read("paper.txt", data)


def test_an_import_needs_somebody_who_answers_for_it():
    with pytest.raises(CommandError, match="--by"):
        call_command("import_article", str(ROUGH))


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "said"), [("cleo", "no editor"), ("nobody", "no user")])
def test_only_an_editor_imports_and_nothing_is_stored_otherwise(cast, who, said):
    with pytest.raises(CommandError, match=said):
        call_command("import_article", str(ROUGH), by=who)
    assert not Article.objects.exists()


@pytest.mark.parametrize("place", ["nowhere.txt", "."])
def test_a_place_that_is_no_file_is_named(tmp_path, place):
    with pytest.raises(CommandError, match=str(tmp_path / place)):
        call_command("import_article", str(tmp_path / place), "--dry-run")
