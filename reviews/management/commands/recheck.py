import sys
from collections import Counter

from django.core.management.base import BaseCommand

from evidence.models import Article
from reviews import flagging
from reviews.models import Flag


class Command(BaseCommand):
    help = "Run all checks on all articles and bring their flags in step; one transaction an article, safe to stop."

    def add_arguments(self, parser):
        parser.add_argument("--only", metavar="SLUG", help="one article")
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="go on behind this article")

    def handle(self, *args, only, after, **options):
        articles = Article.objects.kept().filter(pk__gt=after).order_by("pk")
        articles = articles.filter(slug=only) if only else articles
        total, before, last = articles.count(), _open(), after
        try:
            for done, article in enumerate(articles.iterator(chunk_size=50), start=1):
                flagging.reconcile(article)
                last = article.pk
                if sys.stderr.isatty():
                    self.stderr.write(f"\r{done} of {total}", ending="")
        except KeyboardInterrupt:
            self.stdout.write(f"Stopped. Go on with: manage.py recheck --after {last}")
            return
        now = _open()
        self.stdout.write(
            f"{total} articles checked; open flags: {sum(before.values())} before, {sum(now.values())} now."
        )
        for code in sorted(before.keys() | now.keys()):
            if before[code] != now[code]:
                self.stdout.write(f"  {code}: {before[code]} → {now[code]}")


def _open():
    return Counter(Flag.objects.open().values_list("code", flat=True))
