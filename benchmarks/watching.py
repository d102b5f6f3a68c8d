"""A Retraction Watch file of 60,000 rows read against a library of 10,000 sources; both made up on the spot."""

import contextlib
import re
import tempfile
import time
from pathlib import Path

from evidence.models import Source
from reviews.watching.refreshing import News, watch

HEAD = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes"
)
ROWS, SOURCES, SHARED = 60_000, 10_000, 100


def figures():
    """{"rows", "sources", "news", "seconds", "again_seconds", "peak_mb"}; the peak is the whole process's."""
    _stock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "watch.csv"
        path.write_text("\n".join((HEAD, *map(_line, range(ROWS)))), encoding="utf-8")
        _forget_peak()
        seconds, news = _timed(path)
        again, nothing = _timed(path)
    if (news, nothing) != (SHARED, 0):
        raise AssertionError(f"{news} and {nothing} updates recorded, not {SHARED} and 0")
    return {
        "rows": ROWS,
        "sources": SOURCES,
        "news": news,
        "seconds": seconds,
        "again_seconds": again,
        "peak_mb": _peak(),
    }


def _stock():
    rows = [Source(key=f"work-{n}", doi=f"10.5555/work.{n}", pmid=str(n + 1)) for n in range(SOURCES)]
    for n, row in enumerate(rows):
        row.describe({"title": f"Made-up work number {n} on sleep", "issued": {"date-parts": [[2015]]}})
    Source.objects.bulk_create(rows, batch_size=500)


def _line(n):
    """Every row speaks of another paper; the first of them of works in the library."""
    here = n < SHARED
    number = n * (SOURCES // SHARED) if here else n + SOURCES
    return (
        f'{n},"Made-up work number {number} on sleep",(HSC) Medicine;,"Some University, Somewhere",Journal of Examples,'
        f'House,Nowhere,"A Alder; B Birch",https://example.org/{n},Research Article;,6/25/2020 0:00,10.5555/notice.{n},'
        f"0,4/1/2015 0:00,10.5555/work.{number},{number + 1},Retraction,"
        "+Concerns about Data;+Investigation by Journal;,No,"
    )


def _timed(path):
    start = time.perf_counter()
    news = sum(len(found.recorded) for found in watch(path) if isinstance(found, News))
    return round(time.perf_counter() - start, 2), news


def _forget_peak():
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak():
    """Megabytes that the process held at most since then; None where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    except OSError:
        return None
    return round(int(found[1]) / 1024) if found else None
