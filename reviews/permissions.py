"""Who may do what: one table of verbs, asked at the door.

Who may knock at all is here; rules about the work (nobody approves what they wrote) stand in the verbs, and
hold for superusers too.
"""

import unicodedata

import rules
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from evidence.models import BylineEntry, Contribution, Contributor, Persons
from reviews.groups import EDITORS, KEEPERS, PUBLISHERS, REVIEWERS


def _in(group):
    @rules.predicate(name=f"in:{group}")
    def in_group(user):
        if not user.is_active:
            return False
        if not hasattr(user, "_vouch_groups"):
            user._vouch_groups = set(user.groups.values_list("name", flat=True))
        return user.is_superuser or group in user._vouch_groups

    return in_group


is_editor, is_reviewer, is_publisher = _in(EDITORS), _in(REVIEWERS), _in(PUBLISHERS)
is_keeper = _in(KEEPERS)


@rules.predicate
def is_kept(user, article):
    return article is None or article.discarded_at is None


TABLE = {
    "see_desk": is_editor | is_reviewer | is_publisher,
    "try_rule": is_editor | is_publisher,
    "edit": is_editor & is_kept,
    "import": is_editor,
    "submit": is_editor & is_kept,
    "take_back": is_editor,
    "assign": (is_editor | is_publisher) & is_kept,
    "decide": is_reviewer & is_kept,
    "verify_citation": is_editor | is_reviewer,
    "confirm_judgement": is_editor & is_kept,
    "rate": (is_editor | is_reviewer) & is_kept,
    "waive": is_editor & is_kept,
    "agree_waiver": (is_reviewer | is_publisher) & is_kept,
    "publish": is_publisher & is_kept,
    "put_notice": is_publisher,
    "classify": is_publisher,
    "withdraw": is_publisher,
    "reinstate": is_publisher,
    "record_update": is_editor | is_publisher,
    "merge_sources": is_editor,
    "discard": is_editor | is_publisher,
    "keep_people": is_keeper,
}

for verb, predicate in TABLE.items():
    rules.add_perm(f"reviews.{verb}", predicate)


def may(user, verb, article=None):
    """Whether a user may ask for a verb of the table on an article (or at all)."""
    return (
        rules.test_rule(verb, user, article) if rules.rule_exists(verb) else TABLE[verb].test(user, article)
    )


def require(user, verb, article=None):
    """Raises PermissionDenied, with a sentence for people, unless `may`."""
    if not may(user, verb, article):
        raise PermissionDenied(_("Your role does not allow this (%(verb)s).") % {"verb": verb})


def why_not_approve(user, article, persons=None):
    """Why somebody may not approve the change under way, as a sentence; empty if they may.

    Four eyes over the whole change: nobody who contributed to any revision since the last edition, nor anyone
    whom the byline names. Asked of the person, not of the login: of every login and contributor that was ever linked
    to it (`persons`, read anew unless given), and of names.
    """
    if not user.is_active or not user.groups.filter(name=REVIEWERS).exists():
        return _("%(who)s is no active reviewer.") % {"who": user}
    logins, contributors = (persons or Persons()).of(user)
    if Contribution.objects.filter(user__in=logins, revision__in=changes_since_edition(article)).exists():
        return _("%(who)s contributed to this change and may not approve it.") % {"who": user}
    if _signs(contributors, article):
        return _("%(who)s is named in the byline and may not approve it.") % {"who": user}
    return ""


def _signs(contributors, article):
    signed = BylineEntry.objects.filter(article=article).values_list("contributor", "contributor__name")
    names = {_spoken(name) for name in _names(contributors)}
    return any(one in contributors or _spoken(name) in names for one, name in signed)


def _names(contributors):
    return Contributor.objects.filter(pk__in=contributors).values_list("name", flat=True)


def _spoken(name):
    """A name without what two records of one person differ in: case, accents, stops and spaces."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).casefold() if letter.isalnum())


def changes_since_edition(article):
    """The revisions of an article that came after the one last published."""
    last = article.editions.order_by("-number").select_related("revision").first()
    return article.revisions.filter(number__gt=last.revision.number if last else 0)


def possible_reviewers(article):
    """Active reviewers who may approve the change under way."""
    people = get_user_model().objects.filter(is_active=True, groups__name=REVIEWERS).order_by("username")
    persons = Persons()
    return [person for person in people if not why_not_approve(person, article, persons)]
