"""The one frozen shape that everything turns on, and what can be said of it: circumstances, differences, outline,
coverage, and how rows are taken into it. All pure: no query, no network, no clock.

Import the shape from here and the rest from its modules. It imports `bibliography`, `prose`, `appraisal` and what
lies beneath.
"""

from evidence.manuscript.manuscript import (
    SCHEMA,
    BylineEntry,
    Citation,
    Claim,
    DomainRating,
    Manuscript,
    Outcome,
    SearchRecord,
    Section,
    Source,
    digest_of,
    from_json,
)

__all__ = [
    "SCHEMA",
    "BylineEntry",
    "Citation",
    "Claim",
    "DomainRating",
    "Manuscript",
    "Outcome",
    "SearchRecord",
    "Section",
    "Source",
    "digest_of",
    "from_json",
]
