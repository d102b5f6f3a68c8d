"""Checking every article again: a hundred of sixty claims, scaled to a thousand."""

import time
from io import StringIO

from django.core.management import call_command

from benchmarks.manuscripts import manuscript
from benchmarks.timing import forget
from evidence.manuscript import from_json
from evidence.storing import store

ARTICLES, SIZE = 100, (30, 60, 50)  # sections, claims, sources


def figures(author):
    """{"articles", "claims", "first_s", "again_s", "thousand_s"}: seconds by the clock for the hundred, when every flag
    is new and when none is; `thousand_s` is ten times the slower."""
    whole = manuscript(*SIZE)
    for number in range(ARTICLES):
        store(_own(whole, number), slug=f"recheck-{number}", by=author)
    first, again = _seconds(), _seconds()
    return {
        "articles": ARTICLES,
        "claims": len(whole.claims),
        "first_s": first,
        "again_s": again,
        "thousand_s": round(10 * max(first, again), 1),
    }


def _own(whole, number):
    """The same article with words of its own in every sentence, so that nothing is known from the one before."""
    text = whole.to_json().replace("adults found", f"adults of group {number} found")
    return from_json(text)


def _seconds():
    forget()
    start = time.perf_counter()
    call_command("recheck", stdout=StringIO(), stderr=StringIO())
    return round(time.perf_counter() - start, 2)
