"""Word lists as data: one term a line, matched as whole words in any case, extendable by a site."""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property, lru_cache, wraps
from pathlib import Path

from django.conf import settings

DATA = Path(__file__).parent / "data"


class Lexicon:
    def __init__(self, terms, taken=()):
        self.taken = frozenset(taken)
        self.terms = tuple(sorted(set(terms), key=lambda term: (-len(term), term)))

    @cached_property
    def _regex(self):
        alternatives = "|".join(_pattern(term) for term in self.terms) or r"(?!)"
        return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])", re.I)

    def find(self, text):
        """[(start, end, words found), …] in reading order."""
        return [(m.start(), m.end(), m.group()) for m in self._regex.finditer(text)]

    def first(self, text):
        """The first words found, or an empty string."""
        match = self._regex.search(text)
        return match.group() if match else ""

    def extended(self, terms):
        """A lexicon that knows a site's own terms too; one that begins with "-" is taken out."""
        taken = {term[1:].strip() for term in terms if term.startswith("-")}
        added = [term for term in terms if not term.startswith("-")]
        return Lexicon(
            (term for term in (*self.terms, *added) if term not in taken),
            (self.taken | taken).difference(added),
        )

    def took_out(self, words):
        """Whether a site took these very words out, so that no pattern beside the list shall find them either."""
        return bool(self.taken) and bool(self._taken.fullmatch(words))

    @cached_property
    def _taken(self):
        return re.compile("|".join(map(_pattern, self.taken)), re.I)


def lexicon(name):
    """The lexicon kept in `data/NAME.txt` with the site's own terms (LEXICON in its settings); `*` at the end of a
    term stands for any ending."""
    tried = _tried.get()
    if tried is None:
        return _kept(name)
    tried.asked.add(name)
    return _extended(name, tried.words[name]) if name in tried.words else _kept(name)


def names():
    """The names of all lexicons."""
    return sorted(path.stem for path in DATA.glob("*.txt") if not path.stem.startswith("abbreviations"))


@contextmanager
def trying(words=()):
    """Inside the block the lexicons know other words as well: pairs of a lexicon's name and a tuple of terms, as in a
    site's settings. Nothing outside the block, and no other request, sees them. Gives the set of the names asked for.
    """
    tried = _Tried(dict(words))
    token = _tried.set(tried)
    try:
        yield tried.asked
    finally:
        _tried.reset(token)


def words_tried():
    """What is being tried now, for whoever keeps an answer; None outside of `trying`."""
    tried = _tried.get()
    return tried and tuple(sorted(tried.words.items()))


def remembered(maxsize):
    """Like `lru_cache`, for a function that asks lexicons: while other words are tried nothing is kept or reused."""

    def decorate(function):
        kept = lru_cache(maxsize)(function)

        @wraps(function)
        def call(*args):
            return kept(*args) if _tried.get() is None else function(*args)

        call.cache_clear = kept.cache_clear
        return call

    return decorate


class _Tried:
    def __init__(self, words):
        self.words, self.asked = words, set()


_tried = ContextVar("tried", default=None)


@cache
def _kept(name):
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    kept = Lexicon(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    return kept.extended(settings.VOUCH.get("LEXICON", {}).get(name, ()))


@lru_cache(maxsize=32)
def _extended(name, terms):
    return _kept(name).extended(terms)


def forget():
    """Read the lists and the site's words anew."""
    _kept.cache_clear()
    _extended.cache_clear()


def _pattern(term):
    ending = r"\w*" if term.endswith("*") else ""
    parts = [re.escape(part) for part in re.split(r"[ -]+", term.rstrip("*"))]
    return r"[\s-]+".join(parts).replace("'", "['’]") + ending
