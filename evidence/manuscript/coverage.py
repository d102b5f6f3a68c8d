"""Coverage: how many of the sentences that assert something checkable are claims."""

from dataclasses import dataclass

from evidence.prose.checkable import judge
from evidence.prose.markers import sentences_of


@dataclass(frozen=True)
class Coverage:
    marked: int = 0
    checkable: int = 0

    @property
    def percent(self):
        """Share of checkable sentences that are claims, in whole per cent rounded down; None where there are none."""
        return 100 * self.marked // self.checkable if self.checkable else None

    def __add__(self, other):
        return Coverage(self.marked + other.marked, self.checkable + other.checkable)


def coverage_by_section(manuscript):
    """Section key → Coverage; a marked sentence counts as checkable, whatever its words."""
    return {section.key: _of(section, manuscript.claim_by_key) for section in manuscript.sections}


def coverage(manuscript):
    """Coverage of a whole Manuscript."""
    return sum(coverage_by_section(manuscript).values(), Coverage())


def _of(section, claims):
    marked = checkable = 0
    for sentence in sentences_of(section.body):
        if any(key in claims for key in sentence.markers):
            marked, checkable = marked + 1, checkable + 1
        elif judge(sentence.text, section.heading).checkable:
            checkable += 1
    return Coverage(marked, checkable)
