"""What is raised when a verb may not do what it was asked, or a file cannot be read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reason:
    """Why something may not be done: `code` of the rule, `message` for people, `place` as a check's subject
    ("article", "section:s2", "claim:c3", …) so that a page can link to it."""

    message: str
    code: str = ""
    place: str = "article"


class Refused(Exception):
    """A verb was refused; `reasons` say why, each tied to its place."""

    def __init__(self, *reasons):
        self.reasons = tuple(
            reason if isinstance(reason, Reason) else Reason(str(reason)) for reason in reasons
        )
        super().__init__(" ".join(str(reason.message) for reason in self.reasons))


class ImportRefused(Exception):
    """A file that cannot be read: the message says what, where and how to mend it."""
