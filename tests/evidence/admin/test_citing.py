"""Citing a source on a claim's page, also where nothing can be searched for because no script runs."""

import pytest

from evidence.models import Citation
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(cast):
    return builders.article(cast.ada).claims.get(key="c9")


def cited(client, claim, **fields):
    """The answer to the claim's form with one citation more, as a browser sends it."""
    address = f"/admin/evidence/claim/{claim.pk}/change/"
    page = client.get(address).context
    inline = page["inline_admin_formsets"][0].formset
    form = {name: page["adminform"].form[name].value() or "" for name in page["adminform"].form.fields}
    number = inline.initial_form_count()
    form |= {"citations-TOTAL_FORMS": number + 1, "citations-INITIAL_FORMS": number}
    for one in inline.initial_forms:
        form |= {f"{one.prefix}-{name}": one[name].value() or "" for name in one.fields}
    form |= {f"citations-{number}-{name}": value for name, value in {"stance": "supports", **fields}.items()}
    return client.post(address, form)


@pytest.mark.parametrize("name", ["birch-2021", "10.5555/birch.2021", "https://doi.org/10.5555/birch.2021"])
def test_a_source_is_cited_by_what_it_is_known_as(cast, client, claim, name):
    client.force_login(cast.ada)
    assert cited(client, claim, known_as=name).status_code == 302
    assert Citation.objects.filter(claim=claim, source__key="birch-2021", stance="supports").exists()


def test_an_unknown_name_is_answered_and_stays_in_its_field(cast, client, claim):
    client.force_login(cast.ada)
    answer = cited(client, claim, known_as="10.5555/nobody", quote="Typed with care.")
    assert b"No source in the library is known by this" in answer.content
    assert b"Typed with care." in answer.content


def test_a_citation_of_nothing_is_refused(cast, client, claim):
    client.force_login(cast.ada)
    assert b"Choose the source that is cited." in cited(client, claim, quote="Typed with care.").content


def test_a_row_left_blank_is_no_citation(cast, client, claim):
    client.force_login(cast.ada)
    before = claim.citations.count()
    assert cited(client, claim, stance="not_judged").status_code == 302
    assert claim.citations.count() == before
