"""Fifty references of every kind in each style, as a page prints them when an edition comes out."""

from benchmarks.timing import milliseconds
from evidence.bibliography import references
from tests.evidence.bibliography.references.works import WORKS, people

PRINTED = 50
TEAM = people(*(f"Author{number} Ann Bea" for number in range(25)))


def figures():
    """{"references": 50, "ama_ms", "vancouver_ms", "apa_ms"}"""
    records = [_grown(WORKS[number % len(WORKS)], number) for number in range(PRINTED)]
    timed = {
        f"{style}_ms": milliseconds(lambda style=style: references.listed(records, style), repeat=9)
        for style in references.STYLES
    }
    return {"references": PRINTED, **timed}


def _grown(work, number):
    """Every third with many authors, each with a title of its own."""
    team = TEAM if number % 3 == 0 and "raw" not in work else work.get("author")
    return {**work, "title": f"{work.get('title', '')}, part {number}", "author": team}
