"""A labelled file cut in two by its documents: a part to read and tune rules on, and a part that is only scored.

A rule that was tuned on rows proves nothing on them. Which part a document belongs to follows from its name alone, so
that it is the same everywhere and for ever, however the file is ordered or grows.
"""

import hashlib

TUNED, ASIDE = "tuned", "aside"
KEPT = 8  # one document of so many is kept aside


def part_of(document):
    """TUNED or ASIDE for the name of a document."""
    return TUNED if hashlib.sha256(document.encode()).digest()[-1] % KEPT else ASIDE


def document_of(row):
    """The document that a labelled row comes from; the row itself where none is named."""
    return str(row.get("doc") or row.get("page") or row.get("id") or row.get("text"))


def parted(rows):
    """{TUNED: rows, ASIDE: rows}, each in the order of the file."""
    found = {TUNED: [], ASIDE: []}
    for row in rows:
        found[part_of(document_of(row))].append(row)
    return found
