"""Coverage: how many of the sentences that assert something checkable are claims, and how many of these rest on
something."""

from dataclasses import dataclass

from evidence.prose.borne_out import says_nothing_found
from evidence.prose.checkable import judge
from evidence.prose.markers import sentences_of
from evidence.vocabulary import ClaimKind, Stance

BEARING = (Stance.SUPPORTS, Stance.PARTLY)


@dataclass(frozen=True)
class Coverage:
    """`marked` of the `checkable` sentences are claims; for each claim of `sourced` ones somebody judged that a source
    supports it, or it says that nothing was found and rests on the search."""

    marked: int = 0
    checkable: int = 0
    sourced: int = 0

    @property
    def percent(self):
        """Share of checkable sentences that are claims, in whole per cent rounded down; None where there are none."""
        return 100 * self.marked // self.checkable if self.checkable else None

    @property
    def percent_sourced(self):
        """Share of checkable sentences that rest on something, in whole per cent rounded down; None where there are
        none."""
        return 100 * self.sourced // self.checkable if self.checkable else None

    def __add__(self, other):
        marked, checkable = self.marked + other.marked, self.checkable + other.checkable
        return Coverage(marked, checkable, self.sourced + other.sourced)


def coverage_by_section(manuscript):
    """Section key → Coverage; a marked sentence counts as checkable, whatever its words."""
    return {section.key: _of(section, manuscript.claim_by_key) for section in manuscript.sections}


def coverage(manuscript):
    """Coverage of a whole Manuscript."""
    return sum(coverage_by_section(manuscript).values(), Coverage())


def _of(section, claims):
    marked = checkable = sourced = 0
    for sentence in sentences_of(section.body):
        known = [claims[key] for key in sentence.markers if key in claims]
        if known:
            marked, checkable = marked + 1, checkable + 1
            sourced += all(_rests(claim, sentence.text) for claim in known)
        elif judge(sentence.text, section.heading).checkable:
            checkable += 1
    return Coverage(marked, checkable, sourced)


def _rests(claim, text):
    if any(cited.stance in BEARING for cited in claim.citations):
        return True
    return claim.kind == ClaimKind.ABSENCE and says_nothing_found(text)
