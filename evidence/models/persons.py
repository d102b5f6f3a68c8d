"""Who is one person: by every link between logins and contributors that there ever was."""

from evidence.models.contributor import Contributor
from evidence.models.contributor_link import ContributorLink


class Persons:
    """All links, read once. Links are followed to their end: a login and a contributor that are tied over any number
    of others are one person."""

    def __init__(self):
        past = ContributorLink.objects.values_list("user", "contributor")
        self.links = {*past, *Contributor.objects.exclude(user=None).values_list("user", "pk")}

    def of(self, user=None, contributor=None):
        """(ids of logins, ids of contributors) of the person that a login or a contributor belongs to, itself
        included."""
        logins = {user.pk} if user else set()
        contributors = {contributor.pk} if contributor else set()
        while True:
            tied = {pair for pair in self.links if pair[0] in logins or pair[1] in contributors}
            more = {login for login, _one in tied} - logins, {one for _login, one in tied} - contributors
            if not any(more):
                return logins, contributors
            logins |= more[0]
            contributors |= more[1]
