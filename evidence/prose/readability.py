"""How many years of school an English text asks of its readers."""

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+", re.I)
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxz]es)$", re.I)


def reading_grade(sentences):
    """The Flesch–Kincaid grade of sentences (Kincaid et al. 1975): 0.39 · words per sentence + 11.8 · syllables per
    word − 15.59. Zero for no words."""
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=8192)
def syllables(word):
    """Syllables of an English word, by its groups of vowels: right for about nine words in ten."""
    groups = len(_VOWELS.findall(word))
    return max(1, groups - bool(groups > 1 and _SILENT.search(word)))
