"""A verb of the desk is done on what its page showed, or not at all: every verb × whatever may have moved."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone

from evidence.models import Article, Citation, Declaration, Event, Section, Source, Topic
from reviews.desk.shown import SALT
from reviews.desk.verbs import VERBS
from reviews.flags import flagging
from reviews.models import Confirmation, Decision, Round, Waiver
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders
from tests.desk import DESK, answered, page_shown, press

pytestmark = pytest.mark.django_db
NEXT_MONTH = timezone.localdate() + timedelta(days=30)
WORDS = "Typed with care, and not to be lost."


def draft(cast):
    return builders.article(cast.ada)


def in_review(cast):
    current = builders.in_review(cast, reviewers=("cleo",))
    current.assign(cast.dev, by=cast.ada)
    return current.article


def approved(cast):
    return builders.approved(cast).article


def withdrawn(cast):
    article = builders.published(cast)
    publication.withdraw(article, by=cast.rex, reason="A figure is in doubt.")
    return article


def flagged(cast):
    article = draft(cast)
    Section.objects.filter(article=article, key="s5").update(body="")
    article.revise(by=cast.ada)
    flagging.reconcile(article)
    return article


def waived(cast):
    article = flagged(cast)
    flag = article.flags.open().get(code="ST1")
    Waiver.give(flag, by=cast.ada, reason="Nobody has asked this question yet.", until=NEXT_MONTH)
    return article


def updated(cast):
    article = approved(cast)
    recording.record_update(
        Source.objects.get(key="birch-2021"), "erratum", by=cast.ada, asserted_by="Crossref"
    )
    return article


def reworded(cast):
    article = draft(cast)
    section = article.sections.get(key="s3")
    Section.objects.filter(pk=section.pk).update(body=section.body.replace("improve", "ruin"))
    article.revise(by=cast.ada)
    flagging.reconcile(article)
    return article


def lapsed():
    return Citation.objects.get(claim__key="c3")


def first_citation(article):
    return f"citations/{Citation.objects.filter(claim__article=article).first().pk}/verify"


def under_another_topic(cast):
    """The published article, its draft put under a topic since."""
    article = builders.published(cast)
    article.topics.add(Topic.objects.create(name="Sleep", slug="sleep"))
    return article


TABLE = {
    "submit": (draft, "ada", "submit", {"submit-note": WORDS}),
    "take back": (in_review, "ada", "take-back", {}),
    "assign": (builders.in_review, "ada", "assign", {"assign-reviewer": "{dev}"}),
    "accept": (in_review, "dev", "accept", {"accept-interests": WORDS}),
    "decline": (in_review, "dev", "decline", {"decline-reason": WORDS}),
    "approve": (in_review, "cleo", "decide",
                {"decide-verdict": "approve", "decide-reason": WORDS, "decide-rows": 1, **answered()}),
    "reject": (in_review, "cleo", "decide",
               {"decide-verdict": "reject", "decide-reason": WORDS, "decide-rows": 1}),
    "request": (in_review, "cleo", "decide",
                {"decide-verdict": "request_changes", "decide-rows": 1, "decide-text_1": WORDS,
                 "decide-place_1": "article"}),
    "request too": (approved, "cleo", "request",
                    {"request-rows": 1, "request-text_1": WORDS, "request-place_1": "article"}),
    "publish": (approved, "eve", "publish",
                {"publish-change_type": "first_edition", "publish-note": WORDS}),
    "notice": (builders.published, "eve", "notice", {"notice-kind": "correction", "notice-text": WORDS}),
    "withdraw": (builders.published, "eve", "withdraw", {"withdraw-reason": WORDS}),
    "reinstate": (withdrawn, "eve", "reinstate", {}),
    "classify": (under_another_topic, "eve", "classify", {}),
    "discard": (draft, "ada", "discard", {"discard-sure": "on"}),
    "read": (in_review, "cleo", first_citation, {"against": "full_text"}),
    "waive": (flagged, "ada", lambda article: f"flags/{article.flags.open().get(code='ST1').pk}/waive",
              {"reason": WORDS, "until": NEXT_MONTH}),
    "agree": (waived, "cleo", lambda _article: f"waivers/{Waiver.objects.get().pk}/agree", {}),
    "hold": (reworded, "ada", lambda _article: f"citations/{lapsed().pk}/confirm",
             lambda: {"seen": lapsed().vouched().digest}),
    "confirm": (updated, "cleo", lambda _article: f"decisions/{Decision.objects.get().pk}/confirm",
                {"reason": WORDS}),
}  # fmt: skip


def another_revision(cast, article):
    source = Source.objects.get(key="alder-2019")
    source.sample_size = 41
    source.save()
    source.edited(by=cast.ben)


def another_round(cast, article):
    if current := article.rounds.open().first():
        current.take_back(by=cast.ben)
        Round.submit(article, by=cast.ben)
    else:
        Round.submit(article, by=cast.ben).take_back(by=cast.ben)


def another_state(cast, article):
    page = getattr(article, "publication", None)
    if current := article.rounds.open().first():
        current.take_back(by=cast.ben)
    elif page is None:
        Round.submit(article, by=cast.ben)
    elif page.is_live:
        publication.withdraw(article, by=cast.rex, reason="A figure is in doubt.")
    else:
        publication.reinstate(article, by=cast.rex)


def begun(cast, client, verb):
    """(article, the word its page showed, place of the verb, what is typed) with the person at the desk."""
    stage, who, place, said = TABLE[verb]
    stood = stage(cast)
    article = Article.objects.get(pk=getattr(stood, "article_id", stood.pk))
    client.force_login(getattr(cast, who))
    place = place(article) if callable(place) else place
    said = said() if callable(said) else said
    typed = {name: str(value).format(dev=cast.dev.pk) for name, value in said.items()}
    return article, page_shown(client), place, typed


def test_the_table_names_every_verb_of_the_desk():
    places = {place for _stage, _who, place, _said in TABLE.values() if isinstance(place, str)}
    assert places == set(VERBS)


@pytest.mark.parametrize("verb", TABLE)
def test_what_was_seen_is_done(cast, client, verb):
    _article, shown, place, said = begun(cast, client, verb)
    before = Event.objects.count()
    assert press(client, place, said, shown=shown).status_code == 302
    assert Event.objects.count() > before


@pytest.mark.parametrize("moved", [another_revision, another_round, another_state])
@pytest.mark.parametrize("verb", TABLE)
def test_what_moved_since_is_shown_and_nothing_is_done(cast, client, verb, moved):
    article, shown, place, said = begun(cast, client, verb)
    moved(cast, article)
    before = Event.objects.count()
    page = press(client, place, said, shown=shown)
    assert (page.status_code, Event.objects.count()) == (409, before)
    assert "Something changed since your page was shown" in page.content.decode()
    assert page.context["moved"]["facts"] or page.context["moved"]["changes"]
    assert WORDS not in said.values() or WORDS in page.content.decode()


def ensure_nothing_is_done(client, place, said):
    before = Event.objects.count()
    page = client.post(f"{DESK}{place}/", said)
    assert (page.status_code, Event.objects.count()) == (409, before)
    assert "did not say which version" in page.content.decode()
    assert WORDS not in said.values() or WORDS in page.content.decode()


@pytest.mark.parametrize("verb", TABLE)
def test_a_form_that_does_not_say_what_it_showed_does_nothing(cast, client, verb):
    _article, _shown, place, said = begun(cast, client, verb)
    ensure_nothing_is_done(client, place, said)


@pytest.mark.parametrize("token", ["made up", "of another page", "of another person", "tampered"])
@pytest.mark.parametrize("verb", ["approve", "waive"])
def test_a_forged_word_is_no_word(cast, client, verb, token):
    article, shown, place, said = begun(cast, client, verb)
    read = signing.loads(shown, salt=SALT)
    forged = {
        "of another page": signing.dumps({**read, "for": [article.pk + 1, read["for"][1]]}, salt=SALT),
        "of another person": signing.dumps({**read, "for": [article.pk, 0]}, salt=SALT),
        "tampered": f"{shown[:-1]}{'a' if shown[-1] != 'a' else 'b'}",
    }
    ensure_nothing_is_done(client, place, {**said, "shown": forged.get(token, token)})


@pytest.mark.parametrize("verb", TABLE)
def test_a_second_click_is_harmless(cast, client, verb):
    _article, shown, place, said = begun(cast, client, verb)
    press(client, place, said, shown=shown)
    before = Event.objects.count()
    press(client, place, said, shown=shown)
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    "verb",
    [
        "submit",
        "take back",
        "assign",
        "accept",
        "approve",
        "reject",
        "publish",
        "notice",
        "withdraw",
        "classify",
        "discard",
        "hold",
        "confirm",
    ],
)
def test_a_second_click_is_answered_as_the_first(cast, client, verb):
    _article, shown, place, said = begun(cast, client, verb)
    answers = [press(client, place, said, shown=shown).status_code for _click in range(2)]
    assert answers == [302, 302]


def test_a_source_that_is_updated_again_is_confirmed_again(cast, client):
    _article, shown, place, said = begun(cast, client, "confirm")
    press(client, place, said, shown=shown)
    press(client, place, {**said, "reason": "Pressed twice."})
    assert Confirmation.objects.count() == 1
    recording.record_update(
        Source.objects.get(key="birch-2021"), "correction", by=cast.ada, asserted_by="Crossref"
    )
    press(client, place, said)
    assert Confirmation.objects.count() == 2


def test_a_late_click_on_publish_is_not_taken_for_done_when_more_happened(cast, client):
    article, shown, place, said = begun(cast, client, "publish")
    press(client, place, said, shown=shown)
    article.refresh_from_db()
    publication.withdraw(article, by=cast.rex, reason="A figure is in doubt.")
    assert press(client, place, said, shown=shown).status_code == 409


def test_the_back_button_takes_nobody_to_another_decision(cast, client):
    _article, shown, place, said = begun(cast, client, "approve")
    press(client, place, said, shown=shown)
    page = press(client, place, {**said, "decide-verdict": "reject"}, shown=shown)
    assert page.status_code == 409
    assert list(Decision.objects.values_list("verdict", flat=True)) == ["approve"]
    assert "approved" in [what for _who, what, _when in page.context["moved"]["events"]]


def test_two_tabs_may_put_two_notices(cast, client):
    """What I wrote myself in the other tab stops nobody: nothing else changed."""
    _article, shown, place, said = begun(cast, client, "notice")
    press(client, place, said, shown=shown)
    again = {**said, "notice-text": "Another notice."}
    page = press(client, place, again, shown=shown)
    assert page.status_code == 302
    assert Article.objects.get().publication.edition.notices.count() == 2


def test_a_source_was_retracted_while_the_reviewer_read(cast, client):
    _article, shown, place, said = begun(cast, client, "approve")
    recording.record_update(
        Source.objects.get(key="alder-2019"), "retraction", by=cast.ben, asserted_by="Crossref"
    )
    page = press(client, place, said, shown=shown)
    assert (page.status_code, Decision.objects.count()) == (409, 0)
    assert [update.source.key for update in page.context["moved"]["updates"]] == ["alder-2019"]
    assert "SI1" in {flag.code for flag in page.context["moved"]["flags"]}


def test_a_page_left_open_overnight_on_which_a_flag_came_up(cast, client):
    _article, shown, place, said = begun(cast, client, "publish")
    Declaration.objects.filter(contributor__user=cast.ada).delete()
    page = press(client, place, said, shown=shown)
    assert page.status_code == 409
    assert "GV2" in {flag.code for flag in page.context["moved"]["flags"]}


def test_the_text_is_laid_beside_what_was_shown(cast, client):
    article, shown, place, said = begun(cast, client, "submit")
    section = article.sections.get(key="s4")
    section.body = section.body.replace("mild nausea", "nausea")
    section.save(update_fields=["body"])
    article.revise(by=cast.ben)
    page = press(client, place, said, shown=shown)
    assert "<del>mild </del>" in page.content.decode()
    assert ("Ben Okoro", "changed the text or what it rests on") in [
        (str(who), what) for who, what, _when in page.context["moved"]["events"]
    ]


def test_whoever_looked_at_what_changed_presses_again(cast, client):
    article, shown, place, said = begun(cast, client, "submit")
    another_revision(cast, article)
    page = press(client, place, said, shown=shown)
    assert press(client, place, said, shown=page.context["shown"]).status_code == 302


def test_a_form_with_a_fault_does_not_hide_that_the_text_moved(cast, client):
    article, shown, place, said = begun(cast, client, "approve")
    another_revision(cast, article)
    page = press(client, place, {**said, "decide-reason": ""}, shown=shown)
    assert page.status_code == 409
    assert page.context["moved"]["changes"]
    more = press(client, place, {**said, "more": "1"}, shown=shown)
    assert more.context["moved"]["changes"]


def test_reading_on_is_not_disturbed_by_ones_own_stamps(cast, client):
    article, shown, _place, said = begun(cast, client, "read")
    for cited in Citation.objects.filter(claim__article=article)[:3]:
        assert press(client, f"citations/{cited.pk}/verify", said, shown=shown).status_code == 302
