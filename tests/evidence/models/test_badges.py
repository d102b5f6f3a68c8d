"""What an editor sees of a source at once."""

from types import SimpleNamespace

import pytest

from evidence.manuscript.circumstances import Update
from evidence.models.badges import badges_of

PLAIN = {"merged_into_id": None, "peer_review": "yes", "population": ""}


@pytest.mark.parametrize(
    ("fields", "updates", "names"),
    [
        ({}, [], []),
        ({"population": "animal"}, [Update("retraction")], ["retracted", "animals"]),
        ({"population": "human_patients"}, [Update("erratum")], ["corrected", "people"]),
        ({"peer_review": "preprint"}, [Update("expression_of_concern")], ["concern", "preprint"]),
        ({}, [Update("retraction"), Update("retraction", superseded=True)], []),
        ({"merged_into_id": 3, "population": "cells"}, [], ["merged", "cells"]),
    ],
)
def test_badges(fields, updates, names):
    found = badges_of(SimpleNamespace(**{**PLAIN, **fields}), updates)
    assert [badge.name for badge in found] == names
