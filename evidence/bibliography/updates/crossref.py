"""Crossref's `updated-by` (on the paper) and `update-to` (on the notice), by publishers and Retraction Watch."""

from evidence.bibliography.identifiers import InvalidIdentifier, normalise_doi
from evidence.bibliography.references.dates import date_parts
from evidence.bibliography.updates.assertion import COCHRANE, Assertion, custom, full_date, listed
from evidence.vocabulary import RETRACTING, UpdateType

WHO = {"retraction-watch": "Retraction Watch"}
# Older deposits; everything else is written as in the vocabulary or is left with the record.
SPELLED = {
    "err": "erratum",
    "corr": "correction",
    "concern": "expression_of_concern",
    "retracted": "retraction",
}


def assertions(csl):
    """Assertions of a record that came from Crossref; none of any other record."""
    said, own = custom(csl), str(csl.get("DOI") or "")
    found = [_made(item, notice=_doi(item)) for item in _items(said, "updated-by")]
    for item in _items(said, "update-to"):
        # Some publishers put the mark on the retracted paper itself: then it names its own DOI.
        other = _doi(item)
        about = None if not other or other == own else ("doi", other)
        found.append(_made(item, notice=own, about=about))
    found = [one for one in found if one]
    newer = [one for one in found if one.type == UpdateType.NEW_VERSION and one.about is None]
    return [_superseded(one) if _made_way(one, own, newer) else one for one in found]


def later_version(csl):
    """("doi", value) of what a preprint became by Crossref's relations, or None."""
    relations = custom(csl).get("relation")
    for item in listed(relations.get("is-preprint-of")) if isinstance(relations, dict) else ():
        if isinstance(item, dict) and item.get("id-type") == "doi":
            try:
                return "doi", normalise_doi(str(item.get("id", "")))
            except InvalidIdentifier:
                continue
    return None


def _items(said, name):
    listed = said.get(name)
    return [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []


def _made(item, notice, about=None):
    kind = str(item.get("type") or "").strip().lower().replace("-", "_").replace(" ", "_")
    kind = SPELLED.get(kind, kind)
    if kind not in UpdateType.values:
        return None
    source = str(item.get("source") or "publisher")
    return Assertion(
        type=kind,
        on=full_date(date_parts(item.get("updated") or {})),
        notice=notice,
        asserted_by=WHO.get(source, f"Crossref ({source})"),
        about=about,
    )


def _doi(item):
    try:
        return normalise_doi(str(item.get("DOI") or ""))
    except InvalidIdentifier:
        return ""


def _made_way(one, own, newer):
    """Whether a work was taken back for a newer version: a withdrawn Cochrane review, or one replaced under its own
    DOI on that day or later. A version of earlier days is what was retracted."""
    if one.type not in RETRACTING or one.about or not own:
        return False
    if own.startswith(COCHRANE):
        return bool(newer)
    return one.notice == own and any(one.on and version.on and version.on >= one.on for version in newer)


def _superseded(one):
    return Assertion(one.type, one.on, one.notice, one.asserted_by, superseded=True, about=one.about)
