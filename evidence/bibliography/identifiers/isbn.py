import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers.cleaning import compact
from evidence.bibliography.identifiers.errors import InvalidIdentifier


def normalise_isbn(text):
    """An ISBN as 13 digits; one of 10 digits is checked and converted (ISO 2108). Raises InvalidIdentifier."""
    isbn = re.sub(r"^(?:URN:)?E?ISBN(?:-?1[03](?=[:\D]))?:?", "", compact(text)).replace("-", "").strip(".,;")
    if re.fullmatch(r"[0-9]{9}[0-9X]", isbn):
        if _weighted(isbn) % 11 or not int(isbn[:9]):
            raise _misprinted(text)
        return f"978{isbn[:9]}{_ean_digit('978' + isbn[:9])}"
    if not re.fullmatch(r"(?:978[0-9]|979[1-9])[0-9]{9}", isbn):  # 979-0 numbers printed music (ISO 10957)
        raise InvalidIdentifier(_("“%(text)s” is no ISBN: it has 10 or 13 digits.") % {"text": text})
    if _ean_digit(isbn[:12]) != isbn[12]:
        raise _misprinted(text)
    return isbn


def _misprinted(text):
    return InvalidIdentifier(_("“%(text)s”: the check digit of this ISBN does not fit.") % {"text": text})


def _weighted(ten):
    return sum((10 - place) * (10 if c == "X" else int(c)) for place, c in enumerate(ten))


def _ean_digit(twelve):
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)
