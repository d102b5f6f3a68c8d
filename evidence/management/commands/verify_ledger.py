from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from evidence.models import Article, Event, Revision
from evidence.models.event import GENESIS


class Command(BaseCommand):
    help = (
        "Read every chain of events and every revision again, and print the heads of the chains. Keep what it prints "
        "in another place: given back with --known it tells whether a chain was cut off behind or written anew."
    )

    def add_arguments(self, parser):
        parser.add_argument("--known", metavar="FILE", help="heads that an earlier run printed")

    def handle(self, *args, known, **options):
        self.known = _read(known) if known else {}
        faults, before = [], None
        for event in Event.objects.order_by("chain", "number").iterator():
            if before and before.chain != event.chain:
                self._print(before)
                before = None
            faults += [*_faults(event, before), *self._contradicts(event)]
            before = event
        if before:
            self._print(before)
        faults += [f"{chain}/{number}: an event known outside is missing" for chain, number in self.known]
        silent = Article.objects.filter(events=None).values_list("pk", flat=True)
        faults += [f"article:{pk}: an article without any event" for pk in silent]
        broken = [revision for revision in Revision.objects.iterator() if not revision.is_intact]
        faults += [f"revision {revision}: its text does not have its digest" for revision in broken]
        if faults:
            raise CommandError("\n".join(faults))

    def _print(self, head):
        self.stdout.write(f"{head.chain} {head.number} {head.digest}")

    def _contradicts(self, event):
        digest = self.known.pop((event.chain, event.number), event.digest)
        if digest != event.digest:
            yield f"{event}: not the event that is known outside"


def _faults(event, before):
    if event.digest != event.computed_digest():
        yield f"{event}: altered"
    if event.previous != (before.digest if before else GENESIS):
        yield f"{event}: does not follow the event before it"
    if event.number != (before.number + 1 if before else 1):
        yield f"{event}: an event is missing before it"
    if event.article_id and event.chain != f"article:{event.article_id}":
        yield f"{event}: shown with another article"
    if event.article_id is None and event.chain.startswith("article:"):
        yield f"{event}: shown with no article"


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
