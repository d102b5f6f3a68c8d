import sys
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F, Q
from django.utils import timezone

from evidence.bibliography.updates import retraction_watch
from evidence.models import Article, Source
from reviews.watching import recording
from reviews.watching.refreshing import News, refresh, watch

FRESH = timedelta(hours=20)  # a nightly run asks once, and one that was stopped goes on where it was
PATIENCE = 5  # sources in a row for which no service could be asked


class Command(BaseCommand):
    help = (
        "Ask the services what became of the sources, or read the Retraction Watch data set against them (nothing is "
        "asked of a service then). Safe to stop and repeat: it goes on where it was."
    )

    def add_arguments(self, parser):
        parser.add_argument("--retraction-watch", metavar="CSV", help="read this file instead of asking")
        parser.add_argument("--only", metavar="SLUG", help="one source, by its key, or an article's sources")

    def handle(self, *args, only, **options):
        if settled := recording.settle_all():
            self.stdout.write(f"Finished what was stopped: {settled} sources.")
        self.updates = self.troubles = 0
        try:
            if options["retraction_watch"]:
                self._read(options["retraction_watch"])
            else:
                self._ask(self._asked(only), again=bool(only))
        except KeyboardInterrupt:
            self.stdout.write("Stopped. The same command goes on from here.")
        self.stdout.write(f"{self.updates} updates recorded, {self.troubles} troubles.")

    def _read(self, path):
        try:
            for count, found in enumerate(watch(path), start=1):
                if isinstance(found, News):
                    self._tell(found)
                else:
                    self.troubles += 1
                    self.stdout.write(f"line {found.line}: {found.message}")
                self._progress(f"{count} rows concern the library")
        except (retraction_watch.NotTheDataSet, OSError) as error:
            raise CommandError(f"{path}: {error}") from error

    def _ask(self, sources, again):
        if not again:
            sources = sources.filter(Q(checked_at=None) | Q(checked_at__lt=timezone.now() - FRESH))
        keys = list(
            sources.order_by(F("checked_at").asc(nulls_first=True), "pk").values_list("pk", flat=True)
        )
        failures = 0
        for done, key in enumerate(keys, start=1):
            news = refresh(Source.objects.get(pk=key))
            self._tell(news)
            failures = failures + 1 if news.failed else 0
            if failures == PATIENCE:
                raise CommandError("No service answers: try again later. What was done is kept.")
            self._progress(f"{done} of {len(keys)}")

    def _asked(self, only):
        sources = Source.objects.own()
        if not only:
            return sources
        if article := Article.objects.filter(slug=only).first():
            return sources.filter(citations__claim__article=article).distinct()
        if not sources.filter(key=only).exists():
            raise CommandError(f"There is no source and no article {only!r}.")
        return sources.filter(key=only)

    def _tell(self, news):
        self.updates += len(news.recorded)
        self.troubles += len(news.told)
        for update in news.recorded:
            self.stdout.write(f"{update.source.key}: {update.get_type_display()} ({update.asserted_by})")
        for sentence in news.told:
            self.stdout.write(f"{news.source.key}: {sentence}")

    def _progress(self, said):
        if sys.stderr.isatty():
            self.stderr.write(f"\r{said}", ending="")
