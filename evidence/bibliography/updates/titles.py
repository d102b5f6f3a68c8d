"""A status that stands only in front of a title: "RETRACTED: …", "WITHDRAWN: …"."""

import re

from evidence.bibliography.updates.assertion import COCHRANE, Assertion, is_notice
from evidence.vocabulary import UpdateType

_MARKS = (
    (re.compile(r"\W*(?:this article has been )?retracted(?: article| paper| chapter)?\s*[:\]).–-]", re.I),
     UpdateType.RETRACTION),
    (re.compile(r"\W*withdrawn(?: article| paper)?\s*[:\]).–-]", re.I), UpdateType.WITHDRAWAL),
    (re.compile(r"\W*temporary removal\s*[:\]).–-]|\W*removed\s*:", re.I), UpdateType.REMOVAL),
)  # fmt: skip
_BEHIND = re.compile(r"[\[(](?:retracted|withdrawn)(?: article)?[\])]\s*\.?$", re.I)


def assertions(csl, service, found=()):
    """At most one Assertion by a record's title; none for a notice. `found` is what the record says elsewhere: a
    withdrawn Cochrane review that has a newer version only made way for it."""
    title = str(csl.get("title") or "")
    if is_notice(csl) or any(one.about for one in found):
        return []
    for mark, kind in _MARKS:
        if mark.match(title):
            return [_made(kind, csl, service, found)]
    if behind := _BEHIND.search(title):
        kind = UpdateType.WITHDRAWAL if "withdrawn" in behind.group().lower() else UpdateType.RETRACTION
        return [_made(kind, csl, service, found)]
    return []


def _made(kind, csl, service, found):
    renewed = any(one.type == UpdateType.NEW_VERSION for one in found)
    superseded = renewed and str(csl.get("DOI") or "").startswith(COCHRANE)
    return Assertion(kind, asserted_by=f"{service} (title)", superseded=superseded)
