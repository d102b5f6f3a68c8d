"""The comparison itself: what is explained, and what must stay open. It needs neither node nor the network here."""

import pytest

from evidence.bibliography.references import STYLES, text
from tests.evidence.bibliography.references.works import ARTICLE
from tools.compare_citeproc.comparing import bare, differences
from tools.compare_citeproc.fetching import STYLES as COMPARED
from tools.compare_citeproc.reasons import REASONS

WORK = {**ARTICLE, "id": "1"}


def compared(style, theirs, **fields):
    return list(differences(style, [{**WORK, **fields}], {"1": theirs}))


@pytest.mark.parametrize("style", STYLES)
def test_equal_references_are_no_difference(style):
    assert compared(style, f"<div>{text(WORK, style)}</div>") == []


def test_a_difference_is_explained_by_every_reason_it_needs():
    theirs = text(WORK, "vancouver").replace("2147-50", "2147–50").replace("doi: ", "doi:")
    (found,) = compared("vancouver", theirs)
    assert (found.reasons, found.explained) == (("dash", "DOI"), True)


def test_what_no_reason_covers_stays_unexplained():
    theirs = text(WORK, "vancouver").replace("2147-50", "2147–51")
    (found,) = compared("vancouver", theirs)
    assert not found.explained


def test_the_number_in_front_is_not_compared():
    assert (
        bare('<div class="csl-entry"><div class="csl-left-margin">1. </div>Rae &amp; Co</div>') == "Rae & Co"
    )


def test_every_style_is_compared_and_every_reason_says_why():
    assert set(COMPARED) == set(STYLES)
    assert [reason.name for reason in REASONS if not reason.why.endswith((".", "!"))] == []
