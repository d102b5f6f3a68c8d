"""Causal strength of a sentence: none, correlational, conditional_causal or causal (Yu, Li & Wang 2019).

"None" is a sentence that reports no relation: a call for research, a gap, a recommendation.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.patterns import patterns

STRENGTHS = ("none", "correlational", "conditional_causal", "causal")
_TOGETHER = re.compile(r"associat|correlat|predict|link|relat", re.I)
_ACTS = re.compile(r"caus|lead|led|due to|result", re.I)
LONG = 200  # characters: in so long a sentence a finding may stand in front of the call for research


def causal_strength(text):
    """Judged with one of STRENGTHS; the words are those of the relation and of its condition."""
    acts, goes = patterns("strength_strong").first(text), patterns("strength_weak").first(text)
    modal, calls = patterns("strength_modal").first(text), patterns("strength_nofind").first(text)
    if goes and _TOGETHER.search(goes.group()) and not (acts and _ACTS.search(acts.group())):
        if calls and calls.start() < goes.start():
            return Judged("none", 0, told(calls))
        return Judged("correlational", 1, told(goes))
    if calls and not (acts and acts.start() < calls.start() and len(text) > LONG):
        return Judged("none", 0, told(calls))
    if acts:
        return (
            Judged("conditional_causal", 2, told(modal, acts)) if modal else Judged("causal", 3, told(acts))
        )
    if goes:
        return Judged("correlational", 1, told(goes))
    return Judged("none")


def overstated(claim, evidence):
    """Judged "exaggerates", "same" or "downplays": a sentence's strength against that of the finding it reports.

    Only a triage of wording: whether a claim is overstated is decided by the design and species of its sources and
    the certainty of its outcome (EF1, EF5, EF6).
    """
    said, found = causal_strength(claim), causal_strength(evidence)
    order = int(said.score) - int(found.score)
    label = "exaggerates" if order > 0 else "downplays" if order < 0 else "same"
    return Judged(label, order, told(said.because, found.because))
