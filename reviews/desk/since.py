"""What changed between the page that somebody saw and now, as it is told to them."""

from dataclasses import fields

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from evidence.manuscript.differences import differences
from evidence.models import SourceUpdate
from reviews.desk import shown
from reviews.models.state import State

TOLD = {
    "article.revised": _("changed the text or what it rests on"),
    "article.discarded": _("discarded the article"),
    "round.opened": _("submitted it for review"),
    "round.closed": _("ended the round"),
    "round.approve": _("approved"),
    "round.request_changes": _("asked for changes"),
    "round.reject": _("rejected it"),
    "reviewer.assigned": _("asked a reviewer"),
    "reviewer.accepted": _("accepted to review"),
    "reviewer.declined": _("declined to review"),
    "approval.confirmed": _("confirmed an approval"),
    "citation.verified": _("noted to have read a citation"),
    "edition.published": _("published an edition"),
    "page.withdrawn": _("withdrew the page"),
    "page.reinstated": _("put the page back"),
    "notice.put": _("put a notice on the page"),
    "flag.waived": _("waived a flag"),
    "waiver.agreed": _("agreed to a waiver"),
    "outcome.rated": _("rated an outcome"),
    "outcome.agreed": _("agreed on the rating of an outcome"),
}


def what_moved(token, article, user, verb):
    """Template context of what is no longer as the page showed it; None if all of it is."""
    seen = shown.read(token, article, user)
    if seen is None:
        return {"unknown": True}
    moved = seen.moved(article, verb)
    if not moved:
        return None
    return {
        "facts": _facts(seen, article, moved),
        "events": _events(seen, article),
        **(_text(seen, article) if "digest" in moved else {}),
        "flags": _flags(seen, article) if "flags" in moved else (),
        "updates": _updates(seen, article) if "updates" in moved else (),
    }


def _facts(seen, article, moved):
    """[(what, as it was shown, as it is)] of what can be said in a word."""
    now, was = shown.facts_of(article), seen.facts
    found = []
    if "state" in moved:
        found.append((_("State"), State(was["state"]).label, State(now["state"]).label))
    if "round" in moved:
        found.append((_("Round"), was["round"] or "–", now["round"] or "–"))
    if "page" in moved:
        found.append((_("Public page"), _("as you saw it"), _("another edition, notice or withdrawal")))
    return found


def _events(seen, article):
    """[(who, what, when)], the locks left out: they follow from the rest."""
    events = [one for one in seen.events(article) if one.verb not in ("article.locked", "article.unlocked")]
    people = get_user_model().objects.select_related("contributor").in_bulk({one.actor for one in events})
    return [
        (_name(people.get(one.actor)), TOLD.get(one.verb, one.verb.replace(".", ": ")), one.at)
        for one in events
    ]


def _name(user):
    return getattr(user, "contributor", user) if user else _("The machine")


def _text(seen, article):
    """The text as it was shown and as it is, claim by claim. What was shown and never frozen cannot be compared."""
    revision, now = article.revisions.filter(digest=seen.facts["digest"]).first(), article.manuscript()
    if revision is None:
        return {"lost": True}
    was = revision.frozen
    found = differences(was, now)
    others = [one.name for one in fields(now) if getattr(was, one.name) != getattr(now, one.name)]
    return {"changes": found, "others": () if found else others}


def _flags(seen, article):
    return article.flags.filter(raised_at__gt=seen.at) | article.flags.filter(closed_at__gt=seen.at)


def _updates(seen, article):
    keys, last = article.manuscript().source_by_key, int(seen.facts["updates"] or 0)
    return SourceUpdate.objects.filter(source__key__in=keys, pk__gt=last).select_related("source")
