"""The words of a text by which works about the same thing are found: stemmed, without the words of grammar alone."""

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:['’‐-][^\W_]+)*")
_JOINT = re.compile(r"['’‐-]")
# Words that only hold a sentence together.
_GRAMMAR = """
a an and are as at be been between both but by can could did do does during each for from had has have he
her his how i if in into is it its may me more most no not of on or our she should so some such than that
the their them then there these they this those through to under up was we were what when where which
while who will with would you your
"""
GRAMMAR = frozenset(_GRAMMAR.split())
LONGEST = 40


def terms(text):
    """The terms of a text, in order and with repeats: "Anti-inflammatory effects" → antiinflammatori, anti,
    inflammatori, effect. A word with a joint counts as its parts and as one."""
    found = []
    for word in _WORD.findall(text.casefold()):
        parts = _JOINT.split(word)
        found += [_stem(part) for part in parts if part not in GRAMMAR and (len(part) > 1 or part.isdigit())]
        if len(parts) > 1:
            found.append("".join(parts)[:LONGEST])
    return found


@lru_cache(maxsize=100_000)
def _stem(word):
    return _STEMMER.stemWord(word)[:LONGEST]


_STEMMER = snowballstemmer.stemmer("english")
