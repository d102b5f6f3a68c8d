"""The one fitted model: the same rows give the same model, and the shipped one is small and readable."""

import json

from evidence.prose.linear import DATA, fit, model

ROWS = [(f"a{n}", ["previous", "studies", "showed", "it", str(n)], {"points": 2.0}, 1) for n in range(9)]
ROWS += [(f"b{n}", ["we", "asked", "our", "patients", "on", str(n)], {"points": -1.0}, 0) for n in range(9)]


def test_fitting_is_repeatable_and_separates_what_can_be_separated():
    first, second = fit(ROWS), fit(ROWS)
    assert first.saved() == second.saved()
    likely, raising = first.weigh(["previous", "studies"], {"points": 2.0})
    assert likely > 0.5 > first.weigh(["we", "asked"], {"points": -1.0})[0]
    assert set(raising) == {"previous", "studies"}


def test_what_stands_in_few_documents_is_left_out():
    once = [("a0", ["rare"], {"strange": 1.0}, 1)]
    assert not {"word=rare", "strange"} & set(fit([*ROWS, *once]).weights)
    assert "word=0" in fit(ROWS).weights


def test_the_harder_weights_are_drawn_the_smaller_they_are():
    strict, free = fit(ROWS, strictness=50), fit(ROWS, strictness=1)
    assert abs(strict.weights["points"]) < abs(free.weights["points"])


def test_the_shipped_model_is_small_and_says_what_saved_says():
    path = DATA / "needs_source.json"
    assert path.stat().st_size < 2_000_000
    assert json.loads(model("needs_source").saved()) == json.loads(path.read_text(encoding="utf-8"))
    assert model("needs_source").weights["points"] > 0
