"""The next things to do with an article, in the order in which they help: at most three, each with its place."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence.manuscript.coverage import coverage
from evidence.vocabulary import Severity, Stance
from reviews import permissions
from reviews.checks.rule import REGISTRY
from reviews.models import Point
from reviews.models.flag import Stand
from reviews.models.state import State

MOST = 3
# A text is mended from the ground up: it has to say something before its sources, words and dates can be looked at.
FAMILIES = ("structure", "sourcing", "sources", "wording", "balance", "governance")

# Concern, correction, a retracted study inside a review: what happens to a source after the page came out.
CHANGED = ("SI2", "SI3", "SI4")


@dataclass(frozen=True)
class Step:
    """`subject` is where to do it: "article", "section:s2", "claim:c3", … or "desk"; `code` and `words` those of the
    flag that asks for it, if one does."""

    text: str
    subject: str = "article"
    code: str = ""
    words: str = ""


def next_steps(article, state, manuscript, flags):
    """Up to three Steps; `flags` are the open flags of both stands."""
    if state == State.DISCARDED:
        return ()
    found = [*_about_live(flags), *_about_requests(article), *_about_state(article, state)]
    if state in (State.DRAFT, State.LIVE_DRAFT, State.WITHDRAWN):
        found += _about_draft(manuscript, [flag for flag in flags if flag.stand == Stand.DRAFT])
    return tuple(found[:MOST])


def _about_live(flags):
    blocking = [one for one in flags if one.stand == Stand.LIVE and one.severity == Severity.BLOCK]
    if blocking:
        text = _("The live page has a blocking flag: %(what)s Prepare a correction, or withdraw it.")
        yield Step(text % {"what": blocking[0].message}, "desk")
    # What readers of the live page were warned of is mended before the draft grows.
    for flag in flags:
        if flag.stand == Stand.LIVE and flag.severity != Severity.BLOCK and flag.code in CHANGED:
            text = _("A source of the live page changed: %(what)s %(mend)s")
            yield Step(text % {"what": flag.message, "mend": flag.mend}, flag.subject, flag.code, flag.words)
            return


def _about_requests(article):
    asked = Point.objects.of(article).unanswered().count()
    if asked:
        text = ngettext(
            "%(n)d change was asked for: make it, and answer it when you submit.",
            "%(n)d changes were asked for: make them, and answer each when you submit.",
            asked,
        )
        yield Step(text % {"n": asked}, "desk")


def _about_state(article, state):
    if state == State.APPROVED:
        yield Step(_("It is approved: a publisher may publish it."), "desk")
    elif state == State.IN_REVIEW:
        current = article.rounds.open().first()
        if len(permissions.possible_reviewers(article)) < current.required:
            yield Step(_("Too few people here may approve it: add reviewers who wrote none of it."), "desk")
        if not current.assignments.exists():
            yield Step(_("Nobody was asked to review it yet: ask a reviewer."), "desk")
        elif current.assignments.filter(accepted_at=None, declined_at=None).exists():
            yield Step(_("A reviewer has not answered yet."), "desk")
        else:
            yield Step(_("The reviewers are reading."), "desk")


def _about_draft(manuscript, flags):
    blocking = [flag for flag in flags if flag.severity == Severity.BLOCK]
    blocking.sort(key=lambda flag: FAMILIES.index(REGISTRY[flag.code].family) if flag.code in REGISTRY else 0)
    seen = set()
    for flag in blocking:
        if flag.code not in seen:
            seen.add(flag.code)
            more = sum(other.code == flag.code for other in blocking) - 1
            tail = _(" (and %(n)d more of this kind)") % {"n": more} if more else ""
            yield Step(f"{flag.message} {flag.mend}{tail}", flag.subject, flag.code, flag.words)
    unjudged = [
        claim
        for claim in manuscript.claims
        if any(one.stance == Stance.NOT_JUDGED for one in claim.citations)
    ]
    if unjudged:
        said = _("Say of %(n)d citations whether they support their claim.") % {"n": len(unjudged)}
        yield Step(said, f"claim:{unjudged[0].key}")
    covered = coverage(manuscript)
    if covered.checkable > covered.marked:
        said = _("%(n)d checkable sentences are no claims yet.") % {"n": covered.checkable - covered.marked}
        yield Step(said, "article")
    if not blocking:
        yield Step(_("Nothing blocks it: submit it for review."), "desk")
