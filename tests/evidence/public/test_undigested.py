"""No save in the admin changes a page that is out: an edition does, or a verb that is written down."""

from datetime import date

import pytest
from django.contrib import admin
from django.urls import reverse

from evidence.models import Article, Claim, Contributor, Event, Publication, Source, Topic
from evidence.public.undigested import UNDIGESTED
from reviews.publishing import publication
from tests import builders

pytestmark = pytest.mark.django_db
CHANGED = {
    "next_review_on": "2031-01-02", "affiliation": "Another house", "orcid": "0000-0002-1825-0097",
    "biography": "She has written a book.", "archived_url": "https://archive.example.org/1",
    "stored_text": "Sleep improved.", "note": "Read by Ada.", "kind_guessed": "on",
}  # fmt: skip
ROWS = {
    "article": lambda: Article.objects.get(),
    "contributor": lambda: Contributor.objects.get(key="ada-lind"),
    "source": lambda: Source.objects.get(key="alder-2019"),
    "claim": lambda: Claim.objects.get(key="c3"),
}


@pytest.fixture
def live(cast):
    draft, herbs = builders.article(cast.ada), Topic.objects.create(name="Herbs", slug="herbs")
    draft.topics.add(herbs)
    Topic.objects.create(name="Sleep", slug="sleep", description="What helps.")
    return builders.published(cast, draft)


def public(client):
    client.logout()
    article = Article.objects.get()
    pages = ["/", "/feed/", "/sitemap.xml", *(f"/topics/{topic.slug}/" for topic in Topic.objects.all())]
    pages += [reverse("evidence:article", args=[article.slug])]
    pages += [
        reverse("evidence:references", args=[article.slug, ending]) for ending in ("ris", "bib", "json")
    ]
    return {page: client.get(page).content for page in pages}


def save(client, noun, **said):
    row = ROWS[noun]()
    address = reverse(f"admin:evidence_{noun}_change", args=[row.pk])
    shown = client.get(address).context
    forms = [shown["adminform"].form]
    for rows in shown["inline_admin_formsets"]:
        forms += [rows.formset.management_form, *rows.formset.forms]
    values = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    typed = {name: value for name, value in values.items() if value is not None and value is not False}
    return client.post(address, {**typed, **said})


@pytest.mark.parametrize(("noun", "field"), [(n, f) for n in ROWS for f in UNDIGESTED[n] if f in CHANGED])
def test_a_save_of_what_no_digest_holds_changes_no_page(live, cast, client, noun, field):
    before = public(client)
    client.force_login(cast.rex)
    assert save(client, noun, **{field: CHANGED[field]}).status_code == 302
    assert str(getattr(ROWS[noun](), field)) in (CHANGED[field], str(date(2031, 1, 2)), "True")
    assert public(client) == before


def test_a_topic_of_the_draft_reaches_readers_by_a_verb_that_is_written_down(live, cast, client):
    before, both = public(client), [topic.pk for topic in Topic.objects.all()]
    client.force_login(cast.rex)
    assert save(client, "article", topics=both).status_code == 302
    assert Article.objects.get().topics.count() == 2
    assert public(client) == before
    publication.classify(live, by=cast.eve)
    publication.classify(live, by=cast.eve)
    after = public(client)
    assert {page for page in before if before[page] != after[page]} == {"/topics/sleep/"}
    assert Event.objects.filter(verb="page.classified", actor=cast.eve.pk).count() == 1


def test_an_edition_takes_the_topics_of_its_draft_along(live):
    assert [topic.slug for topic in Publication.objects.get().topics.all()] == ["herbs"]


def test_what_is_changed_of_a_topic_itself_is_written_down(live, cast, client):
    client.force_login(cast.rex)
    address = reverse("admin:evidence_topic_change", args=[Topic.objects.get(slug="sleep").pk])
    client.post(address, {"name": "Sleep and rest", "slug": "sleep", "description": "What helps."})
    told = Event.objects.get(verb="topic.edited")
    assert (told.subject, told.actor, told.about) == ("topic:sleep", cast.rex.pk, '{"fields":"name"}')


def test_every_field_that_no_digest_holds_is_listed():
    """A form's field is digested, or its way to readers is written in the list."""
    digested = {
        "article": {"title", "language", "profile", "subject", "summary", "funding", "searched_up_to",
                    "search_databases", "search_query", "search_on"},
        "contributor": {"name", "credentials"},
        "claim": {"kind", "population", "outcome", "jurisdiction", "as_of"},
        "topic": set(),
    }  # fmt: skip
    for noun, known in digested.items():
        model = next(model for model in admin.site._registry if model._meta.label_lower == f"evidence.{noun}")
        fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many) if field.editable}
        assert fields - known - {"id", "article"} == set(UNDIGESTED[noun])
