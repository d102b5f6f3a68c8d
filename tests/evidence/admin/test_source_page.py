"""A source's page: what happened to it and where to read that, other records, and its kind confirmed by a person."""

import pytest
from django.urls import reverse

from evidence.models import Event, Source, SourceUpdate
from reviews.watching import recording
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(cast, client):
    client.force_login(cast.ada)
    return client


@pytest.fixture
def article(cast):
    return builders.published(cast)


@pytest.fixture
def source(article):
    return Source.objects.get(key="alder-2019")


def page_of(source):
    return reverse("admin:evidence_source_change", args=[source.pk])


def saved(client, source, **changes):
    form = client.get(page_of(source)).context["adminform"].form
    fields = {name: value for name in form.fields if (value := form[name].value()) not in (None, "")}
    return client.post(page_of(source), {**fields, **changes})


def test_updates_are_shown_with_their_asserter_date_and_notice(cast, editor, source):
    recording.record_update(source, "retraction", by=None, asserted_by="PubMed", notice="10.5555/notice")
    page = editor.get(page_of(source)).content.decode()
    assert "Asserted by PubMed" in page
    assert 'href="https://doi.org/10.5555/notice"' in page
    assert "still to be corrected" in page


@pytest.mark.parametrize(
    ("notice", "address"),
    [
        ("10.5555/notice", "https://doi.org/10.5555/notice"),
        ("PMID 31000001", "https://pubmed.ncbi.nlm.nih.gov/31000001/"),
        ("https://example.org/n", "https://example.org/n"),
        ("Lancet 2010;375:445", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_the_address_of_a_notice(notice, address):
    assert SourceUpdate(notice=notice).notice_url == address


def test_what_the_record_proposes_is_confirmed_field_by_field(cast, editor, article, source):
    source.stored_text = "A total of 58 healthy adults were randomised to tea or placebo. Sleep was rated."
    source.save()
    page = editor.get(page_of(source)).content.decode()
    assert "A total of 58 healthy adults" in page
    before = article.manuscript().digest
    editor.post(reverse("admin:evidence_source_take", args=[source.pk, "sample_size"]))
    source.refresh_from_db()
    assert source.sample_size == 58
    assert article.manuscript().digest != before
    event = Event.objects.get(verb="source.confirmed")
    assert (event.actor, event.about) == (cast.ada.pk, '{"field":"sample_size","value":"58"}')


def test_nothing_is_taken_that_nothing_proposes(editor, source):
    answer = editor.post(reverse("admin:evidence_source_take", args=[source.pk, "species"]), follow=True)
    assert "proposes nothing" in answer.content.decode()


def test_only_who_may_change_a_source_confirms(cast, client, source):
    client.force_login(cast.cleo)
    assert client.post(reverse("admin:evidence_source_take", args=[source.pk, "design"])).status_code == 403


def test_preprint_and_included_studies_are_linked_from_the_page(cast, editor, article, source):
    trial = Source.objects.create(key="inside", title="A trial inside", csl={"title": "A trial inside"})
    recording.record_update(trial, "retraction", by=cast.eve, asserted_by="PubMed")
    version = Source.objects.get(key="birch-2021")
    assert saved(editor, source, published_as=version.pk, included=[trial.pk]).status_code == 302
    source.refresh_from_db()
    assert (source.published_as, list(source.included.all())) == (version, [trial])
    assert set(Event.objects.filter(subject="source:alder-2019").values_list("verb", flat=True)) >= {
        "source.linked",
        "source.included",
    }
    assert article.flags.open().on("live").filter(code="SI4").exists()


def test_a_source_is_not_its_own_version(editor, source):
    answer = saved(editor, source, published_as=source.pk)
    assert "cannot be its version of record" in answer.content.decode()


def test_a_page_costs_as_many_queries_with_many_updates_as_with_one(
    cast, editor, source, django_assert_max_num_queries
):
    for who in ("PubMed", "Crossref", "Retraction Watch", "publisher"):
        recording.record_update(source, "erratum", by=cast.eve, asserted_by=who)
    for number in range(3):
        builders.article(cast.ada, title=f"Review {number}")
    with django_assert_max_num_queries(40):
        editor.get(page_of(source))


@pytest.mark.parametrize("hold", ["citation", "edition"])
def test_what_anything_names_is_not_deleted(cast, editor, article, source, hold):
    address = reverse("admin:evidence_source_delete", args=[source.pk])
    if hold != "citation":
        source.citations.all().delete()
    assert editor.post(address, {"post": "yes"}).status_code == 403
