"""What is declared of a claim, as far as its words bear it out: no rule believes the declaration alone.

A rule that asks of effects asks of every sentence that reads as one, whatever kind was chosen for it; a rule that lets
an absence or a definition go lets only those go that are worded as one.
"""

import re

from evidence.prose.agency import names_agent, things
from evidence.prose.asserting import asserts
from evidence.prose.borne_out import STRICT, kind_is_borne_out, population_is_borne_out, says_nothing_found
from evidence.prose.lexicon import lexicon, remembered
from evidence.vocabulary import ClaimKind

# Words of a title or a search that name nothing.
_COMMON = re.compile(
    r"and|or|not|the|for|in|of|on|with|does|do|did|is|are|was|what|how|who|why|can|may|help|helps|against|about|known|people|"
    r"adults?|children|women|men|patients?|healthy|effects?|review|example|it|its|as|by|from|to|an?|an example|"
    r"all|clinical|research|actually|really|show|shows|tell|tells|say|says|worth|talk|talking|truth|facts?|guide|new|old|best|"
    r"complete|everything|need|should|you|your|our|we|it|this|that|there|any|some|more|most|use|using|used|benefits?|"
    r"risks?|side|science|know|look|inside|better|demonstration|evidence|work|works|safe|good|tests?|humans?|randomi[sz]ed|trials?|stud(?:y|ies)",
    re.I,
)
_FOR_WHAT = re.compile(r"\s(?:for|in|as|against|during|help|helps|and)\s", re.I)
_MISSED = re.compile(
    r"\b(?:stud(?:y|ies)|trials?|data|research|evidence|experiments?) (?:of|on|into|about) "
    r"(?P<what>[\w’'-]+(?: (?!(?:in|was|were|with|that|together|and|could|has|have)\b)[\w’'-]+)?)",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_][\w’'-]*")


def agents(manuscript):
    """What an article is about, as a tuple of names in small letters: of its subject, its title and its search."""
    return _agents(manuscript.title, manuscript.subject, manuscript.search.query)


def asserted_kind(manuscript, text):
    """ "effect", "harm", "interaction" or "regulatory" for what a text asserts of people, or "none"."""
    return asserts(text, agents(manuscript)).label


def kinds(manuscript, claim):
    """The kinds whose rules hold for a claim: the one declared, and the one that its words are of, where they say that
    what the article is about acts on people."""
    text, named = manuscript.text_of(claim), agents(manuscript)
    reads = asserts(text, named).label
    return {claim.kind} if reads == "none" or not names_agent(text, named) else {claim.kind, reads}


def is_serious(manuscript, claim, among=(ClaimKind.EFFECT, ClaimKind.HARM)):
    """Whether a claim is of one of some kinds, by what is declared or by its words."""
    return claim.kind in among or not kinds(manuscript, claim).isdisjoint(among)


def is_absence(manuscript, claim):
    """Whether a claim is declared to say that nothing was found, and says so."""
    return claim.kind == ClaimKind.ABSENCE and says_nothing_found(
        manuscript.text_of(claim), agents(manuscript)
    )


def is_borne_out(manuscript, claim, kind=None):
    """Whether the words of a claim are of its kind, or of another that is named."""
    return kind_is_borne_out(kind or claim.kind, manuscript.text_of(claim), agents(manuscript))


def is_of_models(manuscript, claim):
    """Whether a claim is declared to be about animals or cells, and its words are."""
    declared = claim.population in ("animals", "cells")
    return declared and population_is_borne_out(
        claim.population, manuscript.text_of(claim), agents(manuscript)
    )


def beside_the_search(manuscript, claim):
    """What a claim says that no study was found of, where the search on record, the title, the outcomes and the heading
    name nothing of it; else an empty string. What has no name of its own ("of it", "of harms") is the article's."""
    text, section = manuscript.text_of(claim), manuscript.section_by_key.get(manuscript.section_of(claim))
    found = _MISSED.search(text)
    if (
        not found
        or not manuscript.search.query
        or names_agent(text, agents(manuscript))
        or things(found["what"])
    ):
        return ""
    names = [
        manuscript.title,
        manuscript.subject,
        manuscript.search.query,
        section.heading if section else "",
    ]
    known = " ".join((*names, *(outcome.name for outcome in manuscript.outcomes))).lower()
    own = [word.lower() for word in _WORDS.findall(found["what"]) if _names(word)]
    return found["what"] if own and not any(word[:5] in known for word in own) else ""


def needs_no_source(manuscript, claim):
    """Whether a claim may stand without a source: it says that nothing was found, or what a word means."""
    return claim.kind in (ClaimKind.ABSENCE, ClaimKind.DEFINITION) and is_borne_out(manuscript, claim)


def must_have_source(manuscript, claim):
    """Whether a claim without support may not stand: it is of a serious kind, or its words are not of the one declared,
    or they say that something acts on people, whoever it is."""
    if claim.kind in STRICT or claim.kind == ClaimKind.REGULATORY or not is_borne_out(manuscript, claim):
        return True
    return asserted_kind(manuscript, manuscript.text_of(claim)) != "none"


@remembered(maxsize=256)
def _agents(title, subject, query):
    told = [_FOR_WHAT.split(subject, maxsplit=1)[0]] if subject.strip() else [title]
    told += re.split(r"\b(?:AND|OR|NOT)\b|[()]", query)
    found = []
    for phrase in told:
        words = [word.lower() for word in _WORDS.findall(phrase) if _names(word)]
        found += [" ".join(words), *words] if len(words) > 1 else words
    return tuple(dict.fromkeys(found))


def _names(word):
    return (
        len(word) > 2
        and not _COMMON.fullmatch(word)
        and not things(word)
        and not lexicon("health_terms").first(word)
    )
