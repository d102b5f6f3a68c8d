"""The one fitted model: the same rows give the same model, and the shipped one is small and reads its features."""

from evidence.prose.linear import DATA, fit, model
from evidence.prose.needs_source import needs_source

ROWS = [(f"previous studies showed effect {n}", {}, 1) for n in range(9)]
ROWS += [(f"we asked our patients on day {n}", {}, 0) for n in range(9)]


def test_fitting_is_repeatable_and_separates_what_can_be_separated():
    first, second = fit(ROWS), fit(ROWS)
    assert first.saved() == second.saved()
    assert first.judge("previous studies showed it", {}).score > 0.5
    assert first.judge("we asked our patients", {}).score < 0.5


def test_the_shipped_model_is_small_and_names_its_words():
    assert (DATA / "needs_source.json").stat().st_size < 2_000_000
    told = needs_source("It has been shown in previous studies that sleep matters.", section="introduction")
    assert told.score > needs_source("We thank our patients.", section="results").score
    assert "was shown" in told.because or "studies" in told.because
    assert set(model("needs_source").rarity) <= {
        n.removeprefix("word=") for n in model("needs_source").weights
    }
