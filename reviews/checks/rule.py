"""What a check is: a rule in code, with its reason and its worked examples, kept in one registry."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from evidence.vocabulary import Severity

REGISTRY: dict[str, "Rule"] = {}

# What a rule looks at: the article as a whole, or one section at a time (see `parts`).
ARTICLE, SECTION = "article", "section"


@dataclass(frozen=True)
class Finding:
    """Something a rule says of a manuscript.

    `subject` is "article" or kind:key ("section:s2", "claim:c3", "source:rae-2003", "outcome:o1",
    "byline:daniel-safvat"); `words` the offending words or record; `mend` what to do about it.
    """

    subject: str
    message: str
    mend: str
    words: str = ""
    severity: str = ""
    code: str = ""
    version: int = 0

    @property
    def fingerprint(self):
        """Stable name of this finding: rule, subject and words, whatever the spacing and case."""
        words = re.sub(r"\s+", " ", self.words).strip().casefold()
        return hashlib.sha256(f"{self.code}|{self.subject}|{words}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Rule:
    code: str
    name: str
    severity: str
    standard: str
    version: int
    flagged: tuple
    passed: tuple
    check: Callable
    scope: str = ARTICLE

    @property
    def family(self):
        """Name of the folder the rule lives in."""
        return self.check.__module__.split(".")[-2]

    @property
    def text(self):
        """The rule as editors read it."""
        return re.sub(r"\s+", " ", self.check.__doc__ or "").strip()

    def run(self, manuscript, circumstances):
        """Findings of this rule, stamped with its code and version, at most one for each fingerprint."""
        findings = (
            replace(found, code=self.code, version=self.version, severity=found.severity or self.severity)
            for found in self.check(manuscript, circumstances)
        )
        return list({found.fingerprint: found for found in findings}.values())


def rule(code, *, name, severity, standard, version=1, scope=ARTICLE, flagged=(), passed=()):
    """Register `check(manuscript, circumstances) → findings` under `code`.

    `flagged` and `passed` hold worked examples, each a (Manuscript, Circumstances) pair as `example` makes it:
    the check must say something of every one of the first and nothing of any of the second. `scope=SECTION`
    promises that the check says the same of an article as of its sections one by one. Raises ValueError if the
    code is taken.
    """

    def register(check):
        if code in REGISTRY:
            raise ValueError(f"{code} is taken by {REGISTRY[code].check.__module__}")
        examples = tuple(flagged), tuple(passed)
        REGISTRY[code] = Rule(code, name, severity, standard, version, *examples, check, scope)
        return check

    return register


def faults(rules):
    """What is missing from rules that are to be shown to editors: (code, what) pairs."""
    for each in rules:
        if not each.name:
            yield each.code, "a name"
        if not each.text:
            yield each.code, "a docstring"
        if each.severity not in Severity.values:
            yield each.code, "a severity"
        if not each.flagged or not each.passed:
            yield each.code, "worked examples of both sides"
