"""The catalogue of checks: pure functions `check(manuscript, circumstances) → findings`, one file a rule."""

import importlib
import pkgutil

from evidence.vocabulary import Severity
from reviews.checks.rule import REGISTRY, Finding, Rule, faults

__all__ = ["Finding", "Rule", "catalogue", "faults", "load", "run"]

ORDER = {severity: position for position, severity in enumerate(Severity.values)}


def load():
    """Import every rule in the folders below, so that a new file is a new rule and nothing else is needed."""
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        importlib.import_module(module.name)


def catalogue():
    """All rules, by code."""
    return [REGISTRY[code] for code in sorted(REGISTRY)]


def run(manuscript, circumstances):
    """All findings on a manuscript, blocking ones first, then in the order of the text."""
    places = _places(manuscript)
    findings = [found for each in catalogue() for found in each.run(manuscript, circumstances)]
    return sorted(
        findings, key=lambda found: (ORDER[found.severity], places.get(found.subject, (0, 0)), found.code)
    )


def _places(manuscript):
    places = {}
    for number, section in enumerate(manuscript.sections, start=1):
        places[f"section:{section.key}"] = (number, 0)
    for key, placed in manuscript.placed.items():
        section = places.get(f"section:{placed[0].section}", (0, 0))[0]
        places[f"claim:{key}"] = (section, placed[0].index + 1)
    return places
