"""What is to be read before an approval stands first, with the evidence beside it."""

import pytest

from evidence.models import Citation, Source
from reviews.desk.reading_list import passage_of
from tests import builders

pytestmark = pytest.mark.django_db
TEXT = "Forty adults slept in a laboratory. Sleep was better by half a point. Nobody was blinded."


def test_what_an_approval_waits_for_comes_first_with_its_evidence(cast, client):
    draft = builders.article(cast.ada)
    Source.objects.filter(key="alder-2019").update(stored_text=TEXT, pmid="12345")
    Citation.objects.filter(claim__key="c3").update(quote="Sleep was better by half a point.")
    builders.in_review(cast, draft, is_read=False)
    client.force_login(cast.cleo)
    page = client.get("/desk/articles/lemon-balm/")
    rows = [one.cited for one in page.context["unverified"]]
    assert [row.is_needed for row in rows] == sorted((row.is_needed for row in rows), reverse=True)
    assert {row.claim.key for row in rows if row.is_needed} == {"c1", "c3", "c4", "c5"}
    shown = page.content.decode()
    for part in ("Forty adults slept", "pubmed.ncbi.nlm.nih.gov/12345", "doi.org/10.5555/alder.2019"):
        assert part in shown
    assert "No text of this source is stored." in shown


@pytest.mark.parametrize(
    ("quote", "text", "shown"),
    [
        ("", "", ""),
        ("Sleep was better", "", ""),
        ("", TEXT, TEXT),
        ("Another thing entirely was said", TEXT, TEXT),
        ("The end", "x " * 500 + "The end", "… " + "x " * 100 + "The end"),
        ("", "y" * 700, "y" * 600 + " …"),
    ],
)
def test_a_passage_is_the_words_around_a_quotation_or_how_the_text_begins(quote, text, shown):
    assert passage_of(quote, text) == shown
