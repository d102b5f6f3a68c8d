from django.core.management.base import BaseCommand, CommandError

from evidence.errors import Refused
from evidence.library.covering import cover_all


class Command(BaseCommand):
    help = (
        "Let the ledger vouch for rows and columns that were there before it covered them: after the first migration, "
        "and after an update that covers more. Nothing is covered over: as long as a row is not what the ledger says, "
        "it is named and nothing is taken in. Safe to repeat."
    )

    def handle(self, *args, **options):
        try:
            taken_in = cover_all()
        except Refused as refused:
            raise CommandError("\n".join(reason.message for reason in refused.reasons)) from refused
        for label, number in taken_in.items():
            self.stdout.write(f"{label} {number}")
