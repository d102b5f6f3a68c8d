"""On a claim's page an editor sees whether each quotation stands, and takes a near passage with a tick."""

import pytest
from django.urls import reverse

from evidence.models import Source
from tests import builders

pytestmark = pytest.mark.django_db
TEXT = "Volunteers slept longer after tea. " + "Nothing else happened in the second week. " * 150


@pytest.fixture
def claim(cast, client):
    claim = builders.article(cast.ada).claims.get(key="c3")
    Source.objects.filter(key="alder-2019").update(stored_text=TEXT)
    claim.citations.update(quote="Volunteers sleep longer after tea")
    client.force_login(cast.ada)
    return claim


def page_of(claim):
    return reverse("admin:evidence_claim_change", args=[claim.pk])


def saved(client, claim, **changes):
    context = client.get(page_of(claim)).context
    forms = [context["adminform"].form, *context["inline_admin_formsets"][0].formset.forms]
    forms += [context["inline_admin_formsets"][0].formset.management_form]
    fields = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    return client.post(
        page_of(claim), {name: value for name, value in {**fields, **changes}.items() if value}
    )


def test_a_quotation_that_does_not_stand_is_shown_with_the_nearest_passage(client, claim):
    page = client.get(page_of(claim)).content.decode()
    assert "Does not stand in the stored text." in page
    assert "Nearest, in paragraph 1: “Volunteers slept longer after tea”" in page


def test_a_tick_takes_the_passage_and_freezes_the_draft(client, claim):
    before = claim.article.latest_revision().number
    assert saved(client, claim, **{"citations-0-take": "on"}).status_code == 302
    assert claim.citations.get().quote == "Volunteers slept longer after tea"
    assert claim.article.latest_revision().number == before + 1
    page = client.get(page_of(claim)).content.decode()
    assert "Stands in the stored text." in page
    assert 'type="hidden" name="citations-0-take"' in page


def test_without_the_tick_the_quotation_stays_as_typed(client, claim):
    saved(client, claim, **{"citations-0-quote": "Volunteers slept much longer"})
    assert claim.citations.get().quote == "Volunteers slept much longer"


def test_the_page_says_who_read_it_and_against_what(cast, client, claim):
    assert "Nobody yet" in client.get(page_of(claim)).content.decode()
    claim.citations.get().verify(by=cast.cleo, against="elsewhere")
    assert "cleo" in client.get(page_of(claim)).content.decode()
    assert "against: Elsewhere, as another source tells it" in client.get(page_of(claim)).content.decode()


def test_a_reviewer_sees_it_on_the_desk(cast, client, claim):
    client.force_login(cast.cleo)
    page = client.get(f"/desk/articles/{claim.article.slug}/").content.decode()
    assert "Does not stand in the stored text." in page
    assert "I read it elsewhere" in page
