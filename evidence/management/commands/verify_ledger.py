from django.core.management.base import BaseCommand, CommandError

from evidence.models import Event, Revision
from evidence.models.event import GENESIS


class Command(BaseCommand):
    help = "Read every chain of events and every revision again, and print the heads of the chains."

    def handle(self, *args, **options):
        faults, head = [], None
        for event in Event.objects.order_by("chain", "number").iterator():
            before = head if head and head.chain == event.chain else None
            if head and before is None:
                self.stdout.write(f"{head.chain} {head.number} {head.digest}")
            faults += _faults(event, before)
            head = event
        if head:
            self.stdout.write(f"{head.chain} {head.number} {head.digest}")
        broken = [revision for revision in Revision.objects.iterator() if not revision.is_intact]
        faults += [f"revision {revision}: its text does not have its digest" for revision in broken]
        if faults:
            raise CommandError("\n".join(faults))


def _faults(event, before):
    if event.digest != event.computed_digest():
        yield f"{event}: altered"
    if event.previous != (before.digest if before else GENESIS):
        yield f"{event}: does not follow the event before it"
    if event.number != (before.number + 1 if before else 1):
        yield f"{event}: an event is missing before it"
