"""A draft as signed text, so that a preview can carry it through the browser and nothing is stored meanwhile."""

import dataclasses
import datetime

from django.core import signing

from evidence.importers.drafts import Draft, DraftPerson, DraftReference, DraftSection

SALT = "evidence.importers.draft"
HOURS = 12  # for so long a preview may be corrected


def packed(draft):
    """Signed, compressed text of a Draft."""
    plain = dataclasses.asdict(draft)
    plain["date"] = draft.date.isoformat() if draft.date else ""
    return signing.dumps(plain, salt=SALT, compress=True)


def unpacked(text):
    """The Draft of `packed` text. Raises django.core.signing.BadSignature for text altered or too old."""
    plain = signing.loads(text, salt=SALT, max_age=HOURS * 3600)
    return Draft(
        **{
            **plain,
            "date": datetime.date.fromisoformat(plain["date"]) if plain["date"] else None,
            "byline": tuple(DraftPerson(**one) for one in plain["byline"]),
            "sections": tuple(DraftSection(**one) for one in plain["sections"]),
            "references": tuple(DraftReference(**one) for one in plain["references"]),
            "footnotes": tuple(tuple(one) for one in plain["footnotes"]),
            "furniture": tuple(plain["furniture"]),
            "problems": tuple(plain["problems"]),
        }
    )
