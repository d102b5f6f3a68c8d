"""Whether a sentence's own words bear out what is declared of it: its kind, and whom it speaks of.

A declaration may ask more of a text, never less: only where the words say so themselves is a text of that kind.
"""

import re

from evidence.prose.agency import names_agent, things
from evidence.prose.asserting import NOTHING, asserts
from evidence.prose.denial import denies
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import is_question
from evidence.prose.numbers import quantities
from evidence.prose.reading import cause
from evidence.prose.said import clauses, said, speaks_of
from evidence.vocabulary import ClaimKind, ClaimPopulation

_IS = re.compile(
    r"^(?P<what>[^,;:]{2,90}?)(?:, [^,]{2,60},)?\s+(?:(?:is|are|was|were) (?:(?:also|often|sometimes) )?(?:called|"
    r"known as|named|defined as|short for|the (?:\w+ )?(?:names?|terms?|words?) (?:of|for)|an?|the|one of|any|those|"
    r"(?=\w+ (?:that|which|of)\b))|"
    r"means?|stands? for|refers? to|denotes?|comprises?|describes)(?=\s|$)",
    re.I,
)
_MAKING = re.compile(
    r"\b(?:first|originally|discover\w*|invent\w*|develop\w*|synthesi[sz]\w*|patent\w*|introduc\w*|describ\w*|named|"
    r"published|founded|isolated|made|retracted|withdrawn|registered|marketed|launched|sold)\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:1[5-9]|20)\d\ds?\b|\bcentur(?:y|ies)\b|\bdecades?\b|\bancient\b|\bfirst\b|\boriginally\b", re.I
)
_MECHANISM = re.compile(
    r"\b(?:receptors?|enzymes?|proteins?|genes?|cells?|neurons?|tissues?|molecul\w+|bind\w*|inhibit\w*|activat\w*|"
    r"pathways?|signal\w*|mitochondri\w*|synap\w*|transmitters?|kinases?|hippocamp\w*|cortex|mechanism\w*|waves|amyloid)\b",
    re.I,
)
_KINETIC = re.compile(
    r"\b(?:absor\w+|half-li\w+|plasma|serum|excret\w*|metaboli\w+|eliminat\w*|bioavailab\w*|peak\w*|clearance|"
    r"distribut\w*|concentrations?|breakdown|hours?|minutes?|blood levels?)\b",
    re.I,
)
_COUNTING = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|evidence|research|data|surveys?|reviews?|results?|common\w*|rare\w*|prevalen\w*|inciden\w*|"
    r"per cent|percent|many|most|some|few|half|third|quarter|one in \w+|rates?|supplements?|products?)\b|%",
    re.I,
)
_MARKED_BY = {
    ClaimKind.MECHANISM: (_MECHANISM,),
    ClaimKind.PHARMACOKINETIC: (_KINETIC,),
    ClaimKind.EPIDEMIOLOGY: (_COUNTING,),
    ClaimKind.HISTORICAL: (_MAKING, _WHEN),
}
_OF_MODELS = (ClaimKind.MECHANISM, ClaimKind.PHARMACOKINETIC)
# Kinds of which more is asked than of any other: they need no words to bear them out.
STRICT = frozenset({ClaimKind.EFFECT, ClaimKind.HARM, ClaimKind.INTERACTION})
MODELS = {ClaimPopulation.ANIMALS: "animals", ClaimPopulation.CELLS: "cells"}


@remembered(maxsize=8192)
def kind_is_borne_out(kind, text, agents=()):
    """Whether the words of a sentence are of a ClaimKind. `agents` names what the text is about, in small letters."""
    if kind in STRICT or not text:
        return True
    if kind == ClaimKind.ABSENCE:
        return says_nothing_found(text, agents)
    if kind == ClaimKind.DEFINITION:
        return defines(text, agents)
    if kind == ClaimKind.REGULATORY:
        return asserts(text, agents).label in ("none", "regulatory")
    if asserts(text, agents) != NOTHING:
        return False
    of_models = kind in _OF_MODELS and not {"animals", "cells"}.isdisjoint(speaks_of(said(text)))
    return of_models or all(mark.search(said(text)) for mark in _MARKED_BY[kind])


@remembered(maxsize=8192)
def says_nothing_found(text, agents=()):
    """Whether a sentence says that nothing was found or studied, or is known, and asserts nothing beside it."""
    parts = clauses(said(text))
    denying = [part for part in parts if denies(part)]
    if not denying or is_question(text):
        return False
    if any(_goes_on(part, agents) for part in denying):
        return False
    return all(_is_inert(part, agents) for part in parts if part not in denying)


@remembered(maxsize=8192)
def defines(text, agents=()):
    """Whether a sentence says what a word means, and neither gives a figure nor says that something acts on people."""
    text = said(text)
    found = _IS.match(text)
    if not found or is_question(text) or quantities(text):
        return False
    predicate = text[found.end() :]
    if (
        lexicon("promise").first(text)
        or lexicon("assurance").first(text)
        or lexicon("regulatory").first(text)
    ):
        return False
    if names_agent(found["what"], agents):
        return not things(predicate) and "people" not in speaks_of(predicate) and not _acts(predicate)
    return not names_agent(predicate, agents) and not _acts(predicate) and len(found["what"].split()) <= 6


def population_is_borne_out(population, text, agents=()):
    """Whether words are about the animals or cells that a claim is declared to be of; any other population asks for no
    words. Nothing that they assert of people, or of nobody in particular, counts as theirs."""
    if population not in MODELS or not text:
        return True
    named = speaks_of(said(text))
    if asserts(text, agents) != NOTHING:
        return False
    if "people" in named and not (set(named) - {"people"}):
        return False
    return bool(set(named) - {"people"}) or not things(text)


def _acts(text):
    return cause(text)[0] in ("causal", "conditional_causal")


def _goes_on(clause, agents):
    """Whether a denying clause asserts something behind an "and"."""
    first, *others = re.split(r"\band\b", clause)
    return any(not denies(part) and asserts(part.strip(" ,"), agents) != NOTHING for part in (*others, first))


def _is_inert(clause, agents):
    if asserts(clause, agents) != NOTHING or quantities(clause):
        return False
    if re.search(r"\b(?:stud(?:y|ies)|trials?|search\w*|evidence|results?|question|review)\b", clause, re.I):
        return True
    return not (things(clause) or names_agent(clause, agents) or speaks_of(clause).get("people"))
