import re
from dataclasses import dataclass
from datetime import date

COCHRANE = "10.1002/14651858."
# Words in front of a title that speak of a notice, not of a paper that was taken back.
_NOTICE = re.compile(
    r"(?:\W*)(?:notice of )?(?:retraction|withdrawal|erratum|corrigendum|correction|addendum|"
    r"expression of concern|editorial expression of concern)(?: notice| note| statement)?(?: to| of| for|:| –| -|\.|$)",
    re.I,
)


@dataclass(frozen=True)
class Assertion:
    """`type` is one of Crossref's twelve; `superseded`: it no longer stands, because it made way for a newer version
    or was lifted; `about`: ("doi" | "pmid", value) of another work, None for the work itself."""

    type: str
    on: date | None = None
    notice: str = ""
    asserted_by: str = ""
    superseded: bool = False
    about: tuple[str, str] | None = None


def custom(csl):
    """What an importer kept beside CSL's own variables; empty where somebody wrote something else there."""
    said = csl.get("custom")
    return said if isinstance(said, dict) else {}


def listed(value):
    """A list as it is, a single value as a list of one."""
    return list(value) if isinstance(value, list | tuple) else [value] if value else []


def is_notice(csl):
    """Whether a record is itself a notice about another work."""
    types = listed(custom(csl).get("publication-types"))
    speaking = {
        "Retraction of Publication",
        "Retraction Notice",
        "Published Erratum",
        "Expression of Concern",
    }
    return bool(speaking & set(map(str, types))) or bool(_NOTICE.match(str(csl.get("title") or "")))


def full_date(parts):
    """A date of [year, month, day]; None where any of them is missing or wrong."""
    try:
        return date(*(int(part) for part in parts)) if len(parts) == 3 else None
    except (TypeError, ValueError):
        return None
