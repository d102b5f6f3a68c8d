"""PubMed's CommentsCorrections (XML) or comment tags (NBIB), and its publication types.

https://www.nlm.nih.gov/bsd/mms/medlineelements.html and .../licensee/elements_descriptions.html.
"""

from evidence.bibliography.identifiers import find
from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.references.dates import date_parts
from evidence.bibliography.updates.assertion import COCHRANE, Assertion, custom, full_date, listed
from evidence.vocabulary import UpdateType

NAME = "PubMed"
# On the paper: what the notice did to it. Names of the XML, tags of NBIB.
DONE_TO_IT = {
    "ErratumIn": UpdateType.ERRATUM, "EIN": UpdateType.ERRATUM,
    "ExpressionOfConcernIn": UpdateType.CONCERN, "ECI": UpdateType.CONCERN,
    "RetractionIn": UpdateType.RETRACTION, "RIN": UpdateType.RETRACTION,
    "RetractedandRepublishedIn": UpdateType.RETRACTION, "RRI": UpdateType.RETRACTION,
    "PartialRetractionIn": UpdateType.PARTIAL_RETRACTION, "PRIN": UpdateType.PARTIAL_RETRACTION,
    "CorrectedandRepublishedIn": UpdateType.CORRECTION, "CRI": UpdateType.CORRECTION,
    "UpdateIn": UpdateType.NEW_VERSION, "UIN": UpdateType.NEW_VERSION,
}  # fmt: skip
# On the notice: what it does to another paper.
DOES = {
    "ErratumFor": UpdateType.ERRATUM, "EFR": UpdateType.ERRATUM,
    "ExpressionOfConcernFor": UpdateType.CONCERN, "ECF": UpdateType.CONCERN,
    "RetractionOf": UpdateType.RETRACTION, "ROF": UpdateType.RETRACTION,
    "PartialRetractionOf": UpdateType.PARTIAL_RETRACTION, "PROF": UpdateType.PARTIAL_RETRACTION,
    "RetractedandRepublishedFrom": UpdateType.RETRACTION, "RRF": UpdateType.RETRACTION,
    "CorrectedandRepublishedFrom": UpdateType.CORRECTION, "CRF": UpdateType.CORRECTION,
}  # fmt: skip
RETRACTED = "Retracted Publication"


def assertions(csl):
    """Assertions of a record that came from PubMed; none of any other record."""
    types, comments = listed(custom(csl).get("publication-types")), custom(csl).get("comments") or {}
    updated = _is_updated(comments)
    found = [
        _made(
            kind,
            text,
            pmid,
            superseded=updated and _is_withdrawn_review(csl) and kind == UpdateType.RETRACTION,
        )
        for name, kind in DONE_TO_IT.items()
        for text, pmid in _items(comments, name)
        if not (kind == UpdateType.NEW_VERSION and "Preprint" in types)
    ]
    if RETRACTED in types and not any(one.type == UpdateType.RETRACTION for one in found):
        found.append(Assertion(UpdateType.RETRACTION, asserted_by=NAME))
    for name, kind in DOES.items():
        for _text, pmid in _items(comments, name):
            if pmid:
                own = f"PMID {csl['PMID']}" if csl.get("PMID") else csl.get("DOI", "")
                found.append(Assertion(kind, notice=own, asserted_by=NAME, about=("pmid", pmid)))
    return found


def later_version(csl):
    """("pmid", value) of what a preprint became, or None."""
    if "Preprint" in listed(custom(csl).get("publication-types")):
        for name in ("UpdateIn", "UIN"):
            for _text, pmid in _items(custom(csl).get("comments") or {}, name):
                if pmid:
                    return "pmid", pmid
    return None


def _is_updated(comments):
    return any(_items(comments, name) for name in ("UpdateIn", "UIN"))


def _is_withdrawn_review(csl):
    return str(csl.get("DOI") or "").startswith(COCHRANE)


def _items(comments, name):
    """(text of the reference, PMID or "") of each comment of a kind, whichever format it came in."""
    for item in listed(comments.get(name)) if isinstance(comments, dict) else ():
        if isinstance(item, dict):
            yield str(item.get("source") or ""), str(item.get("PMID") or "")
        else:
            yield str(item), find(str(item)).get("pmid", "")


def _made(kind, text, pmid, superseded):
    notice = find(text).get("doi") or (f"PMID {pmid}" if pmid else text[:300])
    # "Lancet. 2010 Feb 6;375(9713):445": the date follows the journal's name.
    _journal, _stop, rest = text.partition(". ")
    on = full_date(date_parts(csl_date(rest.split(";")[0].split(":")[0]) or {}))
    return Assertion(kind, on, notice, NAME, superseded=superseded)
