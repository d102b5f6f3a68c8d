"""What the checks found on one stand: taken over where neither the text nor its circumstances moved since."""

from dataclasses import dataclass

from evidence.library.circumstances import observe
from evidence.manuscript import Manuscript
from evidence.manuscript.circumstances import Circumstances
from reviews import checks


@dataclass(frozen=True)
class Evaluation:
    """What the checks found on one manuscript under one set of circumstances."""

    manuscript: Manuscript
    circumstances: Circumstances
    findings: tuple

    @classmethod
    def of(cls, manuscript, article, earlier=None):
        """Run the checks, or take over an earlier evaluation if neither digest nor circumstances moved."""
        circumstances = observe(manuscript, article)
        if earlier and (earlier.manuscript.digest, earlier.circumstances) == (
            manuscript.digest,
            circumstances,
        ):
            return earlier
        return cls(manuscript, circumstances, tuple(checks.run(manuscript, circumstances)))
