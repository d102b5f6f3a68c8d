"""Prose that nobody stands behind: the flags of a section come in an order of attention, each with its words."""

from reviews.checks import REGISTRY, load
from reviews.checks.examples import example

load()

BODY = (
    "How ginger affects the brain is not fully understood.\n\n"
    "It has been reported in several studies that ginger reduces anxiety in 40 % of adults.\n\n"
    "Ginger improves the memory of adults with dementia."
)


def flagged(body):
    return REGISTRY["SR3"].run(*example(body))


def test_what_asks_for_most_attention_comes_first():
    assert [found.words.split()[0] for found in flagged(BODY)] == ["It", "Ginger", "How"]


def test_every_flag_says_how_much_and_by_which_words():
    first, *_rest, last = flagged(BODY)
    assert "much attention (reduces" in first.message
    assert "has been reported" in first.message
    assert "little attention" in last.message


def test_the_order_of_a_section_is_no_matter_of_the_order_of_its_sentences():
    turned = "\n\n".join(reversed(BODY.split("\n\n")))
    assert [found.words for found in flagged(turned)] == [found.words for found in flagged(BODY)]
