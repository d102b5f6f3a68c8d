"""What the commands that read a file refuse, in the same words."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

IMPORTING = ["import_article", "import_sources"]


@pytest.mark.parametrize("command", IMPORTING)
def test_a_file_that_is_not_there_is_named(command, tmp_path):
    missing = tmp_path / "not-there.txt"
    with pytest.raises(CommandError, match=r"not-there\.txt: No such file or directory\."):
        call_command(command, str(missing), "--dry-run")


@pytest.mark.parametrize("command", [*IMPORTING, "check_article"])
def test_a_file_that_cannot_be_read_is_refused_by_name(command, tmp_path):
    path = tmp_path / "page.bin"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 40)
    dry = [] if command == "check_article" else ["--dry-run"]
    with pytest.raises(CommandError, match=r"page\.bin"):
        call_command(command, str(path), *dry, stdout=StringIO())


@pytest.mark.django_db
@pytest.mark.parametrize("command", IMPORTING)
def test_nothing_is_stored_for_nobody(command, tmp_path):
    path = tmp_path / "tea.txt"
    path.write_text("Tea\n\nIt is drunk.")
    with pytest.raises(CommandError, match="Say who imports"):
        call_command(command, str(path))
    with pytest.raises(CommandError, match="There is no user 'nobody'"):
        call_command(command, str(path), by="nobody")
