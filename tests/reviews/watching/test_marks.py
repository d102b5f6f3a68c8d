"""A source is retracted after the page came out: its notice marks each place, and the edition stays as it was."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evidence.models import Edition, Source
from reviews.watching import recording
from tests import builders

pytestmark = pytest.mark.django_db


def retract(cast, key="alder-2019"):
    recording.record_update(Source.objects.get(key=key), "retraction", by=cast.eve, asserted_by="PubMed")


def test_a_later_retraction_marks_reference_sentences_and_rows_of_the_live_page(cast, client):
    article = builders.published(cast)
    body, before = Edition.objects.get().body, client.get(f"/reviews/{article.slug}/").content.decode()
    assert 'class="retracted"' not in before
    retract(cast)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/reviews/{article.slug}/").content.decode()
    assert len(asked) == 1
    for anchor in ("ref-alder-2019", "claim-c1", "claim-c3", "claim-c5", "outcome-o1", "outcome-o2"):
        assert page.split(f'id="{anchor}"', 1)[1].split(">", 1)[1].startswith('<strong class="retracted">')
        assert f'<a class="place" href="#{anchor}">' in page
    assert page.count('<strong class="retracted">') == page.count('class="place"')
    for spared in ("ref-birch-2021", "claim-c2", "claim-c4"):
        assert (
            not page.split(f'id="{spared}"', 1)[1].split(">", 1)[1].startswith('<strong class="retracted">')
        )
    assert Edition.objects.get().body == body
    assert client.get(f"/reviews/{article.slug}/editions/1/").content.decode().count(
        'class="retracted"'
    ) == page.count('class="retracted"')


def test_a_check_that_does_not_hold_is_not_told_as_passed(cast):
    article = builders.article(cast.ada)
    Source.objects.filter(key="cedar-2010").update(design="")
    article.revise(by=cast.ada)
    builders.published(cast, article)
    body = Edition.objects.get().body
    passed = body.split("The checks this version passed", 1)[1].split("</details>", 1)[0]
    assert article.flags.open().filter(code="SI15", severity="warn").exists()
    assert "Kind of study not recorded" not in passed
    assert passed.count("<li>") > 30
