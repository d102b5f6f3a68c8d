"""Which version a page of the desk showed: every form carries it, and a verb is done only on what was seen."""

import hashlib
from dataclasses import dataclass

from django.core import signing
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from evidence.models import Event, SourceUpdate
from reviews.models.state import state_of

SALT = "vouch.desk.shown"
# What every verb rests on, and what a judgement of the whole rests on besides: the open flags, and what is known to
# have happened to the cited sources.
ALWAYS, WEIGHED = ("digest", "round", "state", "page"), ("flags", "updates")
JUDGING = {"approve", "request_changes", "reject", "publish", "confirm", "reinstate"}
ENDED = {"round.closed", "article.unlocked"}
# What doing a verb once leaves behind: its events, and the facts that it moves by itself. A second click finds these
# and nothing else changed; the verbs are safe to repeat.
LEAVES = {
    "submit": ({"article.revised", "round.opened", "article.locked"}, {"round", "state"}),
    "take-back": (ENDED, {"state"}),
    "approve": ({"round.approve"}, {"state"}),
    "reject": ({"round.reject", *ENDED}, {"state"}),
    "request_changes": ({"round.request_changes", *ENDED}, {"state"}),
    "publish": ({"edition.published", *ENDED}, {"state", "page", "flags"}),
    "notice": ({"notice.put"}, {"page"}),
    "withdraw": ({"page.withdrawing", "notice.put", "page.withdrawn"}, {"state", "page", "flags"}),
    "reinstate": ({"page.reinstating", "page.reinstated"}, {"state", "page", "flags"}),
    "classify": ({"page.classified"}, {"page"}),
    "discard": ({"article.discarded"}, {"state"}),
    "hold": ({"citation.confirmed", "article.revised"}, {"digest"}),
}


@dataclass(frozen=True)
class Shown:
    """What a page showed: its facts by name, the article's last event then, and when."""

    facts: dict
    head: int
    at: object

    def moved(self, article, verb):
        """Names of the facts that a verb rests on and that are others now. The caller holds the article's row lock if
        the answer is to hold."""
        now = facts_of(article)
        names = ALWAYS + (WEIGHED if verb in JUDGING else ())
        return {name for name in names if now[name] != self.facts.get(name)}

    def done_by(self, article, user, verb, moved):
        """Whether all that moved is this very verb, done by the same person from the same page: a second click."""
        events, own = LEAVES.get(verb, (set(), set()))
        since = list(self.events(article).values_list("actor", "verb"))
        same = all(actor == user.pk and what in events for actor, what in since)
        return bool(since) and same and moved <= own

    def events(self, article):
        """What happened to the article since the page was drawn, in order."""
        return Event.objects.filter(article=article, number__gt=self.head).order_by("number")


def token_of(article, user, state, manuscript):
    """The page's version as a signed word for a hidden field, good for one article and one person.

    Asked before the rest of the page is read: what changes while it is drawn is then newer than the token.
    """
    head = Event.objects.filter(article=article).order_by("-number").values_list("number", flat=True).first()
    facts = facts_of(article, state, manuscript)
    said = {"for": [article.pk, user.pk], "head": head or 0, "at": timezone.now().isoformat(), "facts": facts}
    return signing.dumps(said, salt=SALT, compress=True)


def read(token, article, user):
    """What the page with this token showed; None for a token that is missing, forged, or of another page or person."""
    try:
        said = signing.loads(token or "", salt=SALT)
    except signing.BadSignature:
        return None
    if said["for"] != [article.pk, user.pk]:
        return None
    return Shown(said["facts"], said["head"], parse_datetime(said["at"]))


def facts_of(article, state=None, manuscript=None):
    """The facts of an article now, as plain words: its draft, its last round, its state, its public page with the
    notices, its open flags, and the newest update of a source that it cites."""
    manuscript = manuscript or article.manuscript()
    last = article.rounds.latest_first().values_list("number", flat=True).first()
    updates = SourceUpdate.objects.filter(source__key__in=manuscript.source_by_key)
    publication = getattr(article, "publication", None)
    return {
        "digest": manuscript.digest,
        "round": str(last or ""),
        "state": str(state or state_of(article)),
        "page": publication.etag if publication else "",
        "flags": _flags(article),
        "updates": str(updates.order_by("-pk").values_list("pk", flat=True).first() or ""),
    }


def _flags(article):
    found = article.flags.open().values_list("stand", "fingerprint", "severity", "message")
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()
