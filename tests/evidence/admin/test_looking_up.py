"""Look one source up: a form filled and reviewed, never a double, never anything saved over."""

import pytest
from django.urls import reverse

from evidence.models import Event, Source
from tests import builders
from tests.services import answers

pytestmark = pytest.mark.django_db
DOI = "10.5555/balm.1"
ADD, LOOK_UP = "/admin/evidence/source/add/", "/admin/evidence/source/look-up/"


@pytest.fixture
def ada(cast, client, service):
    """Ada at her desk; all three services know the lemon balm trial."""
    service.says(f"/works/{DOI}", answers.crossref())
    service.says("/esearch.fcgi", answers.searched("31000001"))
    service.says("/efetch.fcgi", answers.pubmed())
    client.force_login(cast.ada)
    return client


def typed(page):
    """What a browser would send of the form that a page shows."""
    form = page.context["adminform"].form
    return {name: form[name].value() or "" for name in form.fields if name != "sample_size"}


def test_a_doi_fills_the_form_and_nothing_is_saved_before_the_editor_saves(ada):
    page = ada.post(LOOK_UP, {"asked": f"https://doi.org/{DOI}"}, follow=True)
    assert Source.objects.count() == 0
    form = typed(page)
    assert (form["csl_title"], form["doi"], form["pmid"]) == (answers.TITLE, DOI, "31000001")
    assert form["authors"] == "Alder, Ann\nThe Balm Group"
    assert b"Found by Crossref" in page.content
    ada.post(ADD, {**form, "volume": "5"})
    source = Source.objects.get()
    assert (source.csl["volume"], source.stored_text) == ("5", "Forty adults drank tea.")
    assert source.csl["custom"]["publication-types"] == ["Journal Article"]


def test_a_cleared_field_stays_clear(ada):
    page = ada.post(LOOK_UP, {"asked": DOI}, follow=True)
    ada.post(ADD, {**typed(page), "page": ""})
    assert "page" not in Source.objects.get().csl


def test_what_the_library_has_is_linked_and_not_offered_again(ada):
    source = Source.objects.create(key="balm", doi=DOI, title="Lemon balm")
    page = ada.post(LOOK_UP, {"asked": DOI}, follow=True)
    assert b"The library has it already" in page.content
    assert reverse("admin:evidence_source_change", args=[source.pk]).encode() in page.content
    assert b"Fill the form" not in page.content


def test_an_identifier_kept_since_a_merge_is_known_too(ada):
    source = Source.objects.create(key="balm", title="Lemon balm")
    source.aliases.create(name="doi", value=DOI)
    assert b"The library has it already" in ada.post(LOOK_UP, {"asked": DOI}, follow=True).content


def test_what_only_looks_like_a_stored_one_is_shown_with_it(ada):
    source = Source(key="balm")
    source.describe(answers_without_identifiers())
    source.save()
    page = ada.post(LOOK_UP, {"asked": DOI}, follow=True)
    assert b"It looks like one that the library has" in page.content
    assert b"It is another work" in page.content


def test_a_title_gives_candidates_to_choose_from(ada, service):
    other = answers.crossref("10.5555/balm.2", title=["Lemon balm and sleep: a cohort"])["message"]
    listed = {"message": {"items": [other, answers.crossref()["message"]]}}
    service.says("/works", listed)
    page = ada.post(LOOK_UP, {"asked": answers.TITLE}, follow=True)
    candidates = page.context["candidates"]
    assert [one.found.csl["DOI"] for one in candidates] == [DOI, "10.5555/balm.2"]
    assert typed(ada.get(candidates[1].address))["doi"] == "10.5555/balm.2"


def test_an_answer_about_another_work_is_told_beside_the_field(ada, service):
    service.says(f"/works/{DOI}", answers.crossref("10.5555/other.9"))
    page = ada.post(LOOK_UP, {"asked": DOI}, follow=True)
    assert f"You asked for “{DOI}”; Crossref says “10.5555/other.9”." in page.content.decode()


