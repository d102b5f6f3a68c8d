"""How each rule has fared on this site, and dry runs of a change over all articles, a few seconds at a time."""

import time
from dataclasses import asdict, dataclass, field

from django.db.models import Count, Q, Sum

from evidence.library.circumstances import observe
from evidence.models import Article
from reviews.flags.trials import Change, difference
from reviews.models import Flag, Waiver
from reviews.models.flag import Stand
from reviews.models.subject import manuscript_of_stand

SECONDS = 2.0  # of work in one step: a page that answers in this time still feels alive
SHOWN = 200  # rows that a dry run keeps; beyond them it only counts
EXAMPLES, LENGTH = 2, 160  # findings quoted in a row, and letters of each


def figures():
    """{code: {"raised", "fixed", "waived", "open", "live"}}: how many flags of a rule there ever were (one that came
    back counts again), how many a revision mended, how many were ever waived, and how many are open now, on live
    pages among them."""
    counted = Flag.objects.order_by().values("code")
    found = {
        row["code"]: {
            "raised": row["rows"] + row["again"],
            "fixed": row["fixed"],
            "waived": 0,
            "open": 0,
            "live": 0,
        }
        for row in counted.annotate(
            rows=Count("pk"),
            again=Sum("reopened"),
            fixed=Count("pk", filter=Q(closed_at__isnull=False, closed_in__isnull=False)),
        )
    }
    waived = Waiver.objects.order_by().values("flag__code").annotate(flags=Count("flag", distinct=True))
    for row in waived:
        found[row["flag__code"]]["waived"] = row["flags"]
    live = Count("pk", filter=Q(stand=Stand.LIVE))
    for row in Flag.objects.open().order_by().values("code").annotate(flags=Count("pk"), live=live):
        found[row["code"]] |= {"open": row["flags"], "live": row["live"]}
    return found


@dataclass
class DryRun:
    """A Change on its way over all articles: up to which it has come (`after`, a primary key), what it counted, and
    rows of article, stand, numbers raised, cleared and weighed, and words of the first of them. Plain data both ways,
    so that a session can keep it."""

    change: Change
    after: int = 0
    done: int = 0
    raised: int = 0
    cleared: int = 0
    weighed: int = 0
    touched: int = 0
    finished: bool = False
    rows: list = field(default_factory=list)

    @classmethod
    def from_plain(cls, data):
        """From what `plain` gave. Raises TypeError or KeyError for anything else."""
        said = dict(data["change"])
        said["words"] = tuple((name, tuple(terms)) for name, terms in said["words"])
        said["numbers"] = tuple((name, value) for name, value in said["numbers"])
        return cls(**{**data, "change": Change(**said)})

    def plain(self):
        return asdict(self)

    def step(self, seconds=SECONDS, clock=time.monotonic):
        """Try the change on as many articles as fit into some seconds, at least one. Changes nothing but itself."""
        end = clock() + seconds
        for article in (
            Article.objects.kept().filter(pk__gt=self.after).order_by("pk").iterator(chunk_size=50)
        ):
            self._try(article)
            self.after, self.done = article.pk, self.done + 1
            if clock() >= end:
                return
        self.finished = True

    def _try(self, article):
        publication = getattr(article, "publication", None)
        for stand in Stand if publication and publication.is_live else (Stand.DRAFT,):
            manuscript = manuscript_of_stand(article, stand)
            found = difference(self.change, manuscript, observe(manuscript, article))
            if found.raised or found.cleared or found.weighed:
                self._count(article, stand, found)

    def _count(self, article, stand, found):
        self.raised += len(found.raised)
        self.cleared += len(found.cleared)
        self.weighed += len(found.weighed)
        self.touched += 1
        if len(self.rows) < SHOWN:
            first = (found.raised or found.cleared or found.weighed)[:EXAMPLES]
            words = [(one.words or one.message)[:LENGTH] for one in first]
            counts = [len(found.raised), len(found.cleared), len(found.weighed)]
            self.rows.append([article.pk, str(stand), *counts, words])
