import json
import sys
from collections import Counter

from django.core.management.base import BaseCommand

from evidence.bibliography.importers import FORMATS, Record, read
from evidence.library.cataloguing import Fate, catalogue, in_words
from reviews.management import importing
from reviews.watching import recording


class Command(BaseCommand):
    help = (
        "Import bibliographic records; what could not be read is told with its line. Safe to stop and repeat."
    )

    def add_arguments(self, parser):
        importing.add_arguments(parser, FORMATS)

    def handle(self, *args, file, format, by, dry_run, **options):
        user = importing.importer(by, dry_run, may=_may_add, otherwise="may not add sources.")
        with importing.reading(file) as (name, data):
            found = list(read(name, data, format))
        records = [one for one in found if isinstance(one, Record)]
        problems = [one for one in found if not isinstance(one, Record)]
        entries = self._stored(records, user, options["json"]) if user else []
        if options["json"]:
            self.stdout.write(json.dumps(_as_data(records, problems, entries), ensure_ascii=False))
        else:
            self._tell(records, problems, entries)

    def _stored(self, records, user, quiet):
        entries = []
        for entry in catalogue(records, by=user, note=recording.record_update, hold=recording.hold):
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


def _may_add(user):
    return user.has_perm("evidence.add_source")


def _as_data(records, problems, entries):
    data = {
        "records": [record.csl for record in records],
        "problems": [vars(problem) for problem in problems],
    }
    if entries:
        data["entries"] = [vars(entry) for entry in entries]
    return data