@pytest.mark.parametrize(
    ("asked", "told"), [("10.5555/none", "Crossref does not know it."), (" ", "Paste a DOI")]
)
def test_a_failure_is_a_sentence_and_what_was_asked_stays(ada, service, asked, told):
    service.says("/esearch.fcgi", answers.searched())
    page = ada.post(LOOK_UP, {"asked": asked}, follow=True)
    assert told in page.content.decode()
    assert page.context["asked"] == asked.strip()


def test_a_person_does_not_wait_for_ever(ada, service, monkeypatch):
    monkeypatch.setattr("evidence.admin.source_lookup.PATIENCE", 0)
    page = ada.post(LOOK_UP, {"asked": DOI}, follow=True)
    assert "no time left" in page.content.decode()
    assert service.asked == []


def stored(cast):
    """The review's first trial, with a typing error in its volume and without pages."""
    builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    csl = {**source.csl, "title": answers.TITLE, "volume": "44"}
    source.correct(by=cast.ben, csl=csl, doi=DOI)
    return source, reverse("admin:evidence_source_look_up_again", args=[source.pk])


def test_looking_up_again_ticks_only_what_is_empty(cast, ada):
    source, address = stored(cast)
    page = ada.post(address, follow=True)
    ticked = {row.name: row.ticked for row in page.context["rows"]}
    assert (ticked["volume"], ticked["page"], ticked["pmid"], ticked["stored_text"]) == (
        False,
        True,
        True,
        True,
    )
    before = Event.objects.filter(verb="source.edited").count()
    ada.post(address, {"found": page.context["packed"], "take": ["page", "pmid", "stored_text"]})
    source.refresh_from_db()
    assert (source.csl["page"], source.pmid, source.csl["volume"]) == ("11-19", "31000001", "44")
    assert source.stored_text == "Forty adults drank tea."
    assert Event.objects.filter(verb="source.edited").count() == before + 1


def test_nothing_taken_changes_nothing_that_counts(cast, ada):
    source, address = stored(cast)
    page = ada.post(address, follow=True)
    before = Event.objects.count()
    ada.post(address, {"found": page.context["packed"]})
    assert Event.objects.count() == before
    source.refresh_from_db()
    assert source.csl["volume"] == "44"


def test_another_work_is_ticked_nowhere(cast, ada, service):
    _source, address = stored(cast)
    service.says(f"/works/{DOI}", answers.crossref(title=["Valerian in horses"]))
    page = ada.post(address, follow=True)
    assert b"This may be another work" in page.content
    assert not any(row.ticked for row in page.context["rows"])


def test_a_pasted_reference_that_is_known_leads_to_its_record(cast, ada):
    other = Source.objects.create(key="other", title="Other", doi="10.1000/xyz123")
    fields = {"pasted": "Lind A. Other. Sleep. 2020;1(2):3-4. doi:10.1000/xyz123", "type": "article-journal"}
    page = ada.post("/admin/evidence/source/add/", {**fields, "peer_review": "unknown"}).content.decode()
    assert f'<a href="/admin/evidence/source/{other.pk}/change/"' in page


def test_an_identifier_of_another_source_is_refused_with_the_reason(cast, ada):
    source, address = stored(cast)
    Source.objects.create(key="other", title="Other", pmid="31000001")
    page = ada.post(address, follow=True)
    answer = ada.post(address, {"found": page.context["packed"], "take": ["pmid"]})
    assert b"It belongs to another source: Other" in answer.content
    source.refresh_from_db()
    assert source.pmid == ""


def test_flags_follow_what_was_taken_over(cast, ada):
    source, address = stored(cast)
    article = source.citations.first().claim.article
    source.correct(by=cast.ben, csl={**source.csl}, doi="10.5555/balm.1", design="")
    for cited in source.citations.all():
        cited.judge(by=cast.ben)
    page = ada.post(address, follow=True)
    assert "design" not in {row.name for row in page.context["rows"]}
    ada.post(address, {"found": page.context["packed"], "take": ["page"]})
    assert article.flags.open().filter(code="SI15").exists()


def answers_without_identifiers():
    return {
        "type": "article-journal", "title": answers.TITLE, "author": [{"family": "Alder", "given": "Ann"}],
        "issued": {"date-parts": [[2019]]},
    }  # fmt: skip
