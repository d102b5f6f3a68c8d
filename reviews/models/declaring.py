"""A link that asks somebody for their competing interests: signed, good for one person, one subject and one answer."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core import signing

from evidence.models import Article, Contributor, Declaration

SALT = "vouch.interests"
GOOD_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Asked:
    """Whose interests are asked for, on which article (None for all), by whom, and what they had declared last."""

    contributor: Contributor
    article: Article | None
    by: object
    last: int

    @property
    def is_answered(self):
        """Whether something was declared since the link was made: it is good for one answer."""
        return _last(self.contributor, self.article) != self.last


def link_for(contributor, article, *, by):
    """The signed word of a link that asks a contributor."""
    said = [contributor.pk, article.pk if article else None, by.pk, _last(contributor, article)]
    return signing.dumps(said, salt=SALT)


def read(token):
    """The Asked of a link; None for one that is forged, too old, or asks of what is gone."""
    try:
        person, article, by, last = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    contributor = Contributor.objects.filter(pk=person).first()
    about = Article.objects.filter(pk=article).first()
    asking = get_user_model().objects.filter(pk=by).select_related("contributor").first()
    if contributor is None or asking is None or (article and about is None):
        return None
    return Asked(contributor, about, asking, last)


def _last(contributor, article):
    mine = Declaration.objects.filter(contributor=contributor, article=article).order_by("-pk")
    return mine.values_list("pk", flat=True).first() or 0
