"""Who stands behind an edition, and what it was checked for: gathered once, printed in the page."""

from django.utils import timezone

from evidence import canonical
from evidence.models import Declaration
from evidence.public.rendering import CheckList, Imprint, Person, StandingWaiver
from reviews import checks
from reviews.models import Waiver
from reviews.models.flag import Stand
from reviews.publishing.approvals import counted_approvals


def imprint_of(article, round, evaluation, *, number, change_type, note):
    """The Imprint of the edition that a round's revision is about to become."""
    approvals = counted_approvals(round, article, evaluation.manuscript.digest)
    return Imprint(
        number=number,
        published_at=timezone.now(),
        change_type=str(change_type),
        note=note,
        next_review=article.next_review_on,
        authors=tuple(_author(row.contributor, row.role, article) for row in article.byline.all()),
        reviewers=tuple(_reviewer(decision) for decision in approvals),
        checked_for=tuple(_held(evaluation)),
        waivers=tuple(_waivers(article, evaluation.circumstances.today)),
        retracted=evaluation.circumstances.retracted,
        check_lists=tuple(_check_list(decision) for decision in approvals if decision.answers),
    )


def _held(evaluation):
    """(code, name) of the rules that found nothing: what was waived or only warned of did not hold."""
    broken = {found.code for found in evaluation.findings}
    return [(rule.code, str(rule.name)) for rule in checks.catalogue() if rule.code not in broken]


def people_of(imprint):
    """Who an Imprint names, as the text that an Edition keeps."""
    return canonical.dumps(canonical.plain({"authors": imprint.authors, "reviewers": imprint.reviewers}))


def _author(contributor, role, article):
    declared = Declaration.objects.that_counts(contributor, article)
    return Person(
        key=contributor.key,
        name=contributor.name,
        credentials=contributor.credentials,
        affiliation=contributor.affiliation,
        role=role,
        interests=declared.interests if declared else "",
        declared_on=declared.declared_on if declared else None,
        declared_where=declared.declared_where if declared else "",
    )


def _reviewer(decision):
    """As they were when they decided: what became of the records of people since approves nothing and hides nothing."""
    return Person(
        key=decision.contributor.key if decision.contributor else "",
        name=decision.name,
        credentials=decision.credentials,
        affiliation=decision.affiliation,
        interests=decision.interests,
        declared_on=decision.declared_on,
        declared_where=decision.declared_where,
        on=decision.decided_at,
    )


def _check_list(decision):
    answers = tuple((one.question, str(one.label), one.reason) for one in decision.answers)
    return CheckList(decision.name, decision.decided_at, answers)


def _waivers(article, today):
    standing = Waiver.objects.standing(today).filter(flag__article=article, flag__stand=Stand.DRAFT)
    for waiver in standing.filter(flag__closed_at=None).select_related("flag"):
        yield StandingWaiver(waiver.flag.code, waiver.flag.message, waiver.reason, waiver.until)
