"""What would change if a site changed a rule: tried on a manuscript, never set."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from evidence.prose import lexicon
from evidence.vocabulary import Severity
from reviews import checks

OWN, OFF = "own", "off"


@dataclass(frozen=True)
class Change:
    """What a site might do to one rule. `state` is OWN (as the rule has it), OFF, or a severity for all it finds;
    `words` are pairs of a lexicon and its terms as in LEXICON ("-" takes one out), `numbers` pairs of a setting and
    its value."""

    code: str
    state: str = OWN
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()

    @property
    def label(self):
        """The severity it sets, in words; empty where it sets none."""
        return Severity(self.state).label if self.state in Severity.values else ""

    def settings(self, now):
        """The site's settings with this change made in them."""
        off = {code: why for code, why in now.get("CHECKS_OFF", {}).items() if code != self.code}
        tuned = {code: said for code, said in now.get("CHECKS_TUNED", {}).items() if code != self.code}
        if self.state == OFF:
            off[self.code] = "tried"
        elif self.state != OWN:
            tuned[self.code] = (self.state, "tried")
        return {**now, **dict(self.numbers), "CHECKS_OFF": off, "CHECKS_TUNED": tuned}


@dataclass(frozen=True)
class Difference:
    """Findings that a change would raise, clear, and give another severity."""

    raised: tuple[checks.Finding, ...] = ()
    cleared: tuple[checks.Finding, ...] = ()
    weighed: tuple[checks.Finding, ...] = ()


def state_now(code, settings):
    """How a site has a rule: OWN, OFF or a severity."""
    if code in settings.get("CHECKS_OFF", {}):
        return OFF
    return settings.get("CHECKS_TUNED", {}).get(code, (OWN, ""))[0]


def difference(change, manuscript, circumstances):
    """The Difference that a Change makes to what its rule finds in a manuscript."""
    before = checks.run_one(change.code, manuscript, circumstances)
    with lexicon.trying(change.words):
        tried = replace(circumstances, settings=change.settings(circumstances.settings))
        after = checks.run_one(change.code, manuscript, tried)
    return Difference(
        tuple(found for key, found in after.items() if key not in before),
        tuple(found for key, found in before.items() if key not in after),
        tuple(
            found for key, found in after.items() if key in before and found.severity != before[key].severity
        ),
    )


@cache
def asked_by(code):
    """(names of the lexicons, {setting: usual number}) that a rule asks of, found out by running its examples."""
    rule, numbers = checks.REGISTRY[code], {}
    with lexicon.trying() as names:
        for manuscript, now in (*rule.flagged, *rule.passed):
            rule.run(manuscript, replace(now, settings=_Watched(now.settings, numbers)))
    return tuple(sorted(names)), numbers


class _Watched(Mapping):
    """Settings that write down which numbers are asked for."""

    def __init__(self, settings, numbers):
        self._settings, self._numbers = settings, numbers

    def get(self, name, default=None):
        if isinstance(default, int):
            self._numbers[name] = default
        return self._settings.get(name, default)

    def __getitem__(self, name):
        return self._settings[name]

    def __iter__(self):
        return iter(self._settings)

    def __len__(self):
        return len(self._settings)
