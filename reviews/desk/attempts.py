"""Doing a verb of the desk: on the version that was shown, under the article's lock, or not at all."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from evidence.errors import Reason, Refused
from evidence.models import Article
from reviews.desk import shown


class Stale(Refused):
    """What the page showed is no longer what is there."""


def attempt(request, article, verb, act):
    """Do `act(article)` if what the page showed is still there; the Reasons why it was not done, none if it was.

    `verb` is the name of what is asked for, of a decision its verdict. Question and act are one transaction under the
    article's row lock, so that nothing slips in between.
    """
    seen = shown.read(request.POST.get("shown"), article, request.user)
    try:
        with transaction.atomic():
            locked = Article.objects.locked_for_writing(article.pk)
            _ensure_still(seen, locked, request.user, verb)
            act(locked)
    except Refused as refused:
        return refused.reasons
    except ObjectDoesNotExist:
        return (Reason(_("The round has ended, or nobody asked you."), place="desk"),)
    except IntegrityError:
        # The database's own guards: somebody changed something between the question and the act.
        return (Reason(_("Somebody else did something at the same moment: look again."), place="desk"),)
    return ()


def is_done(request, article, verb):
    """Whether this very verb was done from the page that sent this form, by the same person, and nothing else moved
    since: a second click, however late."""
    seen = shown.read(request.POST.get("shown"), article, request.user)
    moved = seen.moved(article, verb) if seen else set()
    return bool(moved) and seen.done_by(article, request.user, verb, moved)


def _ensure_still(seen, article, user, verb):
    if seen is None:
        told = _("The form did not say which version its page showed. Look at the page as it is now.")
        raise Stale(Reason(told, place="desk"))
    moved = seen.moved(article, verb)
    if moved and not seen.done_by(article, user, verb, moved):
        told = _("Something changed since your page was shown. Look at it, then decide again.")
        raise Stale(Reason(told, place="desk"))
