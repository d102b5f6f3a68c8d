"""Who stands behind an edition, and what it was checked for: gathered once, printed in the page."""

from django.utils import timezone

from evidence.models import Declaration
from evidence.public.rendering import Imprint, Person, StandingWaiver
from reviews import checks
from reviews.models import Waiver
from reviews.models.flag import Stand


def imprint_of(article, round, evaluation, *, number, change_type, note):
    """The Imprint of the edition that a round's revision is about to become."""
    return Imprint(
        number=number,
        published_at=timezone.now(),
        change_type=str(change_type),
        note=note,
        next_review=article.next_review_on,
        authors=tuple(_author(row.contributor, row.role, article) for row in article.byline.all()),
        reviewers=tuple(
            _person(decision.reviewer.contributor, "", article, on=decision.decided_at)
            for decision in round.approvals().select_related("reviewer__contributor")
        ),
        checked_for=tuple((rule.code, str(rule.name)) for rule in checks.catalogue()),
        waivers=tuple(_waivers(article, evaluation.circumstances.today)),
        retracted=evaluation.circumstances.retracted,
    )


def _author(contributor, role, article):
    return _person(contributor, role, article)


def _person(contributor, role, article, on=None):
    declared = Declaration.objects.filter(contributor=contributor, article__in=[article]).first()
    declared = declared or Declaration.objects.filter(contributor=contributor, article=None).first()
    return Person(
        name=contributor.name,
        credentials=contributor.credentials,
        affiliation=contributor.affiliation,
        role=role,
        interests=declared.interests if declared else "",
        declared_on=declared.declared_on if declared else None,
        on=on,
    )


def _waivers(article, today):
    standing = Waiver.objects.standing(today).filter(flag__article=article, flag__stand=Stand.DRAFT)
    for waiver in standing.filter(flag__closed_at=None).select_related("flag"):
        yield StandingWaiver(waiver.flag.code, waiver.flag.message, waiver.reason, waiver.until)
