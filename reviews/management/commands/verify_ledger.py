from itertools import chain
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from evidence.library import ledger
from reviews.publishing import printed


class Command(BaseCommand):
    help = (
        "Read every chain of events, every revision and every row that events vouch for again, name all that is not "
        "as it was written down, and print the heads of the chains. Keep what it prints in another place: given back "
        "with --known it tells whether a chain was cut off behind or written anew."
    )

    def add_arguments(self, parser):
        parser.add_argument("--known", metavar="FILE", help="heads that an earlier run printed")

    def handle(self, *args, known, **options):
        known = _read(known) if known else {}
        parts = (ledger.chains(known, self._print), ledger.revisions(), ledger.rows(), printed.faults())
        faults = list(chain(*parts))
        said = [str(fault) for fault in faults]
        if any(getattr(fault, "is_late", False) for fault in faults):
            said.append("What was there before the ledger covered it: run cover_ledger, once you trust it.")
        if said:
            raise CommandError("\n".join(said))

    def _print(self, head):
        self.stdout.write(f"{head.chain} {head.number} {head.digest}")


def _read(path):
    """{(chain, number): digest} of the heads in a file; raises CommandError, naming the line, for anything else."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}") from error
    known = {}
    for number, line in enumerate(lines, start=1):
        parts = line.split()
        if not parts:
            continue
        if len(parts) != 3 or not parts[1].isdecimal() or len(parts[2]) != 64:
            raise CommandError(
                f"{path}, line {number}: not a head as this command prints it (chain number digest)."
            )
        known[parts[0], int(parts[1])] = parts[2]
    return known
