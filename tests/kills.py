"""A process killed at any moment: what it did is done wholly or not at all, and doing it again finishes it."""

import json
import os
import random
import signal
import time
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.management import call_command
from django.db import connections

from evidence.models import Article, Edition, Event, Source
from reviews.flags.evaluation import Evaluation
from reviews.models import Checking
from reviews.models.checking import Checked, with_checked
from reviews.publishing import publication
from tests import builders

ROUGH = Path(__file__).parent.parent / "fixtures" / "manuscripts" / "noopept-rough.txt"
RECORDS = 900  # more than two batches


@dataclass(frozen=True)
class Story:
    """`act` is what gets killed and then repeated; `stopped` says what it left half done, `finished` what is lacking
    once it was repeated. Both give a list of faults."""

    act: object
    stopped: object
    finished: object


def killed(act, after):
    """Run `act` in a process of its own and kill it after so many seconds; whether it was still at it."""
    connections.close_all()
    if not (pid := os.fork()):
        try:
            act()
            os._exit(0)
        except BaseException:
            os._exit(1)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise AssertionError("what was to be killed failed by itself")
    return os.WIFSIGNALED(status)


def told(make, cast, runs, seed=0):
    """{"killed", "left half done", "did not finish"}: a story run so often, killed at random moments of its length."""
    chance = random.Random(seed)
    length, found = _length(make(cast)), {"killed": 0, "left half done": [], "did not finish": []}
    for _run in range(runs):
        story = make(cast)
        found["killed"] += killed(story.act, chance.uniform(0, length))
        found["left half done"] += [*story.stopped(), *astray()]
        story.act()
        found["did not finish"] += [*story.finished(), *astray()]
    return found


def _length(story):
    began = time.perf_counter()
    story.act()
    return time.perf_counter() - began


def import_article(cast):
    before = set(Article.objects.values_list("pk", flat=True))

    def act():
        call_command("import_article", str(ROUGH), by="ada", stdout=StringIO(), stderr=StringIO())

    def new():
        return with_checked(Article.objects.exclude(pk__in=before))

    def stopped():
        for article in new():
            whole = article.checked == Checked.DONE and article.revisions.count() == 1
            if not (whole and article.flags.exists() and article.events.filter(verb="article.imported")):
                yield f"{article.pk} is half stored"

    return Story(act, stopped, lambda: [*stopped(), *(() if new() else ("nothing was imported",))])


def import_sources(cast):
    mark = f"{time.time_ns()}"
    with NamedTemporaryFile("w", suffix=".ris", delete=False) as file:
        for n in range(RECORDS):
            said = (
                f"AU  - Berg{n}x{mark}, A\nTI  - Valerian in trial {n}\nPY  - 2011\nDO  - 10.5555/{mark}.{n}"
            )
            file.write(f"TY  - JOUR\n{said}\nER  - \n")

    def act():
        call_command("import_sources", file.name, by="ada", stdout=StringIO())

    def finished():
        found = Source.objects.filter(doi__startswith=f"10.5555/{mark}.").count()
        return () if found == RECORDS else (f"{found} of {RECORDS} sources",)

    return Story(act, lambda: (), finished)


def recheck(cast):
    for n in range(4):
        if not Article.objects.filter(title=f"Rechecked {n}").exists():
            builders.article(cast.ada, title=f"Rechecked {n}").sections.filter(key="s5").update(body="")
    for article in Article.objects.all():
        article.flags.all().delete()
    Checking.objects.all().delete()

    def finished():
        late = with_checked(Article.objects.kept()).exclude(checked=Checked.DONE)
        return [f"{article.pk} is {article.checked}" for article in late]

    return Story(lambda: call_command("recheck", stdout=StringIO()), lambda: (), finished)


def publish(cast):
    article = builders.approved(cast, builders.article(cast.ada, title=f"Published {time.time_ns()}")).article

    def act():
        publication.publish(Article.objects.get(pk=article.pk), by=cast.eve)

    def facts():
        page = Article.objects.get(pk=article.pk)
        return {
            article.editions.exists(),
            hasattr(page, "publication"),
            not page.is_locked,
            article.rounds.get().outcome == "published",
            article.events.filter(verb="edition.published").exists(),
        }

    def stopped():
        return () if len(facts()) == 1 else (f"{article.pk} is half public",)

    def finished():
        page = with_checked(Article.objects.filter(pk=article.pk)).get()
        whole = facts() == {True} and article.editions.count() == 1 and page.checked == Checked.DONE
        return () if whole else (f"{article.pk} did not come out: {facts()}, {page.checked}",)

    return Story(act, stopped, finished)


STORIES = {
    "import_article": import_article,
    "import_sources": import_sources,
    "recheck": recheck,
    "publish": publish,
}


def astray():
    """Whatever no kill may leave: sources without their event, editions without theirs, flags that are not what the
    checks find of a text which they are said to have seen, and a broken ledger."""
    told = set(Event.objects.filter(verb="source.added").values_list("subject", flat=True))
    for event in Event.objects.filter(verb="sources.imported").only("about"):
        told |= {f"source:{key}" for key in _keys(event)}
    for key in Source.objects.values_list("key", flat=True):
        if f"source:{key}" not in told:
            yield f"source {key} has no event"
    for edition in Edition.objects.exclude(article__events__verb="edition.published"):
        yield f"edition {edition} has no event"
    for article in with_checked(Article.objects.all()):
        found = {one.fingerprint for one in Evaluation.of(article.manuscript(), article).findings}
        kept = set(article.flags.on("draft").raised().values_list("fingerprint", flat=True))
        if article.checked == Checked.DONE and found != kept:
            yield f"flags of {article.pk} are not in step"
    call_command("verify_ledger", stdout=StringIO())


def _keys(event):
    return json.loads(event.about)["keys"].split(",")
