"""What the desk shows of one article: first what changed and what is weak, then the text as readers would get it."""

from evidence.library.judgements import standings
from evidence.manuscript.coverage import coverage
from evidence.manuscript.differences import ChangeKind, differences
from evidence.models import Source
from evidence.public.rendering.edition import rendered_parts
from evidence.vocabulary import Severity
from reviews import permissions
from reviews.desk.flag_groups import grouped
from reviews.desk.reading_list import beside
from reviews.desk.shown import token_of
from reviews.desk.verbs import offered
from reviews.flags.next_steps import next_steps
from reviews.flags.places import Places, name_of
from reviews.models import Assignment, Decision, Point, Waiver
from reviews.models.checking import not_checked
from reviews.models.flag import Stand
from reviews.models.state import UNDER_WAY, state_of
from reviews.publishing.approvals import approvals_to_confirm
from reviews.publishing.gate import reasons_not_to_publish

HERE = "#verbs"  # what is done on the desk itself: the page is not left, so that nothing typed is lost
WEIGHED = (ChangeKind.SUPPORT, ChangeKind.CERTAINTY)
MAY = {
    "waive": "waive",
    "agree": "agree_waiver",
    "verify": "verify_citation",
    "confirm": "confirm_judgement",
    "edit": "edit",
}


def page_of(user, article, refused=None, reasons=(), typed=None):
    """Template context of an article's desk page; `refused` is a (verb, form as it was filled in) to be shown again,
    `typed` the same of a small form beside the text, `reasons` say why it was not done."""
    state, manuscript = state_of(article), article.manuscript()
    token = token_of(article, user, state, manuscript)
    flags = list(article.flags.open().prefetch_related("waivers__given_by"))
    draft = [flag for flag in flags if flag.stand == Stand.DRAFT]
    places = Places(article)
    return {
        "article": article,
        "shown": token,
        "typed": typed,
        "state": state,
        "not_checked": not_checked(article),
        "coverage": coverage(manuscript),
        "steps": [
            (step, HERE if step.subject == "desk" else places.of(step.subject, step.code, step.words))
            for step in next_steps(article, state, manuscript, flags)
        ],
        "verbs": _verbs(user, article, refused),
        "refusals": _with_places(reasons, places),
        "refused_form": refused[0].name if refused and refused[1].is_bound and refused[1].errors else "",
        "must_declare": must_declare(user, article),
        **_flags(article, flags),
        **{f"may_{name}": permissions.may(user, verb, article) for name, verb in MAY.items()},
        **_judgements(article, manuscript),
        **_as_readers_get_it(manuscript, draft),
        "reasons": _with_places(reasons_not_to_publish(article), places) if state in UNDER_WAY else [],
        "rounds": article.rounds.prefetch_related(
            "decisions__reviewer", "decisions__points__answer", "assignments__reviewer"
        ),
        "asked": asked(article),
        "to_confirm": to_confirm(user, article),
        **_changes(user, article, manuscript),
    }


def _flags(article, flags):
    """The open flags of both stands, what blocks apart from the rest; what was closed lately, and what is waived."""
    waived = Waiver.objects.filter(flag__article=article, flag__closed_at=None, voided_at=None)
    found = {
        "closed": article.flags.filter(closed_at__isnull=False).order_by("-closed_at")[:20],
        "waived": waived.select_related("flag", "given_by", "agreed_by"),
    }
    for stand, prefix in ((Stand.DRAFT, ""), (Stand.LIVE, "live_")):
        here = [flag for flag in flags if flag.stand == stand]
        found[f"{prefix}blocking"] = [flag for flag in here if flag.severity == Severity.BLOCK]
        found[f"{prefix}lesser"] = [flag for flag in here if flag.severity != Severity.BLOCK]
    return found


def _with_places(reasons, places):
    """[(reason, address)]; what no rule raised on the text is about the act itself, and done where one is."""
    return [
        (
            one,
            HERE if one.place == "desk" or (one.place, one.code) == ("article", "") else places.of(one.place),
        )
        for one in reasons
    ]


def _verbs(user, article, refused):
    """What is offered; a form that was filled in stays, also where its hour has passed meanwhile."""
    forms = dict([*([refused] if refused else []), *offered(user, article)])
    return [refused if refused and verb is refused[0] else (verb, form) for verb, form in forms.items()]


def must_declare(user, article):
    """Whether somebody was asked to review and has not answered: interests come before reading."""
    asked = Assignment.objects.filter(round__article=article, round__outcome="", reviewer=user)
    return asked.filter(accepted_at=None, declined_at=None).exists()


def _judgements(article, manuscript):
    """The judgements that lapsed; and what nobody has read for the words that stand there now, with the stamps that
    were given for others."""
    found = standings(article, manuscript)
    return {
        "lapsed": [one for one in found if one.lapse],
        "unverified": beside([one for one in found if not one.is_read], manuscript),
    }


def asked(article):
    """The points that were asked for last, each with its answer if there is one: [(point, name of its place)]."""
    points = list(Point.objects.of(article).select_related("decision__round__revision"))
    latest = [one for one in points if one.decision.round_id == points[-1].decision.round_id]
    frozen = points[-1].decision.round.revision.frozen if points else None
    return [(point, name_of(point.place, frozen)) for point in latest]


def to_confirm(user, article):
    """The user's approvals in the open round whose sources were updated since: [(decision, updates)]."""
    return [pair for pair in approvals_to_confirm(user) if pair[0].round.article_id == article.pk]


def _changes(user, article, manuscript):
    """What changed since the user's own last decision, else since the live edition, else nothing to compare with."""
    decided = (
        Decision.objects.filter(round__article=article, reviewer=user)
        .select_related("round__revision")
        .last()
    )
    edition = article.editions.select_related("revision").order_by("-number").first()
    revision = decided.round.revision if decided else edition.revision if edition else None
    if revision is None:
        return {"changes": None}
    found = differences(revision.frozen, manuscript)
    weighed = [change for change in found if change.kind in WEIGHED]
    return {
        "changes": found,
        "weighed": weighed,
        "since": decided.decided_at if decided else edition.published_at,
        "since_decision": bool(decided),
    }


def _as_readers_get_it(manuscript, flags):
    retracted = Source.objects.retracted().filter(key__in=manuscript.source_by_key)
    parts, by_section = rendered_parts(manuscript, set(retracted.values_list("key", flat=True))), {}
    for flag in flags:
        by_section.setdefault(flag.section, []).append(flag)
    sections = [
        (section, body, *grouped(by_section.get(section.key, []))) for section, body in parts["sections"]
    ]
    return {**parts, "manuscript": manuscript, "sections": sections}
