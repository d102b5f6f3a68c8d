"""Every verb × every role, and who may approve whose work."""

import pytest
from django.core.exceptions import PermissionDenied

from evidence import manuscript
from evidence.models import BylineEntry
from reviews import permissions
from tests import builders

pytestmark = pytest.mark.django_db
#                   ada    cleo   eve    rex
VERBS = {
    "see_desk": (True, True, True, True),
    "try_rule": (True, False, True, True),
    "edit": (True, False, False, True),
    "import": (True, False, False, True),
    "submit": (True, False, False, True),
    "take_back": (True, False, False, True),
    "assign": (True, False, True, True),
    "decide": (False, True, False, True),
    "verify_citation": (True, True, False, True),
    "confirm_judgement": (True, False, False, True),
    "rate": (True, True, False, True),
    "waive": (True, False, False, True),
    "agree_waiver": (False, True, True, True),
    "publish": (False, False, True, True),
    "put_notice": (False, False, True, True),
    "classify": (False, False, True, True),
    "withdraw": (False, False, True, True),
    "reinstate": (False, False, True, True),
    "record_update": (True, False, True, True),
    "merge_sources": (True, False, False, True),
    "discard": (True, False, True, True),
    "keep_people": (False, False, False, True),
}
SIGNED_BY_BEN = manuscript.BylineEntry("ben-okoro", "Ben Okoro", "BSc", "Author")
CLOSED_WHEN_DISCARDED = {
    "edit",
    "confirm_judgement",
    "rate",
    "submit",
    "assign",
    "decide",
    "waive",
    "agree_waiver",
    "publish",
}


def test_the_table_speaks_of_every_verb():
    assert set(permissions.TABLE) == set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_roles(cast, verb):
    article = builders.article(cast.ada)
    people = (cast.ada, cast.cleo, cast.eve, cast.rex)
    assert tuple(permissions.may(person, verb, article) for person in people) == VERBS[verb]


@pytest.mark.parametrize("verb", VERBS)
def test_who_has_left_may_nothing(cast, verb):
    cast.rex.is_active = False
    with pytest.raises(PermissionDenied):
        permissions.require(cast.rex, verb, builders.article(cast.ada))


@pytest.mark.parametrize("verb", sorted(CLOSED_WHEN_DISCARDED))
def test_a_discarded_article_is_left_alone(cast, verb):
    article = builders.article(cast.ada)
    article.discard(by=cast.ada)
    assert not permissions.may(cast.rex, verb, article)


def test_four_eyes(cast):
    article = builders.article(cast.ada)
    for person in (cast.ada, cast.ben):
        person.groups.add(cast.cleo.groups.get())
    assert permissions.possible_reviewers(article) == [cast.ben, cast.cleo, cast.dev]


def test_four_eyes_look_at_the_whole_change_and_no_further(cast):
    cast.ada.groups.add(cast.cleo.groups.get())
    article = builders.published(cast, builders.article(cast.ada, byline=(SIGNED_BY_BEN,)))
    assert permissions.why_not_approve(cast.ada, article) == ""
    article.sections.filter(key="s8").update(heading="How good the evidence is")
    article.revise(by=cast.ada)
    article.sections.filter(key="s8").update(heading="How sure we are")
    article.revise(by=cast.ben)
    assert "contributed" in permissions.why_not_approve(cast.ada, article)


def test_who_signs_a_text_never_approves_it(cast):
    article = builders.article(cast.ada)
    BylineEntry.objects.create(article=article, contributor=cast.cleo.contributor, role="Author", position=9)
    assert "byline" in permissions.why_not_approve(cast.cleo, article)


def test_a_superuser_is_no_reviewer(cast):
    assert "no active reviewer" in permissions.why_not_approve(cast.rex, builders.article(cast.ada))
