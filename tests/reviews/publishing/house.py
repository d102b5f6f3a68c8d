"""A house to attack: articles at every stage of the way, with a row in every table that a guard stands on."""

from datetime import timedelta

from django.utils import timezone

from evidence.models import Section
from reviews.flags import flagging
from reviews.models import Confirmation, Round, Waiver
from reviews.publishing import publication
from reviews.watching import recording
from tests import builders

ARTICLES = ("live", "withdrawn", "locked", "approved", "free")  # their slugs
LATER = "The dose follows in the next edition; readers are told so."


def house():
    """Build it by the verbs alone."""
    people = builders.cast()
    _live(people)
    withdrawn = builders.published(people, builders.article(people.ada, title="withdrawn"))
    publication.withdraw(withdrawn, by=people.eve, reason="The dose is wrong.")
    locked = builders.in_review(people, builders.article(people.ada, title="locked"))
    locked.assign(people.dev, by=people.ada)
    locked.article.claims.get(key="c3").citations.get().verify(by=people.cleo, against="abstract")
    _approved(people)
    _free(people)
    return people


def _live(people):
    article = builders.published(people, builders.article(people.ada, title="live"))
    article.sections.filter(key="s8").update(heading="How sure we are")
    article.revise(by=people.ada)
    builders.published(people, article, note="A clearer heading.")
    publication.put_notice(article, by=people.eve, kind="correction", text='It\'s 40 < 50 & "all" adults.')
    source = article.claims.get(key="c3").citations.get().source
    recording.record_update(
        source, type="correction", asserted_by="Crossref", on=timezone.localdate(), by=people.eve
    )


def _approved(people):
    draft = builders.article(people.ada, title="approved")
    asked = builders.in_review(people, draft)
    asked.decide(by=people.cleo, verdict="request_changes", points=[("section:s3", "Name the dose.")])
    current = builders.approved(people, draft)
    Confirmation.give(current.approvals().get(), by=people.cleo, reason="It changes nothing here.")


def _free(people):
    draft = builders.article(people.ada, title="free")
    builders.agreed(people, draft)
    Section.objects.create(article=draft, key="s99", heading="Dose", position=99, body="")
    draft.revise(by=people.ada)
    flagging.reconcile(draft)
    day = timezone.localdate() + timedelta(days=30)
    flag = draft.flags.get(code="ST1")
    Waiver.give(flag, by=people.ada, reason=LATER, until=day).agree(by=people.dev)
    Waiver.give(flag, by=people.ada, reason=f"Once more: {LATER}", until=day)
    Waiver.give(flag, by=people.ada, reason=f"At first: {LATER}", until=day).void(draft)
    Round.submit(draft, by=people.ada).take_back(by=people.ada)
