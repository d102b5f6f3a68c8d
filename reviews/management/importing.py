"""What the commands that read a file share: their arguments, who imports and may they, and the file's refusals."""

from contextlib import contextmanager
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from evidence.errors import ImportRefused


def add_arguments(parser, formats):
    """The arguments of a command that imports a file of one of these formats."""
    parser.add_argument("file")
    parser.add_argument("--format", choices=list(formats))
    parser.add_argument("--by", help="user name of who imports (not needed with --dry-run)")
    parser.add_argument("--dry-run", action="store_true", help="read only, store nothing")
    parser.add_argument("--json", action="store_true")


def importer(by, dry_run, *, may, otherwise):
    """The user of this name, None for a dry run. Raises CommandError for nobody, and, saying `otherwise`, for
    somebody of whom `may(user)` is false."""
    if dry_run:
        return None
    if not by:
        raise CommandError("Say who imports: --by USER, or try it with --dry-run.")
    user = get_user_model().objects.filter(username=by).first()
    if user is None:
        raise CommandError(f"There is no user {by!r}.")
    if not may(user):
        raise CommandError(f"{by} {otherwise}")
    return user


@contextmanager
def reading(file):
    """(name, bytes) of a file. Raises CommandError where it cannot be read or, inside the block, is refused."""
    try:
        yield Path(file).name, Path(file).read_bytes()
    except ImportRefused as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}.") from error
