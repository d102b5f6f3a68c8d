"""What was mended outside the text is seen at once: no flag outlives what it complains of."""

import pytest
from django.urls import reverse
from django.utils import timezone

from evidence.models import Contributor, Declaration, Source
from reviews.flags import flagging
from reviews.flags.places import Places
from tests import builders
from tests.desk import press

pytestmark = pytest.mark.django_db


def codes(article):
    return set(article.flags.open().values_list("code", flat=True))


def test_credentials_and_declarations_close_their_flags(cast, client):
    article = builders.article(cast.ada)
    ada = Contributor.objects.get(user=cast.ada)
    Contributor.objects.filter(pk=ada.pk).update(credentials="")
    Declaration.objects.filter(contributor=ada).delete()
    flagging.reconcile(article)
    assert {"GV1", "GV2"} <= codes(article)
    client.force_login(cast.ada)
    fields = {"name": ada.name, "key": ada.key, "credentials": "MSc", "user": cast.ada.pk}
    client.post(reverse("admin:evidence_contributor_change", args=[ada.pk]), fields)
    assert "GV1" not in codes(article)
    declared = {"contributor": ada.pk, "none_declared": "on", "declared_on": timezone.localdate()}
    client.post(reverse("admin:evidence_declaration_add"), declared)
    assert "GV2" not in codes(article)


def test_a_missing_declaration_leads_to_its_form_and_back_to_the_article(cast, client):
    article = builders.article(cast.ada)
    ada = Contributor.objects.get(user=cast.ada)
    place = Places(article).of(f"byline:{ada.key}", "GV2", ada.name)
    client.force_login(cast.ada)
    assert f'<option value="{ada.pk}" selected' in client.get(place).content.decode()
    declared = {"contributor": ada.pk, "article": article.pk, "none_declared": "on"}
    answer = client.post(place, {**declared, "declared_on": timezone.localdate()})
    assert answer["Location"] == reverse("admin:evidence_article_change", args=[article.pk])


def test_a_mended_source_closes_its_flags(cast, client):
    article = builders.article(cast.ada)
    source = Source.objects.get(key="alder-2019")
    Source.objects.filter(pk=source.pk).update(design="")
    flagging.reconcile(article)
    assert "SI15" in codes(article)
    client.force_login(cast.ada)
    address = reverse("admin:evidence_source_change", args=[source.pk])
    form = client.get(address).context["adminform"].form
    fields = {name: value for name in form.fields if (value := form[name].value())}
    client.post(address, {**fields, "design": "RCT"})
    assert "SI15" not in codes(article)


def test_what_a_verb_of_the_desk_shows_is_of_today(cast, client):
    article = builders.article(cast.ada)
    Declaration.objects.filter(contributor__user=cast.ada).delete()
    client.force_login(cast.ada)
    press(client, "submit")
    assert "GV2" in codes(article)


def test_an_editor_sees_who_is_whose_login_and_cannot_change_it(cast, client):
    dev = cast.dev.contributor
    client.force_login(cast.ada)
    said = {"name": dev.name, "key": dev.key, "credentials": "PharmD, PhD", "user": cast.ben.pk}
    client.post(reverse("admin:evidence_contributor_change", args=[dev.pk]), said)
    client.post(reverse("admin:evidence_contributor_add"), {**said, "name": "New", "key": "new"})
    dev.refresh_from_db()
    assert (dev.user, dev.credentials) == (cast.dev, "PharmD, PhD")
    assert Contributor.objects.get(key="new").user is None


def test_a_keeper_of_people_links_and_is_told_why_not(cast, client):
    builders.in_review(cast)
    client.force_login(cast.kim)
    for person, linked in ((cast.dev, None), (cast.cleo, cast.cleo)):
        record = person.contributor
        said = {"name": record.name, "key": record.key, "credentials": record.credentials, "user": ""}
        answer = client.post(reverse("admin:evidence_contributor_change", args=[record.pk]), said)
        record.refresh_from_db()
        assert record.user == linked
        assert ("is in review" in answer.content.decode()) == bool(linked)
    said = {"name": "Dev again", "key": "dev-again", "user": cast.dev.pk}
    client.post(reverse("admin:evidence_contributor_add"), said)
    assert Contributor.objects.get(key="dev-again").user == cast.dev
