"""What services assert about a work after it appeared: errata, retractions, concerns, newer versions.

Pure: CSL records and files in, Assertions out. Nothing is collapsed: two services that disagree are two Assertions.
"""

from evidence.bibliography.updates import crossref, pubmed, titles
from evidence.bibliography.updates.assertion import Assertion
from evidence.vocabulary import RETRACTING

__all__ = ["Assertion", "assertions_of", "later_version_of", "tells"]


def assertions_of(csl, service):
    """Assertions of a CSL record as `service` gave it, about the work itself or (`about`) about another one.

    A title's "RETRACTED:" counts only where nothing better says so.
    """
    found = [*crossref.assertions(csl), *pubmed.assertions(csl)]
    if not any(one.about is None and one.type in RETRACTING for one in found):
        found += titles.assertions(csl, service, found)
    return list(dict.fromkeys(found))


def later_version_of(csl):
    """("doi" | "pmid", value) of the version of record of a preprint, or None."""
    return crossref.later_version(csl) or pubmed.later_version(csl)


def tells(csl):
    """Whether a record asserts anything of any work, or names its own later version."""
    return bool(assertions_of(csl, "") or later_version_of(csl))
