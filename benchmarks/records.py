"""Bibliographic records: reading each format at three sizes, and a file into the library, new and known."""

import json
import resource
import time

from benchmarks.timing import milliseconds
from evidence.bibliography.importers import Record, read
from evidence.library.cataloguing import catalogue
from evidence.models import Source

SIZES = (1_000, 10_000, 50_000)
IMPORTED = 10_000
ABSTRACT = (
    "Background: adults who sleep badly drank tea for two weeks. Results: sleep improved slightly. " * 12
)


def figures(author):
    """{"importing": {"first", "again": {"seconds", "processor"}, "peak_mb", …}, "reading": {format: {size: seconds of
    processor time}}}"""
    return {"importing": _importing(author), "reading": {name: _reading(name) for name in WRITERS}}


def _importing(author):
    data = WRITERS["ris"](IMPORTED).encode()
    before = _peak()
    first, added = _timed(data, author)
    again, known = _timed(data, author)
    peak = _peak()
    Source.objects.all().delete()
    return {
        "records": added,
        "first": first,
        "again": again,
        "known": known,
        "peak_mb": peak,
        "before_mb": before,
    }


def _timed(data, author):
    start, worked = time.perf_counter(), time.process_time()
    records = (one for one in read("records.ris", data) if isinstance(one, Record))
    count = sum(1 for _entry in catalogue(records, by=author))
    said = {
        "seconds": round(time.perf_counter() - start, 2),
        "processor": round(time.process_time() - worked, 2),
    }
    return said, count


def _reading(name):
    """Seconds by size, and how much dearer a record is in the largest file than in the smallest."""
    found = {str(size): _seconds(name, size) for size in SIZES}
    each = found[str(SIZES[-1])] / SIZES[-1], found[str(SIZES[0])] / SIZES[0]
    return {**found, "each_dearer": round(each[0] / each[1], 2)}


def _seconds(name, size):
    data = WRITERS[name](size).encode()
    return round(milliseconds(lambda: _count(data, name, size), repeat=1) / 1000, 2)


def _count(data, name, size):
    if (count := sum(isinstance(one, Record) for one in read("records", data, name))) != size:
        raise AssertionError(f"{count} of {size} records were read")


def _peak():
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


RIS = (
    "TY  - JOUR\r\nAU  - Berg, Anna\r\nAU  - van der Meer, J.\r\nTI  - Tea number {n} and sleep onset in adults\r\n"
    "JO  - Journal of Made Examples\r\nPY  - {year}\r\nVL  - 4\r\nSP  - {n}\r\nEP  - {last}\r\n"
    "DO  - 10.5555/made.{n}\r\nAN  - PMID: {pmid}\r\nAB  - {abstract}\r\nKW  - tea\r\nER  - \r\n\r\n"
)
NBIB = (
    "PMID- {pmid}\nTI  - Tea number {n} and sleep onset\n      in adults.\nFAU - Berg, Anna\nAU  - Berg A\n"
    "DP  - {year} May\nJT  - Journal of Made Examples\nPG  - {n}-{last}\nAID - 10.5555/made.{n} [doi]\n"
    "PT  - Journal Article\nMH  - Humans\nAB  - {abstract}\n\n"
)
BIBTEX = (
    '@article{{made{n},\n  title = {{Tea number {n} and {{DNA}} {{\\"o}}f sleep}},\n'
    "  author = {{Berg, Anna and {{Tea Group}}}},\n  journal = {{Journal of Made Examples}},\n  year = {year},\n"
    "  pages = {{{n}--{last}}},\n  doi = {{10.5555/made.{n}}},\n  abstract = {{{abstract}}}\n}}\n\n"
)


def _of(form):
    def write(size):
        said = ({"n": n, "year": 1990 + n % 35, "last": n + 8, "pmid": n + 1_000_000} for n in range(size))
        return "".join(form.format(abstract=ABSTRACT, **one) for one in said)

    return write


def csl(size):
    return json.dumps(
        [
            {
                "id": f"made{n}", "type": "article-journal", "title": f"Tea number {n} and sleep onset",
                "author": [{"family": "Berg", "given": "Anna"}], "issued": {"date-parts": [[1990 + n % 35]]},
                "DOI": f"10.5555/made.{n}", "abstract": ABSTRACT,
            }
            for n in range(size)
        ],
        indent=1,
    )  # fmt: skip


WRITERS = {"ris": _of(RIS), "nbib": _of(NBIB), "bibtex": _of(BIBTEX), "csl": csl}
