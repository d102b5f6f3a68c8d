"""Many word lists looked up in one pass over a sentence: which of their terms stand where."""

import re
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
GAP = "…"
REACH = 2  # words a gap may stand for
BEGUN = 3  # letters by which a word with an open ending is looked up, fewer where it has fewer
_WORDS = re.compile(r"\w+\*?")
_BETWEEN = re.compile(r"(\W+)")
_JOINING = set(" -\u2010\u2011\u00a0\u202f\n\t'’./")


class Phrasebook:
    """Terms by the list they stand in, as whole words in any case: `*` is any ending of a word, `|` parts words of
    which one stands, `…` up to two words of any kind. White space, hyphens, apostrophes and full stops join alike."""

    def __init__(self, lists):
        """`lists` are the terms by name; raises ValueError for a term without a word, or with a gap at its ends."""
        self._whole, self._begun = {}, {}
        phrases = [(name, _phrase(term)) for name, listed in lists.items() for term in listed]
        for name, phrase in sorted(phrases, key=lambda one: -len(one[1])):
            self._take(name, phrase)
        self._lengths = tuple({len(start) for start in self._begun})

    def among(self, words):
        """[(list, place of the first word, the words as they stand), …] of a text's Words, in its order; where several
        begin with one word, the longer first."""
        found, whole, begun = [], self._whole, self._begun
        for at, word in enumerate(words.small):
            known = whole.get(word, ())
            for length in self._lengths:
                if word[:length] in begun:
                    known += begun[word[:length]]
            for name, phrase in known:
                end = _end(phrase, words, at) if len(phrase) > 1 or phrase[0][1] else at + 1
                if end and not words.hangs_on(at):
                    found.append((name, at, words.between(at, end)))
        return found

    def _take(self, name, phrase):
        whole, stems = phrase[0]
        for word in whole:
            self._whole[word] = (*self._whole.get(word, ()), (name, phrase))
        for start in {stem[:BEGUN] for stem in stems}:
            self._begun[start] = (*self._begun.get(start, ()), (name, phrase))


@cache
def phrasebook(folder):
    """The Phrasebook of all lists in a folder of `data/`, one a file."""
    files = sorted((DATA / folder).glob("*.txt"))
    return Phrasebook({file.stem: spelled(file.read_text(encoding="utf-8").splitlines()) for file in files})


@lru_cache(maxsize=32)
def together(lexicons):
    """The Phrasebook of some lexicons: a tuple of (name, Lexicon). A site's term without a word is never found."""
    plain = {name: [" ".join(_WORDS.findall(term)) for term in lexicon.terms] for name, lexicon in lexicons}
    return Phrasebook({name: filter(None, listed) for name, listed in plain.items()})


def spelled(lines):
    """The terms of a list, notes left out. A line `shows = show|shows` names words that the lines below it take in as
    `{shows}`; a name may be given words on several lines."""
    named = {}
    for line in lines:
        name, equals, words = line.partition(" = ")
        if line.startswith("#") or not line.strip():
            continue
        if equals:
            named[name] = "|".join(filter(None, (named.get(name), words.strip())))
        else:
            yield re.sub(r"\{(\w+)\}", lambda found: named[found[1]], line)


class Words:
    """A text as its words in small letters (`small`), with what stands between them."""

    def __init__(self, text):
        parts = _BETWEEN.split(text)
        # The split gives word, gap, word …, and an empty word where the text begins or ends with a gap.
        self._lead = "" if parts[0] else "".join(parts[1:2])
        self._parts = parts if parts[0] else parts[2:]
        if self._parts and not self._parts[-1]:
            self._parts = self._parts[:-2]
        self.small = [word.lower() for word in self._parts[::2]]

    def hangs_on(self, at):
        """Whether a hyphen ties a word to the one before."""
        return (self._parts[2 * at - 1] if at else self._lead).endswith("-")

    def joined(self, at):
        """Whether nothing but space, hyphen or apostrophe parts a word from the one before."""
        return _JOINING.issuperset(self._parts[2 * at - 1])

    def between(self, start, end):
        """The text from one word up to another, as it stands."""
        return "".join(self._parts[2 * start : 2 * end - 1])


def _phrase(term):
    """A term as parts: (whole words, beginnings of words) of which one stands there, or GAP."""
    parts = []
    for part in term.lower().split():
        if part == GAP:
            parts.append(GAP)
        elif "|" in part:
            parts.append(_choice(part.split("|")))
        else:
            parts += [_choice([word]) for word in _WORDS.findall(part)]
    if not parts or GAP in (parts[0], parts[-1]):
        raise ValueError(f"“{term}” begins or ends with no word.")
    return tuple(parts)


def _choice(words):
    stems = tuple(word[:-1] for word in words if word.endswith("*"))
    return frozenset(word for word in words if not word.endswith("*")), stems


def _end(phrase, words, at):
    """The place behind the last word of a phrase that begins at a word, or 0."""
    small, place = words.small, at
    for number, part in enumerate(phrase):
        if part == GAP:
            return _end_after_gap(phrase[number + 1 :], words, place)
        if place >= len(small):
            return 0
        whole, stems = part
        if small[place] not in whole and not (stems and small[place].startswith(stems)):
            return 0
        if number and not words.joined(place):
            return 0
        place += 1
    return place


def _end_after_gap(rest, words, place):
    for later in range(place, min(place + REACH + 1, len(words.small))):
        if end := _end(rest, words, later):
            return end
    return 0
