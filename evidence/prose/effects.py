"""How a sentence says that one thing acts on another: by its build, an agent, a change and what is changed, and not by
a list of outcomes times a list of verbs.
"""

import re

from evidence.prose.lexicon import remembered
from evidence.prose.sense import MATTER, sense

_AGENT = re.compile(
    r"\b(?:it|they|its|tak(?:e|es|en|ing)|using|use of|used|intake|consum\w+|ingest\w*|dos(?:e|es|age|ing)|"
    r"supplement\w*|extracts?|compounds?|"
    r"oils?|drugs?|herbs?|plants?|mushrooms?|peptides?|products?|teas?|powders?|roots?|leaf|leaves|seeds?|"
    r"berr(?:y|ies)|fruits?|diets?|fasting|"
    r"exercise|treatments?|therap(?:y|ies)|administ\w+|injections?|molecules?|substances?|ingredients?|"
    r"capsules?|pills?|medicines?|"
    r"remed(?:y|ies)|infusions?|juices?)\b",
    re.I,
)
_USED_FOR = re.compile(
    r"\b(?:has|have|is|are|was|were|been) (?:\w+ ){0,2}used (?:to|as|for|in)\b|\bin these models\b", re.I
)


@remembered(maxsize=16384)
def effect(text):
    """The words by which a sentence says that something acts on body, mind or illness, or an empty tuple: a verb of
    acting or a noun of gain, and what it acts on."""
    read = sense(text)
    acting, gains, matter = read.all("acting"), read.all("gain"), read.all(*MATTER)
    if not matter and not gains:
        return ()
    for at, word in acting:
        target = next((told for place, told in matter if abs(place - at) <= REACH and place != at), "")
        if target and not _is_name(read.words, at, word):
            return word, target
    for at, word in gains:
        target = next((told for place, told in matter if abs(place - at) <= NEAR), "")
        if target:
            return (word, target) if word != target else (word,)
    if gains and _PRAISED.search(text):
        return (gains[0][1],)
    return ()


REACH, NEAR = 14, 6  # words between an acting verb, or a noun of gain, and what it acts on
_PRAISED = re.compile(
    r"\b(?:ha(?:s|ve)|had|with|shows?|showed|offers?|provides?|possess\w*|exhibits?|its|their|is|are|be|was|"
    r"were) (?:[\w,-]+ ){0,5}?(?:anti|effects?|propert(?:y|ies)|"
    r"benefits?|beneficial|effective|useful|helpful|great|good|remedy|\w+protective|analgesic|sedative)\b",
    re.I,
)


def _is_name(words, at, word):
    """Whether a word that could act describes a noun in its place, or is suffered by it ("the building", "is treated
    with", "used to treat" says what is done, not what follows)."""
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    return (before in ("the", "a", "an") and words[at].endswith("ing")) or (
        word.endswith("ed") and after == "with"
    )


def is_background(text, verb, topics=frozenset()):
    """Whether a body part or an illness acts, and nothing that could be taken: how a body works, and what a thing is
    used for, is no finding on it."""
    if _USED_FOR.search(text):
        return True
    read = sense(text)
    if _AGENT.search(text) or topics & set(read.words):
        return False
    before = sense(text[: max(0, text.find(verb))])
    return bool(before.all("body", "condition", "outcome"))
