"""What the independent ratings of an article come to: who rated with whom, and how far they agree."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence.appraisal.agreement import by_domain, on_levels
from evidence.models.rating import RATERS, latest
from evidence.vocabulary import Domain


@dataclass
class Pair:
    """Two people and the outcomes both rated, as (Rating of the one, Rating of the other).

    Kappa is of two people: those who rated other outcomes with somebody else are counted apart.
    """

    people: tuple
    ratings: list = field(default_factory=list)

    @property
    def levels(self):
        """Agreement on the certainty."""
        return on_levels((one.level, other.level) for one, other in self.ratings)

    @property
    def domains(self):
        """[(name of the domain, Agreement on its steps)]"""
        found = by_domain((one.outcome, other.outcome) for one, other in self.ratings)
        return [(Domain(name).label, agreed) for name, agreed in found.items()]

    @property
    def in_words(self):
        """Raw agreement and kappa as a sentence."""
        found = self.levels
        said = {"who": name_of(self.people[0]), "other": name_of(self.people[1]), "equal": found.equal}
        text = ngettext(
            "%(who)s and %(other)s: the same certainty for %(equal)d of %(n)d outcome; %(kappa)s.",
            "%(who)s and %(other)s: the same certainty for %(equal)d of %(n)d outcomes; %(kappa)s.",
            found.n,
        )
        return text % {**said, "n": found.n, "kappa": kappa_in_words(found)}


@dataclass(frozen=True)
class Rated:
    """The outcomes of an article: `n` in all, `twice` judged by two; `pairs` of raters, `begun` if anybody rated."""

    n: int
    twice: int
    begun: bool
    pairs: tuple

    def __str__(self):
        said = [_("%(twice)d of %(n)d outcomes rated by two") % {"twice": self.twice, "n": self.n}]
        said += [kappa_in_words(pair.levels) for pair in self.pairs]
        return "; ".join(said)


def rated(article, keys):
    """Rated of the outcomes with these keys, by the last sitting of each in which both ratings are in; one query."""
    rows = [row for row in article.ratings.select_related("rated_by__contributor") if row.outcome_key in keys]
    sittings = defaultdict(list)
    for row in rows:
        sittings[row.outcome_key, row.sitting].append(row)
    twice = {}
    for (key, _sitting), found in sorted(sittings.items()):
        if len(last := latest(found)) == RATERS:
            twice[key] = sorted(last, key=lambda row: row.rated_by_id)
    pairs = {}
    for one, other in twice.values():
        people = (one.rated_by, other.rated_by)
        pairs.setdefault((people[0].pk, people[1].pk), Pair(people)).ratings.append((one, other))
    return Rated(len(keys), len(twice), bool(rows), tuple(pairs.values()))


def kappa_in_words(found):
    """The kappa of an Agreement to two places, or that it has none."""
    if found.kappa is None:
        return _("weighted kappa not defined yet")
    return _("weighted kappa %(kappa)s") % {"kappa": found.in_figures}


def name_of(user):
    """A rater as readers know them, or the login's name."""
    person = getattr(user, "contributor", None)
    return str(person or user.get_full_name() or user.get_username())
