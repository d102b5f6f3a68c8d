"""What others found and what the writers found are told in other words; the points follow them."""

import pytest

from evidence.prose.needs_source import needs_source
from evidence.prose.source_words import POINTS, read

BORROWED = [
    "It has been reported that ginger shortens labour in some women.",
    "Kovacs et al. found less nausea with ginger than with tablets.",
    "Our findings are in agreement with previous reports on mint tea.",
    "Nausea is known to be associated with migraine in adults.",
    "In a large survey of midwives, ginger was the remedy named most often.",
]
OWN = [
    "We asked every woman to keep a diary until the last visit.",
    "Thus, these data suggest that ginger works at once.",
    "One limitation is the small sample size of our trial.",
    "Further research is needed in women over forty.",
    "Weight did not differ between the groups (p = 0.40, Table 2).",
]


@pytest.mark.parametrize("borrowed", BORROWED)
def test_what_others_found_has_more_points_than_what_the_writers_did(borrowed):
    assert read(borrowed).points > max(read(own).points for own in OWN)
    assert needs_source(borrowed).score > max(needs_source(own).score for own in OWN)


def test_the_words_that_decided_stand_in_the_sentence_the_strongest_first():
    because = needs_source("It has been shown in previous studies that sleep matters to people.").because
    assert because == ("previous", "It has been shown", "people")
    assert not needs_source("Thus, we slept.").because


def test_what_may_have_been_is_no_knowledge():
    assert read("The dose may have been too low.").points < read("The dose has been too low.").points
    assert read("The dose may have been too low.").points < 0


def test_an_opening_tells_more_than_the_same_word_later():
    assert (
        read("Thus the women of the group slept well.").points
        < read("The women of the group slept well thus.").points
    )


def test_every_list_is_found_by_one_of_its_terms():
    text = "Studies by Berg and colleagues have shown; we found, reviewed; the limitation, Fig. 2."
    assert {"studies", "authors", "perfect", "own", "own_finding", "review", "limits", "figure"} <= set(
        read(text).found
    )
    assert all(isinstance(points, float) for points in POINTS.values())


def test_place_and_section_count_where_they_are_known():
    text = "Ginger reduces vomiting in pregnancy."
    opening = needs_source(text, section="introduction", heading="Background", paragraph=0, sentence=1)
    closing = needs_source(text, section="other", heading="Authors' contributions", paragraph=30, sentence=4)
    assert opening.score > closing.score
    assert 0 <= needs_source("").score < 1
