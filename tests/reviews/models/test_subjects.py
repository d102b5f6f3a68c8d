"""A waiver and an approval hold for what they were given for: every field of it is tried."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from evidence.manuscript import Citation, Claim, Manuscript, Section, Source
from evidence.manuscript.circumstances import Circumstances, Update
from reviews.models.subject import subject_digest

CITED = Citation("alder-2019", "supports", "slept longer", "p. 9", "40", "%")
CLAIM = Claim("c1", "effect", True, "people", "o1", "EU", date(2026, 1, 1), (CITED,))
CSL = {"title": "Lemon balm", "author": [{"family": "Alder"}], "volume": "7"}
SOURCE = Source(
    "alder-2019", CSL, "10.5555/a", "31", "PMC3", "9780306406157", "RCT", "human_healthy", "rat", 40, "yes",
    "primary", "None."
)  # fmt: skip
BODY = "Lemon balm improves sleep.[^c1] Tea is a drink."
WHOLE = Manuscript("Lemon balm", sections=(Section("s1", body=BODY),), claims=(CLAIM,), sources=(SOURCE,))
NOW = Circumstances(date(2026, 6, 1), updates={"alder-2019": (Update("correction", date(2026, 2, 1)),)})
UPDATE = Update("retraction", date(2026, 3, 1), "10.5555/n", "PubMed", True)


def other(value):
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        return f"{value}x"
    if isinstance(value, int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, tuple):
        return ()
    return {**value, "title": "Another work"}


def changes():
    """(noun and field, manuscript) with one field of the claim, of what it cites or of the source another one."""
    for field in fields(Citation):
        cited = replace(CITED, **{field.name: other(getattr(CITED, field.name))})
        yield f"citation.{field.name}", replace(WHOLE, claims=(replace(CLAIM, citations=(cited,)),))
    for field in fields(Claim):
        if field.name != "key":
            made = replace(CLAIM, **{field.name: other(getattr(CLAIM, field.name))})
            yield f"claim.{field.name}", replace(WHOLE, claims=(made,))
    for field in fields(Source):
        made = replace(SOURCE, **{field.name: other(getattr(SOURCE, field.name))})
        yield f"source.{field.name}", replace(WHOLE, sources=(made,))
    for body in (BODY.replace("improves", "ruins"), f"{BODY[:-1]}[^c1]."):
        yield f"sentence {body}", replace(WHOLE, sections=(Section("s1", body=body),))


@pytest.mark.parametrize(
    ("what", "changed"), list(changes()), ids=lambda case: case if isinstance(case, str) else ""
)
def test_a_waiver_and_an_approval_lapse_with_every_field(what, changed):
    assert subject_digest(changed, NOW, "claim:c1") != subject_digest(WHOLE, NOW, "claim:c1")
    assert changed.digest != WHOLE.digest


@pytest.mark.parametrize("field", [field.name for field in fields(Update)])
def test_a_waiver_lapses_with_what_happened_to_its_source(field):
    before = replace(NOW, updates={"alder-2019": (UPDATE,)})
    after = replace(NOW, updates={"alder-2019": (replace(UPDATE, **{field: other(getattr(UPDATE, field))}),)})
    assert subject_digest(WHOLE, before, "claim:c1") != subject_digest(WHOLE, after, "claim:c1")


def test_what_stands_beside_the_claim_voids_no_waiver_of_it():
    beside = replace(WHOLE, sections=(Section("s1", body=BODY.replace("a drink", "hot")),))
    assert subject_digest(beside, NOW, "claim:c1") == subject_digest(WHOLE, NOW, "claim:c1")
