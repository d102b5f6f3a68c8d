"""Which login stands behind which contributor: changed by a keeper of people alone, and never under an open round."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from evidence.errors import Refused
from evidence.models import Article, Contribution, Contributor, Persons
from reviews import permissions
from reviews.models.assignment import Assignment


def link(contributor, user, *, by):
    """Put a login behind a contributor, or none (None); safe to repeat.

    Raises PermissionDenied for who keeps no people, Refused while either of them has a part in an open round.
    """
    permissions.require(by, "keep_people")
    with transaction.atomic():
        # Rounds open and reviewers accept under the article's lock: none of them does meanwhile.
        list(Article.objects.select_for_update().filter(locked_at__isnull=False).order_by("pk"))
        if reason := why_not_link(contributor, user):
            raise Refused(reason)
        contributor.link(user, by=by)


def why_not_link(contributor, user):
    """Why the link may not become this now, as a sentence; empty if it may, or is so already.

    `contributor` may be a new one that is not stored yet.
    """
    stored = Contributor.objects.filter(pk=contributor.pk).first()
    if (stored.user_id if stored else None) == (user.pk if user else None):
        return ""
    taken = Contributor.objects.filter(user=user).exclude(pk=contributor.pk).first() if user else None
    if taken:
        return _("This login stands behind %(who)s already.") % {"who": taken}
    persons = Persons()
    logins, contributors = persons.of(user, stored)
    article = _under_review(logins, contributors)
    if article is None:
        return ""
    return _("“%(title)s” is in review, and they have a part in it: wait until the round has ended.") % {
        "title": article.title
    }


def _under_review(logins, contributors):
    """An article in review that one of these people wrote, signs or reviews; None if there is none."""
    reviewed = Assignment.objects.of_open_rounds().filter(reviewer__in=logins)
    reviewed = reviewed.filter(Q(accepted_at__isnull=False) | Q(round__decisions__reviewer__in=logins))
    signed = Q(byline__contributor__in=contributors) | Q(pk__in=reviewed.values("round__article"))
    for article in Article.objects.filter(rounds__outcome="").distinct():
        changes = permissions.changes_since_edition(article)
        if Contribution.objects.filter(user__in=logins, revision__in=changes).exists():
            return article
        if Article.objects.filter(signed, pk=article.pk).exists():
            return article
    return None
