"""Whether what a summary, a title or a heading asserts is borne by a claim below it: the same matter, no more strongly,
of no other beings, in no other direction.

Content is compared word by word, by beginnings, without what every such sentence has: names of what is reviewed, words
of degree, of doubt and of acting.
"""

import re

from evidence.prose.agency import things
from evidence.prose.asserting import asserting
from evidence.prose.lexicon import lexicon, remembered
from evidence.prose.modality import modality
from evidence.prose.numbers import quantities, same
from evidence.prose.said import clauses, said, speaks_of
from reviews.checks import declared, evidence

SHARED = 0.6  # of the words that a sentence has of its own
BEGINNING = 5  # letters by which words of one family are told
_WORD = re.compile(r"[^\W\d_]{3,}")
_NOT = re.compile(r"\b(?:not|no|never|nor|neither|cannot|without)\b|n['’]t\b", re.I)
_MORE = re.compile(
    r"\b(?:increas|rais|rais|boost|heighten|lengthen|prolong|higher|more|greater|longer|rose|grew)\w*", re.I
)
_LESS = re.compile(
    r"\b(?:reduc|lower|decreas|shorten|lessen|diminish|fewer|less|smaller|shorter|fell|cut)\w*", re.I
)
_FILLING = re.compile(
    r"the|and|but|for|with|from|that|this|these|those|than|then|there|their|they|them|its|are|was|were|has|have|had|been|"
    r"not|nor|who|whom|which|what|when|where|while|whether|how|some|any|all|most|many|few|one|two|more|less|other|others|"
    r"also|only|even|very|little|slight\w*|small\w*|large\w*|big|somewhat|much|about|into|over|such|can|will|would|"
    r"people|person\w*|adults?|study|studies|trials?|evidence|research|find\w*|found|show\w*|report\w*|help\w*|make\w*|"
    r"work\w*|effect\w*|demonstration|medical|advice|cited|here|number|because|after|before|between|against|using|used",
    re.I,
)


def is_borne(manuscript, text, heading=False):
    """Whether a claim of the body bears each thing that a text asserts of people. A heading bears no `heading`."""
    return all(_tie(manuscript, clause, heading) for clause in asserting(text, declared.agents(manuscript)))


def _tie(manuscript, text, heading):
    """The claim of the body that bears a text, or None. It has a source that supports it, or says itself that nothing
    was found."""
    named = declared.agents(manuscript)
    for claim in evidence.placed_claims(manuscript):
        rests = evidence.supports(manuscript, claim) or declared.is_absence(manuscript, claim)
        if rests and _bears(manuscript, claim, text, named, heading):
            return claim
    return None


def _bears(manuscript, claim, text, named, heading):
    words = manuscript.text_of(claim)
    if words == text:
        return True
    around = _around(manuscript, claim, words, heading)
    own, known = stems(text, named), stems(around, ())
    if not _beginnings(things(text)) <= known or len(own & known) < SHARED * len(own):
        return False
    if _figures(text, around) or not _same_beings(text, around):
        return False
    # What speaks of the same matter says it as strongly, and in the same direction.
    near = [part for part in clauses(said(words)) if own & stems(part)] or [words]
    return any(modality(text)[0] <= modality(part)[0] and _same_direction(text, part) for part in near)


def _around(manuscript, claim, words, heading):
    """A claim's sentence with the outcome that it speaks of and the heading that it stands under."""
    outcome = evidence.outcome_of(manuscript, claim)
    section = manuscript.section_by_key.get(manuscript.section_of(claim))
    of_outcome = f"{outcome.name} {outcome.population}" if outcome else ""
    return f"{words} {of_outcome} {section.heading if section and not heading else ''}"


@remembered(maxsize=4096)
def stems(text, named=()):
    """The beginnings of the words that a text has of its own, without the names of what is reviewed."""
    common, names = _common(), {part for name in named for part in name.split()}
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        word[:BEGINNING]
        for word in words
        if word not in common and word not in names and not _FILLING.fullmatch(word)
    )


def _beginnings(words):
    return {part[:BEGINNING].lower() for word in words for part in _WORD.findall(word)}


@remembered(maxsize=1)
def _common():
    """Words of acting and of doubt, which say how and not what."""
    lists = ("causal_1", "causal_2", "causal_3", "hedge_2", "hedge_3")
    return frozenset(term.rstrip("*").lower() for name in lists for term in lexicon(name).terms)


def _figures(text, around):
    """Whether a text gives a figure that stands nowhere around the claim."""
    known = [value for one in quantities(around) for value in one.values]
    return any(
        not any(same(value, one) for one in known) for each in quantities(text) for value in each.values
    )


def _same_direction(text, words):
    turned = bool(_NOT.search(said(text))) == bool(_NOT.search(said(words)))
    up, down = (bool(_MORE.search(one)) - bool(_LESS.search(one)) for one in (text, words))
    return turned and up * down >= 0


def _same_beings(text, around):
    beings = speaks_of(around)
    return "people" in beings or not beings or set(speaks_of(text)) == set(beings)
