"""What becomes of a flag: raised, kept, closed with what closed it, raised again; on the draft and on the page."""

from datetime import date

import pytest

from evidence.models import Section
from evidence.vocabulary import Severity
from reviews.flags import flagging
from reviews.models import Flag, Waiver
from reviews.models.flag import Stand
from reviews.publishing import publication
from reviews.publishing.gate import reasons_not_to_publish
from reviews.watching import recording
from tests import builders

pytestmark = pytest.mark.django_db
SAID = (
    "No study compared one dose of lemon balm with another, so nobody can say which is best; "
    "ask a pharmacist before you take more than the packet says."
)


@pytest.fixture
def draft(cast):
    return builders.article(cast.ada)


def empty_section(draft):
    return Section.objects.create(article=draft, key="s99", heading="Dose", position=99, body="")


def say(section, body, by):
    Section.objects.filter(pk=section.pk).update(body=body)
    section.article.revise(by=by)
    flagging.reconcile(section.article)
    return Flag.objects.get(code="ST1")


def test_an_empty_heading_raises_one_flag_which_a_second_run_keeps(draft):
    empty_section(draft)
    flagging.reconcile(draft)
    first = Flag.objects.values().get(code="ST1")
    flagging.reconcile(draft)
    assert Flag.objects.values().get(code="ST1") == first


def test_a_flag_says_where_why_and_how_to_mend_it(draft):
    empty_section(draft)
    flagging.reconcile(draft)
    flag = Flag.objects.get(code="ST1")
    assert (flag.section, flag.subject, flag.severity) == ("s99", "section:s99", Severity.BLOCK)
    assert "Dose" in flag.words + flag.message
    assert flag.mend


def test_mending_closes_the_flag_and_names_the_revision_that_did(cast, draft):
    section = empty_section(draft)
    flagging.reconcile(draft)
    flag = say(section, SAID, cast.ben)
    assert not flag.is_open
    assert (flag.closed_in, flag.closed_because) == (2, "Revision 2 no longer has it.")


def test_the_same_flaw_later_opens_the_same_flag_again(cast, draft):
    section = empty_section(draft)
    flagging.reconcile(draft)
    closed = say(section, SAID, cast.ben)
    again = say(section, "", cast.ben)
    assert (again.pk, again.is_open, again.reopened) == (closed.pk, True, 1)
    assert again.closed_because, "what closed it last stays readable"


def test_rewording_another_sentence_keeps_a_flag_as_it_was(cast, draft):
    section = empty_section(draft)
    flagging.reconcile(draft)
    before = Flag.objects.get(code="ST1")
    say(draft.sections.get(key="s8"), "Both trials are small, so every result is uncertain.[^c10]", cast.ben)
    after = Flag.objects.get(code="ST1", section=section.key)
    assert (after.pk, after.raised_at, after.reopened) == (before.pk, before.raised_at, 0)


def test_the_draft_and_the_page_have_flags_of_their_own(cast):
    article = builders.published(cast)
    empty_section(article)
    flagging.reconcile(article)
    assert [flag.stand for flag in article.flags.filter(code="ST1")] == [Stand.DRAFT]


def test_a_withdrawn_page_has_no_open_flags(cast):
    article = builders.published(cast)
    source = article.claims.get(key="c3").citations.get().source
    recording.record_update(source, "retraction", by=cast.eve, asserted_by="Retraction Watch")
    assert article.flags.on(Stand.LIVE).open().exists()
    publication.withdraw(article, by=cast.eve, reason="A figure is in doubt.")
    assert not article.flags.on(Stand.LIVE).open().exists()
    assert article.flags.on(Stand.LIVE).get(code="SI1").closed_because == "The page was withdrawn."


def test_a_flag_that_the_text_did_not_mend_does_not_count_as_mended(draft, settings):
    empty_section(draft)
    flagging.reconcile(draft)
    settings.VOUCH = {**settings.VOUCH, "CHECKS_OFF": {"ST1": "Our readers like headings."}}
    flagging.reconcile(draft)
    flag = Flag.objects.get(code="ST1")
    assert (flag.is_open, flag.closed_in, flag.closed_because) == (
        False,
        None,
        "This site switched the check off.",
    )


def test_a_flag_of_an_older_version_is_closed_by_the_newer(draft):
    section = empty_section(draft)
    flagging.reconcile(draft)
    Flag.objects.filter(code="ST1").update(version=0)
    section.delete()
    flagging.reconcile(draft)
    flag = Flag.objects.get(code="ST1")
    assert (flag.is_open, flag.closed_in, flag.closed_because) == (
        False,
        None,
        "The check itself has changed.",
    )


def test_a_tuned_rule_is_tuned_for_flags_waivers_and_the_gate(cast, draft, settings):
    empty_section(draft)
    settings.VOUCH = {**settings.VOUCH, "CHECKS_TUNED": {"ST1": ("warn", "We fill headings later.")}}
    flagging.reconcile(draft)
    flag = Flag.objects.get(code="ST1")
    assert flag.severity == Severity.WARN
    assert "ST1" not in [reason.code for reason in reasons_not_to_publish(draft)]
    Waiver.give(flag, by=cast.ada, reason="The heading follows next week.", until=date(2999, 1, 1))
    assert Flag.objects.waived().filter(code="ST1").exists()
    settings.VOUCH = {**settings.VOUCH, "CHECKS_TUNED": {"ST1": ("block", "We never leave gaps.")}}
    flagging.reconcile(draft)
    assert not Flag.objects.waived().filter(code="ST1").exists()
    assert "ST1" in [reason.code for reason in reasons_not_to_publish(draft)]


def test_a_flag_says_which_version_of_its_rule_raised_it(cast, client, draft):
    empty_section(draft)
    flagging.reconcile(draft)
    Flag.objects.filter(code="ST1").update(version=7)
    client.force_login(cast.cleo)
    page = client.get(f"/desk/articles/{draft.slug}/").content.decode()
    assert 'href="/how-we-check/#ST1"' in page
    assert "version 7" in page
    section = draft.sections.get(key="s99")
    assert "version 7" in client.get(f"/admin/evidence/section/{section.pk}/change/").content.decode()


def test_what_was_evaluated_before_the_lock_is_taken_over_only_if_nothing_moved(cast):
    article = builders.article(cast.ada)
    earlier = flagging.evaluated(article)
    section = article.sections.get(key="s5")
    section.body = ""
    section.save(update_fields=["body"])
    flagging.reconcile(article, earlier)
    assert "ST1" in article.flags.open().values_list("code", flat=True)


def test_the_live_stand_is_evaluated_beside_the_draft(cast):
    article = builders.published(cast)
    assert list(flagging.evaluated(article)) == ["draft", "live"]
    flagging.reconcile(article, flagging.evaluated(article))
    assert set(article.flags.open().values_list("stand", flat=True)) <= {"draft", "live"}
