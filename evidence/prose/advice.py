"""Advice in a sentence: none, weak (commends something) or strong (says what should be done) (Li, Wang & Yu 2021).

Calls for research and caution with the result are no advice to those who care or are ill.
"""

import re

from evidence.prose.judged import Judged, told
from evidence.prose.patterns import patterns

_COMMENDED = re.compile(
    r"\b(?:may|might|could|can) (?:\w+ )?be (?:\w+ )?(?:used|useful|helpful|considered|beneficial|valuable|offered|"
    r"an? (?:\w+ )*(?:alternative|option|tool|target|treatment|strategy|approach|method))",
    re.I,
)
REPORTING = 0.6  # how much of a commendation a word that reports a finding takes back
ENOUGH = 0.35


def advice(text, *, discussion=False):
    """Judged "none", "weak" or "strong". In a discussion, where one sentence in ten advises, only commendations that
    stand out count; in a conclusion, where four in ten do, any that outweighs what was found."""
    rest = patterns("advice_research").without(text)
    if strong := patterns("advice_strong").first(rest):
        return Judged("strong", 2, told(strong))
    weak, reported = patterns("advice_weak").words(rest), patterns("advice_find").count(rest)
    denied = patterns("advice_negw").first(rest)
    if discussion:
        clear = patterns("advice_clear").words(rest)
        stands = bool(clear) and not denied and reported <= 2 and "et al" not in text
        return Judged("weak", 1, told(clear)) if stands else Judged("none")
    if found := _COMMENDED.search(rest):
        return Judged("weak", 1, told(found))
    if denied or (rest != text and len(weak) < 2):
        return Judged("none", 0, told(denied))
    return Judged("weak", 1, told(weak)) if len(weak) - REPORTING * reported >= ENOUGH else Judged("none")
