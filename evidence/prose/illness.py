"""Serious illness, and words by which something is said to act on it."""

import re

from evidence.prose.denial import denies
from evidence.prose.governed import plain
from evidence.prose.lexicon import lexicon
from evidence.prose.modality import leaves_open, negated
from evidence.prose.said import clauses
from evidence.prose.sense import forms

_SERIOUS = re.compile(
    r"(?<![\w-])(?:(?:\w+ )?cancers?|tumou?rs?|leuk[ae]+mia|lymphoma|melanoma|"
    r"alzheimer\w*(?:['’]s)?(?: disease)?|parkinson\w*(?:['’]s)?"
    r"(?: disease)?|huntington\w*|dementia|multiple sclerosis|motor neurone? disease|strokes?|"
    r"heart (?:disease|attacks?|failure)|cardiovascular "
    r"disease|hypertension|high blood pressure|atherosclerosis|diabetes|(?:major |clinical )?depression|"
    r"schizophrenia|bipolar disorder|ptsd|"
    r"epilepsy|seizures|autism|adhd|hiv|aids|hepatitis|cirrhosis|(?:kidney|liver|lung|bowel|autoimmune|"
    r"neurodegenerative) diseases?|"
    r"tuberculosis|malaria|sepsis|pneumonia|covid(?:-19)?|crohn\w*|colitis|arthritis|osteoporosis|asthma|copd|"
    r"lupus|an(?:a|)emia|addiction|"
    r"alcoholism|infections?)(?!\w)",
    re.I,
)
_VERBS = "|".join(
    forms(lemma)
    for lemma in (
        "treat", "prevent", "cure", "heal", "reverse", "slow", "fight|fights|fought|fighting", "stop",
        "combat", "relieve", "ease", "improve", "manage", "alleviate", "beat|beats|beating", "battle",
        "tackle", "delay", "help", "halt", "avert", "eliminate", "kill", "reduce", "lower", "decrease",
        "cut|cuts|cutting", "block", "suppress", "shrink|shrinks|shrinking", "counter", "benefit",
        "mitigate", "target",
    )
)  # fmt: skip
_ACTS = re.compile(
    rf"\b(?:{_VERBS}|treatments? (?:of|for)|prevention of|protect(?:s|ed|ing|ion|ive)? (?:\w+ )?(?:against|"
    rf"from)|wards? off|keeps? \w+ at bay|"
    r"(?:effective|useful|helpful|beneficial|good|great|works?|working|remedy|cure|promise|promising|help|"
    r"therapy|option|alternative)"
    r" (?:\w+ )?(?:against|for|in|with)|gets? rid of)\b",
    re.I,
)
_ANTI = re.compile(r"\banti-?(?:cancer|tumou?r\w*|diabetic|depressant|epileptic|hypertensive|viral)\b", re.I)
# Whom something is given to, and what is done to the ill by others, is nothing that a thing does to an illness.
_WITH = re.compile(
    r"\b(?:with|who have|who had|having|suffering from|diagnosed with|after|during|in)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_PASSIVE = re.compile(r"^\w+ed (?:with|by)\b|^\w+ed for\b", re.I)
_BEFOREHAND = re.compile(r"(?:for|from|as for|against)\b", re.I)
NEAR = 70  # characters between the verb and the illness


def acts_on_illness(text):
    """(verb, illness) where a text says that something acts on a serious illness, or None; what it asks, denies, leaves
    open or reports of others does not count, nor what is done for people who are ill."""
    own = [part for part in clauses(plain(text)) if not (denies(part) or leaves_open(part))]
    named = ""
    for clause in own:
        for found in _ACTS.finditer(clause):
            if negated(clause, found.start()) or _PASSIVE.match(clause[found.start() :]):
                continue
            illness = _illness(clause[found.end() : found.end() + NEAR]) or named
            if illness:
                return found.group(), illness
        # "For dementia, it slows …": the illness was named first.
        named = named or (_illness(clause) if _BEFOREHAND.match(clause) else "")
    anti = _ANTI.search(" ".join(own))
    return (anti.group(), anti.group()) if anti else None


def _illness(behind):
    clause = re.split(r"[;:]|,? (?:but|which|because)\b", behind)[0]
    for found in _SERIOUS.finditer(clause):
        if not _WITH.search(clause[: found.start()]):
            return found.group()
    words = lexicon("disease").first(clause)
    return words if words and not _WITH.search(clause[: clause.find(words)]) else ""
