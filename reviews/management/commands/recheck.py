import sys
from argparse import ArgumentTypeError
from collections import Counter

from django.core.management.base import BaseCommand
from django.db.models import Case, F, Q, When

from evidence.models import Article
from reviews.flags import flagging
from reviews.models import Flag
from reviews.models.checking import Checked, with_checked

LOGGED = 100  # articles between two lines of a log


class Command(BaseCommand):
    help = (
        "Run all checks on all articles and bring their flags in step; one transaction an article, safe to stop. "
        "Articles that were never checked, or not since they changed, come first."
    )

    def add_arguments(self, parser):
        parser.add_argument("--only", metavar="SLUG", help="one article")
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="go on behind this article")
        parser.add_argument(
            "--share",
            type=_share,
            default=(1, 1),
            metavar="K/N",
            help="part K of N, for N of these side by side",
        )

    def handle(self, *args, only, after, share, **options):
        number, shares = share
        articles = Article.objects.kept().annotate(part=F("pk") % shares).filter(part=number % shares)
        articles = _due(articles.filter(slug=only) if only else articles, after)
        total, before, last = articles.count(), _open(), after
        try:
            for done, article in enumerate(articles.iterator(chunk_size=50), start=1):
                # Side by side, the checks run ahead of the lock, which on SQLite is one for all.
                flagging.reconcile(article, flagging.evaluated(article) if shares > 1 else None)
                last = max(last, article.pk) if article.checked == Checked.DONE else last
                self._progress(done, total, last)
        except KeyboardInterrupt:
            part = f" --share {number}/{shares}" if shares > 1 else ""
            self.stdout.write(f"Stopped. Go on with: manage.py recheck --after {last}{part}")
            return
        now = _open()
        self.stdout.write(
            f"{total} articles checked; open flags: {sum(before.values())} before, {sum(now.values())} now."
        )
        for code in sorted(before.keys() | now.keys()):
            if before[code] != now[code]:
                self.stdout.write(f"  {code}: {before[code]} → {now[code]}")

    def _progress(self, done, total, last):
        """On a terminal a counter; in a log a line now and then, which says how to go on after a kill."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r{done} of {total}", ending="\n" if done == total else "")
        elif done % LOGGED == 0:
            self.stderr.write(f"{done} of {total} (go on with --after {last})")


def _due(articles, after):
    """What the checks have not seen as it is now comes first, also from before `after`: its flags cannot be trusted."""
    known = Case(When(checked=Checked.DONE, then=1), default=0)
    return (
        with_checked(articles)
        .annotate(known=known)
        .filter(Q(known=0) | Q(pk__gt=after))
        .order_by("known", "pk")
    )


def _share(text):
    number, _slash, shares = text.partition("/")
    if not (number.isdigit() and shares.isdigit() and 1 <= int(number) <= int(shares)):
        raise ArgumentTypeError("say for example 1/2 and, beside it, 2/2")
    return int(number), int(shares)


def _open():
    return Counter(Flag.objects.open().values_list("code", flat=True))
