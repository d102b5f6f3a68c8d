"""Into the library: nothing twice, nothing overwritten, the doubtful told."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from evidence.bibliography.importers import Record, read
from evidence.library.cataloguing import Fate, catalogue
from evidence.models import Event, Source

pytestmark = pytest.mark.django_db
FILE = """TY  - JOUR
AU  - Berg, A
TI  - Valerian and sleep
PY  - 2011
DO  - 10.5555/jst.2011.42
ER  -
TY  - JOUR
AU  - Dahl, B
TI  - A paper without identifier
PY  - 2012
ER  -
"""


def fates(text, by):
    return [
        entry.fate
        for entry in catalogue((r for r in read("x.ris", text.encode()) if isinstance(r, Record)), by=by)
    ]


def test_the_same_file_twice_changes_nothing(cast):
    assert fates(FILE, cast.ada) == [Fate.ADDED, Fate.ADDED]
    before = list(Source.objects.values())
    assert fates(FILE, cast.ada) == [Fate.KNOWN, Fate.KNOWN]
    assert list(Source.objects.values()) == before
    assert Event.objects.filter(verb="sources.imported").count() == 1


def test_a_record_is_known_by_any_identifier_and_is_not_overwritten(cast):
    fates(FILE, cast.ada)
    assert fates(FILE.replace("Valerian and sleep", "Another title"), cast.ben)[0] == Fate.KNOWN
    assert Source.objects.get(doi="10.5555/jst.2011.42").title == "Valerian and sleep"


def test_a_double_within_one_file_is_one_record(cast):
    assert fates(FILE + FILE, cast.ada) == [Fate.ADDED, Fate.ADDED, Fate.KNOWN, Fate.KNOWN]


def test_what_only_looks_alike_is_added_and_told(cast):
    fates(FILE, cast.ada)
    alike = FILE.replace("A paper without identifier", "A Paper, without: identifier").replace(
        "ER  -\nTY", "ER  -\nTY"
    )
    (_known, second) = catalogue(read("x.ris", alike.replace("2012", "2012\nVL  - 3").encode()), by=cast.ada)
    assert (second.fate, second.other) == (Fate.ALIKE, "dahl-2012-a-paper-without")
    assert Source.objects.count() == 3


def test_what_was_judged_comes_along_from_another_library(cast):
    said = {
        "design": "RCT",
        "sample_size": 40,
        "peer_review": "surely",
        "species": "x" * 200,
        "level": "primary",
    }
    record = Record(1, 1, {"type": "book", "title": "Herbs of the hills", "custom": {"vouch": said}})
    list(catalogue([record], by=cast.ada))
    source = Source.objects.get()
    assert (source.design, source.sample_size, source.level) == ("RCT", 40, "primary")
    assert (source.peer_review, source.species) == ("unknown", "")


def test_identifiers_of_two_records_are_a_conflict(cast):
    fates(FILE + "TY  - JOUR\nTI  - Third paper here\nAN  - PMID: 77\nER  -\n", cast.ada)
    mixed = "TY  - JOUR\nTI  - Mixed up\nDO  - 10.5555/jst.2011.42\nAN  - PMID: 77\nER  -\n"
    assert fates(mixed, cast.ada) == [Fate.CONFLICT]
    assert not Source.objects.filter(title="Mixed up").exists()


def test_the_command_tells_records_and_problems_without_touching_the_database(tmp_path):
    path = tmp_path / "x.ris"
    path.write_text(FILE.replace("ER  -\nTY", "TY"))
    out = StringIO()
    call_command("import_sources", str(path), "--dry-run", "--json", stdout=out)
    said = json.loads(out.getvalue())
    assert [one["title"] for one in said["records"]] == ["Valerian and sleep", "A paper without identifier"]
    assert said["problems"][0]["line"] == 1
    assert Source.objects.count() == 0


def test_only_who_may_add_sources_imports_them(cast, tmp_path):
    path = tmp_path / "x.ris"
    path.write_text(FILE)
    with pytest.raises(CommandError, match="may not"):
        call_command("import_sources", str(path), "--by", "cleo")
    call_command("import_sources", str(path), "--by", "ada", stdout=StringIO())
    assert Source.objects.count() == 2
