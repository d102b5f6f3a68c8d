"""In the admin a stance is judged for the words that its page shows, and for no others."""

import pytest
from django.urls import reverse

from evidence.models import Section
from tests import builders
from tests.evidence.admin.test_quoting import page_of, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(cast, client):
    client.force_login(cast.ada)
    return builders.article(cast.ada).claims.get(key="c3")


def counted(claim):
    return [one.stance for one in claim.article.manuscript().claim_by_key["c3"].citations]


def reword(claim, by, old="improve sleep", new="ruin sleep"):
    section = claim.article.sections.get(key="s3")
    Section.objects.filter(pk=section.pk).update(body=section.body.replace(old, new))
    claim.article.revise(by=by)


def test_another_quotation_under_the_old_stance_was_not_judged(client, claim):
    saved(client, claim, **{"citations-0-quote": "Slept longer."})
    assert (claim.citations.get().stance, counted(claim)) == ("supports", ["not_judged"])
    page = client.get(page_of(claim)).content.decode()
    assert "Counts as not judged" in page
    assert "<ins>Slept longer.</ins>" in page


def test_a_tick_says_that_the_stance_holds_for_it(cast, client, claim):
    saved(client, claim, **{"citations-0-quote": "Slept longer.", "citations-0-confirmed": "on"})
    assert counted(claim) == ["supports"]
    assert "ada" in client.get(page_of(claim)).content.decode()


def test_another_stance_is_a_judgement(cast, client, claim):
    reword(claim, cast.ben)
    saved(client, claim, **{"citations-0-stance": "contradicts"})
    assert (counted(claim), claim.citations.get().judged_by) == (["contradicts"], cast.ada)


def test_no_judgement_is_taken_back_to_none(client, claim):
    saved(client, claim, **{"citations-0-stance": "not_judged"})
    assert (counted(claim), claim.citations.get().judged_for) == (["not_judged"], "")
    assert claim.citations.get().judged_by is None


def test_a_new_citation_is_judged_as_it_is_made(client, claim):
    saved(client, claim, **{"citations-1-known_as": "birch-2021", "citations-1-stance": "contradicts"})
    assert counted(claim) == ["supports", "contradicts"]


def test_another_source_under_the_old_stance_was_not_judged(client, claim):
    from_library = claim.article.claims.get(key="c4").citations.get().source_id
    saved(client, claim, **{"citations-0-source": from_library})
    assert counted(claim) == ["not_judged"]


def test_saving_the_rest_of_the_page_judges_nothing(cast, client, claim):
    reword(claim, cast.ben)
    saved(client, claim, jurisdiction="EU")
    assert counted(claim) == ["not_judged"]


def test_a_page_opened_before_the_sentence_changed_judges_nothing(cast, client, claim):
    seen = client.get(page_of(claim)).context["adminform"].form["seen"].value()
    reword(claim, cast.ben)
    answer = saved(client, claim, seen=seen, **{"citations-0-stance": "partly_supports"})
    assert b"somebody else changed this meanwhile" in answer.content
    assert b"ruin sleep" in answer.content
    assert counted(claim) == ["not_judged"]


def test_the_page_of_its_section_shows_both_wordings(cast, client, claim):
    reword(claim, cast.ben)
    address = reverse("admin:evidence_section_change", args=[claim.article.sections.get(key="s3").pk])
    assert "<del>improve </del><ins>ruin </ins>" in client.get(address).content.decode()
