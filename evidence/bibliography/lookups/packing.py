"""What was found as signed text, so that a form can carry it through the browser and nothing is stored meanwhile."""

import dataclasses

from django.core import signing

from evidence.bibliography.lookups.found import Found
from evidence.bibliography.references.comparing import Mismatch

SALT = "evidence.bibliography.lookups.found"


def packed(found):
    """Signed, compressed text of a Found."""
    return signing.dumps(dataclasses.asdict(found), salt=SALT, compress=True)


def unpacked(text):
    """The Found of `packed` text. Raises django.core.signing.BadSignature for text that was altered."""
    plain = signing.loads(text, salt=SALT)
    plain["mismatches"] = tuple(Mismatch(**one) for one in plain["mismatches"])
    return Found(**{**plain, "also": tuple(plain["also"]), "told": tuple(plain["told"])})
