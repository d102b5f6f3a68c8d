"""A flag may stand for a while: for a reason, until a day, and if it blocks with a second person's word."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from evidence.errors import Refused
from evidence.models import Section
from reviews.flags import flagging
from reviews.models import Flag, Waiver
from reviews.publishing.gate import reasons_not_to_publish
from tests import builders

pytestmark = pytest.mark.django_db
REASON = "The dose follows in the next edition; readers are told so."


@pytest.fixture
def flag(cast):
    draft = builders.article(cast.ada)
    Section.objects.create(article=draft, key="s99", heading="Dose", position=99, body="")
    draft.revise(by=cast.ada)
    flagging.reconcile(draft)
    return Flag.objects.get(code="ST1")


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def give(flag, by, **said):
    return Waiver.give(flag, by=by, **{"reason": REASON, "until": in_days(30), **said})


def blocked(flag):
    return flag.code in [reason.code for reason in reasons_not_to_publish(flag.article)]


@pytest.mark.parametrize(
    "said", [{"reason": "fine"}, {"reason": " " * 40}, {"until": in_days(0)}, {"until": in_days(-1)}]
)
def test_a_shrug_or_a_day_gone_by_is_refused(cast, flag, said):
    with pytest.raises(Refused):
        give(flag, cast.ada, **said)
    assert not Waiver.objects.exists()


def test_only_an_editor_waives(cast, flag):
    for person in (cast.cleo, cast.eve):
        with pytest.raises(PermissionDenied):
            give(flag, person)


def test_a_blocking_flag_waits_for_a_second_person(cast, flag):
    waiver = give(flag, cast.ada)
    assert blocked(flag)
    waiver.agree(by=cast.cleo)
    assert not blocked(flag)


def test_waiving_and_agreeing_twice_leave_one_record(cast, flag):
    assert give(flag, cast.ada) == give(flag, cast.ada)
    waiver = Waiver.objects.get()
    waiver.agree(by=cast.cleo)
    agreed = Waiver.objects.values().get()
    waiver.agree(by=cast.dev)
    assert Waiver.objects.values().get() == agreed


@pytest.mark.parametrize("who", ["ada", "rex"])
def test_nobody_agrees_with_themselves(cast, flag, who):
    giver = getattr(cast, who)
    giver.groups.add(cast.cleo.groups.get())
    waiver = give(flag, giver)
    with pytest.raises(Refused):
        waiver.agree(by=giver)
    with pytest.raises(IntegrityError), transaction.atomic():
        Waiver.objects.update(agreed_by=giver, agreed_at=timezone.now())


def test_nobody_agrees_who_wrote_on_it(cast, flag):
    cast.ada.groups.add(cast.cleo.groups.get())
    waiver = give(flag, cast.ben)
    with pytest.raises(Refused, match="contributed"):
        waiver.agree(by=cast.ada)


def test_a_waiver_dies_when_its_subject_changes_and_not_before(cast, flag):
    give(flag, cast.ada).agree(by=cast.cleo)
    Section.objects.filter(key="s8").update(heading="How good the evidence is")
    flagging.reconcile(flag.article)
    assert not blocked(flag)
    Section.objects.filter(key="s99").update(heading="How much")
    flagging.reconcile(flag.article)
    assert Waiver.objects.get().voided_at
    assert blocked(flag)


def test_a_waiver_ends_with_its_day(cast, flag):
    give(flag, cast.ada).agree(by=cast.cleo)
    assert Flag.objects.waived(in_days(30)).exists()
    assert not Flag.objects.waived(in_days(31)).exists()


def test_a_waiver_that_is_void_cannot_be_agreed_to(cast, flag):
    waiver = give(flag, cast.ada)
    Section.objects.filter(key="s99").update(heading="How much")
    flagging.reconcile(flag.article)
    with pytest.raises(Refused):
        waiver.agree(by=cast.cleo)
