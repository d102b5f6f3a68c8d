"""What a rule advises fits what stands there: nobody is sent to do what is done already."""

from reviews.checks import REGISTRY
from reviews.checks.examples import claim, example


def found(code, *args, **kwargs):
    return REGISTRY[code].run(*example(*args, **kwargs))


def test_a_few_words_are_not_called_nothing():
    (nothing,) = found("ST1", "## Harms\n\n## Effects\n\n" + "It was studied in many people. " * 5)
    (little,) = found("ST1", "## Harms\n\nA few people felt sick.")
    assert "says nothing" in nothing.message
    assert "says too little" in little.message
    assert "at least 20 words" in little.mend


def test_a_section_whose_sentences_are_claims_only_lacks_sources():
    (ticked,) = found("SR1", "## Effects\n\nIt improved sleep in adults.[^c1]", claims=[claim("c1")])
    (bare,) = found("SR1", "## Effects\n\nIt improved sleep by 20 % in a trial.")
    assert ticked.mend == "Cite a source for its claims."
    assert bare.mend.startswith("Tick")


def test_a_claim_that_nothing_was_found_is_told_of_its_kind():
    (absent,) = found("SR2", "No trial in people was found.[^c1]", claims=[claim("c1")])
    (positive,) = found("SR2", "It improves sleep.[^c1]", claims=[claim("c1")])
    assert "Absence of evidence" in absent.mend
    assert "Absence of evidence" not in positive.mend
