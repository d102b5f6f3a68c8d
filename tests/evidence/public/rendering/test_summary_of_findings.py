"""The summary of findings: at most seven outcomes, what nobody studied among them, each said in words."""

from dataclasses import replace

from evidence.manuscript import Outcome
from evidence.public.rendering.edition import rendered_parts
from tests import builders


def rows(*outcomes):
    parts = rendered_parts(replace(builders.manuscript(), outcomes=outcomes))
    return [[row["row"].name for row in parts[part]] for part in ("outcomes", "further")]


def test_the_seven_most_important_stand_in_the_table_in_the_editors_order():
    outcomes = [
        Outcome(f"o{n}", f"Outcome {n}", importance=importance)
        for n, importance in enumerate([3, 9, 8, 7, 6, 5, 4, 4, None])
    ]
    assert rows(*outcomes) == [[f"Outcome {n}" for n in range(1, 8)], ["Outcome 0", "Outcome 8"]]


def test_an_outcome_that_nobody_studied_is_shown():
    parts = rendered_parts(
        replace(builders.manuscript(), outcomes=(Outcome("o1", "Pain", body="no_studies"),))
    )
    (row,) = parts["outcomes"]
    assert (row["certainty"], row["symbols"]) == ("No included studies", "")
    assert row["statement"] == "No studies were found that looked at pain."


def test_what_is_known_is_said_in_words():
    parts = rendered_parts(builders.manuscript())
    assert [row["statement"] for row in parts["outcomes"]] == [
        "Lemon balm may slightly increase sleep quality.",
        "",
    ]
