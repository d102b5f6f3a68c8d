import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from benchmarks import (
    importing,
    killing,
    reading,
    rechecking,
    records,
    referencing,
    searching,
    watching,
    writing,
)
from tests import builders

PARTS = {
    "records": lambda cast: records.figures(cast.ada),
    "writing": lambda cast: writing.figures(cast.ada),
    "rechecking": lambda cast: rechecking.figures(cast.ada),
    "reading": reading.figures,
    "importing": lambda cast: importing.figures(),
    "referencing": lambda cast: referencing.figures(),
    "watching": lambda cast: watching.figures(),
    "killing": killing.figures,
    "searching": lambda cast: searching.figures(),
}


def figures(part):
    """The figures of one part, measured on a database of its own."""
    with TemporaryDirectory() as folder:
        if connection.vendor == "sqlite":
            # A file, as in production: a database in memory is nobody else's.
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "benchmark.sqlite3")
        connection.creation.create_test_db(verbosity=0, serialize=False)
        try:
            return {"database": connection.vendor, part: PARTS[part](builders.cast())}
        finally:
            connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def all_figures():
    """All figures; each part in a process of its own, so that its peak of memory is its own too."""
    found = {}
    for part in PARTS:
        said = subprocess.run(
            [sys.executable, "-m", "benchmarks", part], check=True, capture_output=True, text=True
        )
        found |= json.loads(said.stdout)
    return found
