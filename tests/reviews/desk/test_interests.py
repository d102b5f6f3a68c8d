"""A link asks somebody for their interests: one person, one subject, one answer, thirty days."""

from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from evidence.models import Contributor, Declaration, Event
from reviews.desk.shown import SALT as SHOWN
from reviews.flags import flagging
from reviews.models import declaring
from reviews.publishing import publication
from tests import builders

pytestmark = pytest.mark.django_db
NONE = {"none_declared": "on"}


def link(person, article=None, *, by):
    return reverse("desk:interests", args=[declaring.link_for(person, article, by=by)])


def guest(**fields):
    return Contributor.objects.create(key="gil-guest", name="Gil Guest", credentials="MD", **fields)


def declared(person):
    return list(Declaration.objects.filter(contributor=person).values_list("interests", "declared_where"))


def test_who_has_no_login_answers_by_the_link_and_the_record_says_so(cast, client):
    person = guest()
    place = link(person, by=cast.ada)
    assert "everything that you write or review" in client.get(place).content.decode()
    page = client.post(place, {"interests": "Shares of a tea seller."})
    assert "is written down" in page.content.decode()
    assert declared(person) == [("Shares of a tea seller.", "by a link that Ada Lind sent")]
    assert Event.objects.filter(verb="interests.declared").order_by("-number").first().actor is None


def test_who_has_a_login_answers_logged_in(cast, client):
    article = builders.article(cast.ada)
    ben = cast.ben.contributor
    place = link(ben, article, by=cast.ada)
    asked = client.post(place, NONE)
    assert asked.status_code == 302
    assert asked["Location"].startswith(reverse("login"))
    client.force_login(cast.ben)
    assert article.title in client.get(place).content.decode()
    client.post(place, NONE)
    mine = Declaration.objects.get(contributor=ben, article=article)
    assert (mine.none_declared, mine.declared_by, mine.declared_where) == (True, cast.ben, "")


@pytest.mark.parametrize("who", ["ada", "cleo", "eve", "kim", "rex"])
@pytest.mark.parametrize("asked", ["ben", "guest"])
def test_nobody_answers_for_another(cast, client, who, asked):
    person = guest() if asked == "guest" else cast.ben.contributor
    before = declared(person)
    client.force_login(getattr(cast, who))
    place = link(person, by=cast.ada)
    assert client.get(place).status_code == 403
    assert client.post(place, NONE).status_code == 403
    assert declared(person) == before


def test_a_link_is_good_for_one_answer(cast, client):
    person = guest()
    place = link(person, by=cast.ada)
    client.post(place, NONE)
    again = client.post(place, {"interests": "Shares of a tea seller."})
    assert "answered already" in again.content.decode()
    assert "<form" not in client.get(place).content.decode().partition("<main")[2]
    assert len(declared(person)) == 1
    client.post(link(person, by=cast.ada), {"interests": "Shares of a tea seller."})
    assert len(declared(person)) == 2


def test_an_answer_is_wanted(cast, client):
    person = guest()
    page = client.post(link(person, by=cast.ada), {"interests": "   "})
    assert "say that there are none" in page.content.decode()
    both = client.post(link(person, by=cast.ada), {**NONE, "interests": "Shares of a tea seller."})
    assert "Shares of a tea seller." in both.content.decode()
    assert declared(person) == []


def forged(cast, person):
    good = declaring.link_for(person, None, by=cast.ada)
    said = signing.loads(good, salt=declaring.SALT)
    return {
        "made up": "made-up",
        "tampered": good[:-1] + ("a" if good[-1] != "a" else "b"),
        "of another purpose": signing.dumps(said, salt=SHOWN),
        "of nobody": signing.dumps([0, None, cast.ada.pk, 0], salt=declaring.SALT),
        "of no article": signing.dumps([person.pk, 4711, cast.ada.pk, 0], salt=declaring.SALT),
        "by nobody": signing.dumps([person.pk, None, 4711, 0], salt=declaring.SALT),
    }


@pytest.mark.parametrize(
    "kind", ["made up", "tampered", "of another purpose", "of nobody", "of no article", "by nobody"]
)
def test_a_forged_link_is_no_link(cast, client, kind):
    person = guest()
    place = reverse("desk:interests", args=[forged(cast, person)[kind]])
    assert client.get(place).status_code == client.post(place, NONE).status_code == 404
    assert declared(person) == []


