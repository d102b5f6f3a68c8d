"""Whether an article's flags can be trusted is written down with them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from evidence.models import Article, Source
from reviews.flags import flagging
from reviews.models import Checking, Flag
from reviews.models.checking import Checked, not_checked, with_checked
from tests import builders

pytestmark = pytest.mark.django_db


def said(article):
    return with_checked(Article.objects.filter(pk=article.pk)).get().checked


def test_what_was_stored_without_its_checks_was_never_checked(cast):
    article = builders.article(cast.ada)
    assert said(article) == Checked.DONE
    Checking.objects.all().delete()
    assert said(article) == Checked.NEVER


def test_a_newer_revision_was_not_checked_until_its_flags_are_in_step(cast):
    article = builders.article(cast.ada)
    article.sections.filter(key="s5").update(body="")
    article.revise(by=cast.ada)
    assert said(article) == Checked.CHANGED
    flagging.reconcile(article)
    assert (said(article), not_checked(article)) == (Checked.DONE, "")


def test_an_edition_that_came_out_unchecked_shows(cast):
    article = builders.published(cast)
    assert said(article) == Checked.DONE
    Checking.objects.filter(stand="live").update(digest="0" * 64)
    assert said(article) == Checked.CHANGED


def test_a_source_that_changed_makes_its_articles_unchecked_until_they_follow(cast):
    article, other = builders.article(cast.ada), builders.article(cast.ada, title="Another", claims=())
    source = Source.objects.get(key="alder-2019")
    source.correct(by=cast.ben, sample_size=4)
    assert (said(article), said(other)) == (Checked.CHANGED, Checked.DONE)


def test_recheck_takes_first_what_was_not_checked_also_from_before_where_it_goes_on(cast, monkeypatch):
    old, known, late = (builders.article(cast.ada, title=f"Review {number}") for number in range(3))
    Checking.objects.filter(article__in=[old, late]).delete()
    order, reconcile = [], flagging.reconcile

    def noted(article, earlier=None):
        order.append(article)
        reconcile(article, earlier)

    monkeypatch.setattr(flagging, "reconcile", noted)
    call_command("recheck", stdout=StringIO())
    assert order == [old, late, known]
    Checking.objects.filter(article=old).delete()
    call_command("recheck", after=known.pk, stdout=StringIO())
    assert order[3:] == [old, late]


def test_every_list_says_what_was_not_checked(cast, client):
    never, changed = (builders.article(cast.ada, title=f"Review {number}") for number in range(2))
    Checking.objects.filter(article=never).delete()
    changed.sections.filter(key="s5").update(body="")
    changed.revise(by=cast.ada)
    client.force_login(cast.rex)
    queue = client.get("/desk/").content.decode()
    assert queue.count("<strong>Never</strong>") == queue.count("<strong>Not since it changed</strong>") == 1
    listed = client.get("/admin/evidence/article/").content.decode()
    assert listed.count("Never checked") == listed.count("Not checked since it changed") == 1
    for article, words in ((never, "Never checked"), (changed, "Not checked since it changed")):
        for page in (
            reverse("desk:article", args=[article.slug]),
            f"/admin/evidence/article/{article.pk}/change/",
        ):
            assert words in client.get(page).content.decode()


def test_flags_that_cannot_be_raised_leave_no_article(cast, monkeypatch):
    def broken(article):
        raise RuntimeError("killed")

    monkeypatch.setattr(flagging, "reconcile", broken)
    with pytest.raises(RuntimeError):
        flagging.stored(builders.manuscript(), slug="lemon-balm", by=cast.ada)
    assert (Article.objects.count(), Source.objects.count(), Flag.objects.count()) == (0, 0, 0)
