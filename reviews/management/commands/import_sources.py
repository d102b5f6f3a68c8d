import json
import sys
from collections import Counter
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from evidence.bibliography.importers import FORMATS, Record, read
from evidence.errors import ImportRefused
from evidence.library.cataloguing import Fate, catalogue, in_words
from reviews.watching import recording


class Command(BaseCommand):
    help = (
        "Import bibliographic records; what could not be read is told with its line. Safe to stop and repeat."
    )

    def add_arguments(self, parser):
        parser.add_argument("file")
        parser.add_argument("--format", choices=list(FORMATS))
        parser.add_argument("--by", help="user name of who imports (not needed with --dry-run)")
        parser.add_argument("--dry-run", action="store_true", help="read only, store nothing")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args, file, format, by, dry_run, **options):
        if not (by or dry_run):
            raise CommandError("Say who imports: --by USER, or try it with --dry-run.")
        try:
            found = list(read(Path(file).name, Path(file).read_bytes(), format))
        except (ImportRefused, OSError) as error:
            raise CommandError(str(error)) from error
        records = [one for one in found if isinstance(one, Record)]
        problems = [one for one in found if not isinstance(one, Record)]
        entries = [] if dry_run else self._stored(records, by, options["json"])
        if options["json"]:
            self.stdout.write(json.dumps(_as_data(records, problems, entries), ensure_ascii=False))
        else:
            self._tell(records, problems, entries)

    def _stored(self, records, by, quiet):
        user = get_user_model().objects.filter(username=by).first()
        if user is None:
            raise CommandError(f"There is no user {by!r}.")
        if not user.has_perm("evidence.add_source"):
            raise CommandError(f"{by} may not add sources.")
        entries = []
        for entry in catalogue(records, by=user, note=recording.record_update):
            entries.append(entry)
            if not quiet and sys.stderr.isatty():
                self.stderr.write(f"\r{len(entries)} of {len(records)}", ending="")
        return entries

    def _tell(self, records, problems, entries):
        for problem in problems:
            self.stdout.write(f"line {problem.line}: {problem.message}")
        for entry in entries:
            if entry.fate in (Fate.ALIKE, Fate.CONFLICT):
                self.stdout.write(in_words(entry))
        fates = Counter(entry.fate for entry in entries)
        told = [f"{fates[fate]} {fate.label.lower()}" for fate in Fate if fates[fate]]
        self.stdout.write(f"{len(records)} records read, {len(problems)} problems. {'; '.join(told)}")


def _as_data(records, problems, entries):
    data = {
        "records": [record.csl for record in records],
        "problems": [vars(problem) for problem in problems],
    }
    if entries:
        data["entries"] = [vars(entry) for entry in entries]
    return data
