"""The verbs of the desk: which form asks for them, and whom they are offered to."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from reviews import permissions
from reviews.desk import forms, points
from reviews.desk.verb_form import VerbForm
from reviews.models import Assignment, Decision, Round
from reviews.models.state import State, state_of
from reviews.publishing import publication


@dataclass(frozen=True)
class Verb:
    name: str
    label: str
    permission: str
    form: type
    do: object
    states: tuple


def _open(article):
    return article.rounds.open().get()


def _latest(article):
    return article.rounds.latest_first()[:1].get()


def _open_or_taken_back(article):
    """The last round unless it ended otherwise, so that a second click is answered as the first."""
    return article.rounds.filter(pk=_latest(article).pk, outcome__in=("", "taken_back")).get()


def _mine(article, by):
    return Assignment.objects.get(round=_open(article), reviewer=by)


REQUEST = Decision.Verdict.REQUEST
UNDER_REVIEW = (State.IN_REVIEW, State.APPROVED)
LIVE = (State.LIVE, State.LIVE_DRAFT, State.IN_REVIEW, State.APPROVED)
VERBS = {
    verb.name: verb
    for verb in (
        Verb("submit", _("Submit for review"), "submit", points.SubmitForm,
             lambda article, by, **said: Round.submit(article, by=by, **said),
             (State.DRAFT, State.LIVE_DRAFT, State.WITHDRAWN)),
        Verb("take-back", _("Take back"), "take_back", VerbForm,
             lambda article, by: _open_or_taken_back(article).take_back(by=by), UNDER_REVIEW),
        Verb("assign", _("Ask a reviewer"), "assign", forms.AssignForm,
             lambda article, by, reviewer, due: _open(article).assign(reviewer, by=by, due=due), UNDER_REVIEW),
        Verb("accept", _("Accept the review"), "decide", forms.AcceptForm,
             lambda article, by, **said: _mine(article, by).accept(by=by, **said), UNDER_REVIEW),
        Verb("decline", _("Decline"), "decide", forms.ReasonForm,
             lambda article, by, reason: _mine(article, by).decline(by=by, reason=reason), UNDER_REVIEW),
        Verb("decide", _("Decide"), "decide", points.DecideForm,
             lambda article, by, **said: _latest(article).decide(by=by, **said), UNDER_REVIEW),
        Verb("request", _("Request changes too"), "decide", points.PointsForm,
             lambda article, by, points: _latest(article).decide(by=by, verdict=REQUEST, points=points),
             (*UNDER_REVIEW, State.DRAFT, State.LIVE_DRAFT, State.LIVE, State.WITHDRAWN)),
        Verb("publish", _("Publish"), "publish", forms.PublishForm,
             lambda article, by, **said: publication.publish(article, by=by, **said), UNDER_REVIEW),
        Verb("notice", _("Put a notice"), "put_notice", forms.NoticeForm,
             lambda article, by, **said: publication.put_notice(article, by=by, **said), LIVE),
        Verb("classify", _("Show under the draft's topics"), "classify", VerbForm,
             lambda article, by: publication.classify(article, by=by), LIVE),
        Verb("withdraw", _("Withdraw the page"), "withdraw", forms.ReasonForm,
             lambda article, by, reason: publication.withdraw(article, by=by, reason=reason), LIVE),
        Verb("reinstate", _("Reinstate the page"), "reinstate", VerbForm,
             lambda article, by: publication.reinstate(article, by=by), (State.WITHDRAWN,)),
        Verb("discard", _("Discard"), "discard", forms.DiscardForm,
             lambda article, by: article.discard(by=by), (State.DRAFT,)),
    )
}  # fmt: skip


def offered(user, article):
    """(verb, empty form) for everything a user may ask for in the article's state."""
    state = state_of(article)
    return [
        (verb, verb.form(article=article, prefix=verb.name))
        for verb in VERBS.values()
        if state in verb.states
        and permissions.may(user, verb.permission, article)
        and _applies(verb.name, user, article)
    ]


def _applies(name, user, article):
    if name in ("notice", "withdraw"):
        return hasattr(article, "publication")
    if name == "classify":
        page = getattr(article, "publication", None)
        return bool(page) and set(page.topics.all()) != set(article.topics.all())
    if name == "request":
        return _may_add_a_request(user, article)
    if name not in ("accept", "decline", "decide"):
        return True
    mine = Assignment.objects.filter(round__article=article, round__outcome="", reviewer=user).first()
    decided = mine and mine.round.decisions.filter(reviewer=user).exists()
    return bool(mine) and not decided and bool(mine.accepted_at) == (name == "decide")


def _may_add_a_request(user, article):
    """Who approved may still ask for changes; who was overtaken by somebody else's request may add their own."""
    latest = article.rounds.latest_first().first()
    if latest is None or not latest.assignments.filter(reviewer=user, accepted_at__isnull=False).exists():
        return False
    made = set(latest.decisions.filter(reviewer=user).values_list("verdict", flat=True))
    if latest.is_open:
        return made == {Decision.Verdict.APPROVE}
    return latest.takes_more_requests and REQUEST not in made
