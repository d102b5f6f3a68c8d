"""Nothing slips in between the question what was shown and the act, in real threads on PostgreSQL."""

import threading
import time

import pytest
from django.db import transaction
from django.test import Client

from evidence.models import Article
from reviews.models import Decision, Round
from tests import builders
from tests.desk import answered, page_shown, press
from tests.test_races import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_an_approval_waits_for_who_takes_the_text_back_and_then_finds_another_round(cast):
    current, held, cleo = builders.in_review(cast), threading.Event(), Client()
    cleo.force_login(cast.cleo)
    shown = page_shown(cleo)

    def resubmit():
        with transaction.atomic():
            article = Article.objects.locked_for_writing(current.article_id)
            held.set()
            time.sleep(0.5)
            Round.objects.get(pk=current.pk).take_back(by=cast.ben)
            again = Round.submit(article, by=cast.ben)
            again.assign(cast.cleo, by=cast.ben).accept(by=cast.cleo, none_declared=True)

    def approve():
        held.wait(5)
        said = {"decide-verdict": "approve", "decide-reason": "It holds.", "decide-rows": 1, **answered()}
        return press(cleo, "decide", said, shown=shown).status_code

    assert at_once(resubmit, approve) == [None, 409]
    assert not Decision.objects.exists()
