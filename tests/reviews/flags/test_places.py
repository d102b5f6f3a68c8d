"""Every flag leads to the place where it is mended."""

import pytest

from evidence.models import Section
from reviews.flags.places import Places
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def places(cast):
    return Places(builders.article(cast.ada))


def test_a_date_is_mended_in_its_field(places):
    page = places.of("article")
    assert places.of("article", "GV4", "next review on") == f"{page}#id_next_review_on"
    assert places.of("article", "GV4", "evidence searched up to") == f"{page}#id_searched_up_to"


def test_a_missing_section_leads_to_a_new_one_of_that_kind(cast, client, places):
    client.force_login(cast.ada)
    form = client.get(places.of("article", "SB1", "pregnancy")).content.decode()
    assert 'value="Pregnancy and lactation"' in form
    assert '<option value="pregnancy" selected>' in form


def test_a_section_is_its_own_place(places):
    section = Section.objects.get(article=places.article, key="s2")
    assert places.of("section:s2", "ST1") == f"/admin/evidence/section/{section.pk}/change/"


def test_what_has_no_place_is_mended_in_the_article(places):
    assert places.of("claim:c999") == places.of("article", "SB2", "harms") == places.of("article")
