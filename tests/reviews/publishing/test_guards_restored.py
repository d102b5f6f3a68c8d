"""A dump brings the guards back, and a dump of the data alone goes in while their owner has taken them off."""

import os
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection

from evidence.models import Edition, Event
from tests import builders

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[3]


def test_all_rows_as_a_file_go_in_while_the_guards_are_off(cast, tmp_path):
    builders.published(cast)
    head = Event.objects.order_by("-pk").values_list("digest", flat=True).first()
    out, kept = StringIO(), str(tmp_path / "all.exact")
    # What migrate makes by itself is there already; who is in which group is said by the group's name.
    left_out = ["contenttypes", "auth.permission", "auth.group", "sessions"]
    call_command("dumpdata", format="exact", use_natural_foreign_keys=True, exclude=left_out, output=kept)
    call_command("guards", "off", stdout=out)
    call_command("flush", interactive=False, verbosity=0)
    call_command("guards", "off", stdout=out)
    call_command("loaddata", kept, verbosity=0)
    call_command("guards", "on", stdout=out)
    call_command("verify_ledger", stdout=out)
    assert head in out.getvalue()
    with pytest.raises(IntegrityError):
        Edition.objects.update(body="x")


@pytest.fixture
def restored():
    """The address of an empty database beside the one under test, and a way to run programs on both."""
    if not shutil.which("pg_dump"):
        pytest.skip("no pg_dump on this machine")
    here = connection.settings_dict
    name = f"{here['NAME']}_restored"
    env = {
        **os.environ,
        "PGPASSWORD": here["PASSWORD"] or "",
        "PGHOST": here["HOST"],
        "PGPORT": str(here["PORT"]),
    }
    env |= {"PGUSER": here["USER"], "SECRET_KEY": "x", "OLD": here["NAME"], "NEW": name}
    env["DATABASE_URL"] = f"postgres://{here['USER']}:{here['PASSWORD']}@{here['HOST']}:{here['PORT']}/{name}"
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"

    def run(line):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", line],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            timeout=300,
        )
        return done.returncode, done.stdout + done.stderr

    run("dropdb --if-exists $NEW; createdb $NEW")
    yield run
    run("dropdb $NEW")


@pytest.mark.postgres
def test_a_full_dump_brings_the_guards_along(cast, restored):
    builders.published(cast)
    assert restored("pg_dump $OLD | psql -q -v ON_ERROR_STOP=1 $NEW")[0] == 0
    assert restored("python manage.py guards list") == (0, "Every guard is in place.\n")
    code, said = restored("psql $NEW -c \"UPDATE evidence_edition SET body = 'x'\"")
    assert code and "evidence_edition is append-only" in said


@pytest.mark.postgres
def test_a_dump_of_the_data_alone_goes_in_while_the_guards_are_off(cast, restored):
    builders.published(cast)
    builders.in_review(cast, builders.article(cast.ada, title="Another review"))
    data = "pg_dump --data-only $OLD 2> /dev/null | psql -q --single-transaction -v ON_ERROR_STOP=1 $NEW"
    assert restored("pg_dump --schema-only $OLD | psql -q -v ON_ERROR_STOP=1 $NEW")[0] == 0
    code, said = restored(data)
    assert code and "ERROR" in said
    for line in ("python manage.py guards off", data, "python manage.py guards on"):
        code, said = restored(line)
        assert code == 0, said
    code, said = restored("python manage.py verify_ledger")
    assert code == 0, said
    assert restored("python manage.py guards list")[0] == 0
