"""Two processes with a connection each on one SQLite file: the second waits for the first, and both finish."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PEOPLE = """
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("rex", "rex@example.org", "correct horse battery")
"""


@pytest.fixture
def manage(tmp_path):
    """Begins a command of manage.py on a database of its own, with Rex in it."""
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/two.sqlite3"}

    def begin(*said):
        call = [sys.executable, "manage.py", *said]
        return subprocess.Popen(
            call, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    for said in (("migrate", "-v0"), ("shell", "-v0", "-c", PEOPLE)):
        assert begin(*said).communicate()[1] == b""
    return begin


def test_two_imports_of_one_file_at_once_add_every_record_once(manage, tmp_path):
    records = [
        f"TY  - JOUR\nAU  - Berg{n}, A\nTI  - Valerian {n}\nDO  - 10.5555/v.{n}\nER  - " for n in range(500)
    ]
    (tmp_path / "x.ris").write_text("\n".join(records))
    both = [manage("import_sources", str(tmp_path / "x.ris"), "--by", "rex") for _once in range(2)]
    told = [process.communicate() for process in both]
    assert [(process.returncode, errors) for process, (_said, errors) in zip(both, told, strict=True)] == [
        (0, b"")
    ] * 2
    with sqlite3.connect(tmp_path / "two.sqlite3") as database:
        assert database.execute("SELECT COUNT(*) FROM evidence_source").fetchone() == (500,)
    database.close()
