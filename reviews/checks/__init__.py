"""The catalogue of checks: pure functions `check(manuscript, circumstances) → findings`, one file a rule.

Rules load themselves from the folders. It imports what is pure in `evidence`, no row.
"""

import importlib
import pkgutil
from dataclasses import replace

from evidence.vocabulary import Severity
from reviews.checks import parts
from reviews.checks.rule import ARTICLE, REGISTRY, SECTION, Finding, Rule, faults

__all__ = ["REGISTRY", "Finding", "Rule", "catalogue", "faults", "load", "run", "run_one"]

ORDER = {severity: position for position, severity in enumerate(Severity.values)}


def load():
    """Import every rule in the folders below, so that a new file is a new rule and nothing else is needed."""
    for module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
        importlib.import_module(module.name)


def catalogue():
    """All rules, by code: SI2 before SI10."""
    return sorted(REGISTRY.values(), key=lambda rule: (rule.code[:2], int(rule.code[2:])))


def run(manuscript, circumstances):
    """All findings on a manuscript, blocking ones first, then in the order of the text.

    A site switches rules off (CHECKS_OFF) or gives them another severity (CHECKS_TUNED) in its settings, each with
    the reason, which the catalogue shows.
    """
    places = _places(manuscript)
    findings = _tuned(_all(manuscript, circumstances), circumstances.settings)
    return sorted(
        findings, key=lambda found: (ORDER[found.severity], places.get(found.subject, (0, 0)), found.code)
    )


def run_one(code, manuscript, circumstances):
    """{fingerprint: finding} of one rule, as the site has tuned it."""
    found = REGISTRY[code].run(manuscript, circumstances)
    return {one.fingerprint: one for one in _tuned(found, circumstances.settings)}


def _tuned(findings, settings):
    off, tuned = settings.get("CHECKS_OFF", {}), settings.get("CHECKS_TUNED", {})
    return [
        replace(found, severity=tuned[found.code][0]) if found.code in tuned else found
        for found in findings
        if found.code not in off
    ]


def _all(manuscript, circumstances):
    """Findings as the rules have them, each fingerprint once."""
    rules = catalogue()
    sections = [each for each in rules if each.scope == SECTION]
    found = list(parts.findings(sections, manuscript, circumstances))
    found += [one for each in rules if each.scope == ARTICLE for one in each.run(manuscript, circumstances)]
    return list({one.fingerprint: one for one in found}.values())


def _places(manuscript):
    places = {}
    for number, section in enumerate(manuscript.sections, start=1):
        places[f"section:{section.key}"] = (number, 0)
    for key, placed in manuscript.placed.items():
        section = places.get(f"section:{placed[0].section}", (0, 0))[0]
        places[f"claim:{key}"] = (section, placed[0].index + 1)
    return places
