import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import compact
from evidence.bibliography.identifiers.errors import InvalidIdentifier


def normalise_orcid(text):
    """An ORCID iD as "0000-0002-1825-0097", its check digit tested (ISO 7064 11,2). Raises InvalidIdentifier."""
    orcid = re.sub(r"^(?:HTTPS?://)?(?:WWW\.)?ORCID\.ORG/|^ORCID(?:ID)?:", "", compact(text))
    digits = orcid.rstrip("/.,;").replace("-", "")
    if not re.fullmatch(r"000[0-9]{12}[0-9X]", digits):  # ORCID's blocks of ISNI, all of which begin so
        raise InvalidIdentifier(
            _("“%(text)s” is no ORCID iD: it has sixteen digits in four groups.") % {"text": text}
        )
    if digits[15] != _check_digit(digits[:15]):
        raise InvalidIdentifier(
            _("“%(text)s”: the check digit of this ORCID iD does not fit.") % {"text": text}
        )
    return "-".join(digits[place : place + 4] for place in range(0, 16, 4))


def _check_digit(fifteen):
    total = 0
    for digit in fifteen:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return "X" if check == 10 else str(check)
