import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import compact
from evidence.bibliography.identifiers.errors import InvalidIdentifier


def normalise_issn(text):
    """An ISSN as "1234-567X", its check digit tested (ISO 3297). Raises InvalidIdentifier."""
    issn = (
        re.sub(r"^(?:URN:)?[EP]?-?ISSN(?:-L)?(?:\([A-Z]+\))?:?", "", compact(text))
        .replace("-", "")
        .strip(".,;")
    )
    if not re.fullmatch(r"[0-9]{7}[0-9X]", issn):
        raise InvalidIdentifier(
            _("“%(text)s” is no ISSN: it has eight digits, the last may be X.") % {"text": text}
        )
    if sum((8 - place) * (10 if c == "X" else int(c)) for place, c in enumerate(issn)) % 11 or not int(
        issn[:7]
    ):
        raise InvalidIdentifier(_("“%(text)s”: the check digit of this ISSN does not fit.") % {"text": text})
    return f"{issn[:4]}-{issn[4:]}"
