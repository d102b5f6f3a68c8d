"""How sure a sentence sounds, whether it says that one thing causes another, and whom it speaks of."""

import re

from evidence.prose.lexicon import lexicon
from evidence.prose.verbs import ACTS, causal_verbs

STRENGTHS = ("none", "correlational", "conditional_causal", "causal")

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]{3,}’")
_OPEN = re.compile(
    r"\bwhether\b|\b(?:uncertain|unclear|unknown|not (?:yet )?(?:known|clear)) (?:if|how)\b", re.I
)
_CONTRAST = re.compile(r";|\b(?:but|whereas|however)\b", re.I)
_CLAUSE = re.compile(r"[;:–—]|,\s+(?:but|and|while|whereas|although)\b|\b(?:but|whereas|although)\b")


def modality(text):
    """(rank, words): 4 unhedged, 3 probably, 2 may, 1 very uncertain (evidence-models.md, section 3).

    A hedge counts for its clause; the strongest clause decides. A sentence that reports no finding at all has
    rank 4 with no words.
    """
    ranks = [_rank(clause) for clause in _CLAUSE.split(unquoted(text)) if clause.strip()]
    telling = [rank for rank in ranks if rank[1]]
    if any(rank[0] == 1 for rank in ranks):
        return next(rank for rank in ranks if rank[0] == 1)
    return max(telling, default=(4, ""))


def causal(text):
    """("none" | "correlational" | "conditional_causal" | "causal", the words that decided), by the tiers of the
    catalogue of checks: few words, so that what is flagged is wrong. A hedge reaches as far as the next contrast. What
    flags rest on is `reading.cause`, which asks a second witness."""
    parts = [_causal(part) for part in _CONTRAST.split(unquoted(text))]
    return max(parts, key=lambda part: STRENGTHS.index(part[0]))


def leaves_open(text):
    """Whether a sentence says that a thing is not known ("whether it helps")."""
    return bool(_OPEN.search(text))


def _causal(part):
    if strong := lexicon("causal_3").first(part) or lexicon("causal_2").first(part):
        hedged = lexicon("hedge_2").first(part) or lexicon("hedge_3").first(part) or leaves_open(part)
        return ("conditional_causal" if hedged else "causal"), strong
    weak = lexicon("causal_1").first(part)
    return ("correlational", weak) if weak else ("none", "")


def populations(text):
    """{"people" | "animals" | "cells": the first words that name them}."""
    plain = text
    for start, end, _words in lexicon("device_mouse").find(text):
        plain = plain[:start] + " " * (end - start) + plain[end:]
    named = {
        "people": lexicon("people").first(plain),
        "animals": lexicon("model_animals").first(plain),
        "cells": lexicon("model_cells").first(plain),
    }
    return {name: words for name, words in named.items() if words}


def unquoted(text):
    """Text with its quotations blanked, offsets kept: what is quoted is not asserted."""
    return _QUOTED.sub(lambda m: " " * len(m.group()), text)


def is_question(text):
    return text.rstrip('”"’) ').endswith("?")


def negated(text, start, reach=25):
    """Whether a negation stands shortly before an offset, in the same clause."""
    before = _CLAUSE.split(text[max(0, start - reach) : start])[-1]
    return bool(lexicon("negation").first(before))


def _rank(clause):
    for rank, name in ((1, "hedge_1"), (2, "hedge_2"), (3, "hedge_3")):
        if words := lexicon(name).first(clause):
            return rank, words
    for name in ("causal_3", "causal_2", "causal_1"):
        if words := lexicon(name).first(clause):
            return 4, words
    return 4, next((word for word, stands in causal_verbs(clause) if stands == ACTS), "")
