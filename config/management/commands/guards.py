from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connections

from config import triggers

SAID = {
    "off": "The guards are off: the database refuses nothing now. Put them back with: manage.py guards on",
    "on": "The guards are in place. What was written meanwhile met none: read it with manage.py verify_ledger",
}


class Command(BaseCommand):
    help = (
        "For the database's owner: take the guards off, so that a dump of the data alone can be restored, put them on "
        "again, or list what is wrong with them (see docs/database-role.md)."
    )

    def add_arguments(self, parser):
        parser.add_argument("act", choices=["on", "off", "list"])
        parser.add_argument("--database", default="default")

    def handle(self, *args, act, database, **options):
        connection = connections[database]
        if act == "list":
            self._list(triggers.faults(connection))
            return
        try:
            {"off": triggers.drop, "on": triggers.create}[act](connection)
        except DatabaseError as error:
            raise CommandError(f"Only the owner of the tables may do this: {error}") from error
        self.stdout.write(SAID[act])

    def _list(self, faults):
        for name, fault in faults:
            self.stdout.write(f"{name}: {fault}")
        if faults:
            raise CommandError(f"{len(faults)} guards are not what they should be. Run: manage.py guards on")
        self.stdout.write("Every guard is in place.")