def test_a_link_grows_too_old(cast, client, monkeypatch):
    person = guest()
    place = link(person, by=cast.ada)
    assert client.get(place).status_code == 200
    monkeypatch.setattr(declaring, "GOOD_FOR", timedelta(0))
    assert client.post(place, NONE).status_code == 404
    assert declared(person) == []


def test_an_answer_closes_the_flag_that_asked_for_it(cast, client):
    article = builders.article(cast.ada)
    Declaration.objects.filter(contributor__user=cast.ada).delete()
    flagging.reconcile(article)
    assert article.flags.open().filter(code="GV2").exists()
    client.force_login(cast.ada)
    client.post(link(cast.ada.contributor, article, by=cast.ben), NONE)
    assert not article.flags.open().filter(code="GV2").exists()


def declaring_form(person, **said):
    fields = {"contributor": person.pk, "none_declared": "on", "declared_on": timezone.localdate()}
    return {**fields, **said}


def test_an_editor_is_handed_the_link_or_says_where(cast, client):
    article = builders.article(cast.ada)
    ben, add = cast.ben.contributor, reverse("admin:evidence_declaration_add")
    before = Declaration.objects.count()
    client.force_login(cast.ada)
    page = client.post(add, declaring_form(ben, article=article.pk))
    said = "\n".join(page.context["adminform"].form.non_field_errors())
    place = "/" + said.partition("://")[2].partition("/")[2]
    assert Declaration.objects.count() == before
    client.post(add, declaring_form(ben, declared_where="Letter of 3 May 2026"))
    assert declared(ben)[0] == ("", "Letter of 3 May 2026")
    client.force_login(cast.ben)
    client.post(place, {"interests": "Shares of a tea seller."})
    assert Declaration.objects.that_counts(ben, article).declared_by == cast.ben


def test_nothing_is_declared_for_a_day_that_has_not_come(cast, client):
    before = Declaration.objects.count()
    client.force_login(cast.ada)
    later = timezone.localdate() + timedelta(days=1)
    said = declaring_form(cast.ada.contributor, declared_on=later)
    page = client.post(reverse("admin:evidence_declaration_add"), said)
    assert "that day has not come" in page.content.decode()
    assert Declaration.objects.count() == before


@pytest.mark.parametrize("who", ["ada", "eve", "rex"])
def test_no_page_of_the_admin_changes_or_deletes_what_was_declared(cast, client, who):
    """Not its own page, not a list, not an action over many rows."""
    mine = Declaration.objects.get(contributor=getattr(cast, who if who != "rex" else "ada").contributor)
    client.force_login(getattr(cast, who))
    for page in ("change", "delete"):
        place = reverse(f"admin:evidence_declaration_{page}", args=[mine.pk])
        client.post(place, {**declaring_form(mine.contributor), "interests": "None at all", "post": "yes"})
    chosen = {"action": "delete_selected", "_selected_action": [mine.pk], "post": "yes"}
    client.post(reverse("admin:evidence_declaration_changelist"), chosen)
    kept = Declaration.objects.get(pk=mine.pk)
    assert (kept.none_declared, kept.interests) == (True, "")


def test_the_page_says_where_somebody_else_declared(cast, client):
    article = builders.article(cast.ada)
    ada = cast.ada.contributor
    Declaration.declare(ada, by=cast.ben, interests="Shares of a tea seller.", where="Letter of 3 May 2026")
    current = builders.in_review(cast, article)
    cleo = cast.cleo.contributor
    Declaration.declare(cleo, by=cast.ada, article=article, none_declared=True, where="Letter of 4 May 2026")
    said = {"reason": "Every claim holds.", "checklist": builders.YES}
    current.decide(by=cast.cleo, verdict="approve", **said)
    Declaration.declare(cleo, by=cast.cleo, article=article, none_declared=True)
    body = publication.publish(current.article, by=cast.eve).body
    for person, where in (("Shares of a tea seller.", "3 May"), ("none declared", "4 May")):
        assert person in body
        assert f"Letter of {where} 2026" in body
