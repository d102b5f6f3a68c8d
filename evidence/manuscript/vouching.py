"""What somebody stands behind who judges or reads a citation: these words, this work, this stance. Pure.

Design, promise 20: a judgement holds for the words it was given for. They are kept with it, as text, so that both
wordings can be shown when it no longer fits.
"""

import hashlib
from dataclasses import dataclass, fields

from django.utils.translation import gettext_lazy as _

from evidence import canonical
from evidence.bibliography.references.likeness import first_author, folded
from evidence.manuscript.differences import words
from evidence.vocabulary import Stance

# What nobody sees on the page: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
IDENTIFIERS = ("doi", "pmid", "pmcid", "isbn")
LABELS = {
    "sentence": _("Sentence"), "source": _("Record of the source"), "work": _("Source"), "doi": "DOI",
    "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "stance": _("Stance"), "quote": _("Quotation"),
    "figure": _("Reported figure"), "unit": _("Unit"), "locator": _("Place"),
}  # fmt: skip


@dataclass(frozen=True)
class Vouched:
    """`sentence` without markers (every sentence, where a claim is marked twice); `source` the key of its record;
    `work` its first author, year and title. All in normal form: spacing and invisible signs are nobody's words."""

    sentence: str = ""
    source: str = ""
    work: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    stance: str = ""
    quote: str = ""
    figure: str = ""
    unit: str = ""
    locator: str = ""

    @property
    def text(self):
        """Canonical text, as it is kept with a judgement."""
        return canonical.dumps(canonical.plain(self))

    @property
    def digest(self):
        """SHA-256 of the canonical text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Lapse:
    """A judgement that no longer fits: what it was given for (None where nothing tells), and what stands there now."""

    then: Vouched | None
    now: Vouched

    @property
    def both(self):
        """[(what changed, as it was, as it is now)]; what it is called and both texts for people."""
        then = self.then or Vouched()
        changed = [name for name in LABELS if not _is_same(name, then, self.now)]
        return [(LABELS[name], _spelled(name, then), _spelled(name, self.now)) for name in changed]

    @property
    def changes(self):
        """[(what changed, its words as (operation, text) pairs)], the operation "same", "added" or "removed"."""
        return [(what, words(then, now)) for what, then, now in self.both]


def vouched(sentences, citation, source):
    """The Vouched of a frozen Citation of a frozen Source by a claim that stands in these sentences."""
    parts = {
        name: normal(getattr(citation, name)) for name in ("stance", "quote", "figure", "unit", "locator")
    }
    known = {name: normal(getattr(source, name)) for name in IDENTIFIERS}
    work = " ".join(filter(None, (first_author(source.csl), str(source.year or ""), source.title)))
    return Vouched("\n".join(map(normal, sentences)), source.key, normal(work), **known, **parts)


def normal(text):
    """Text in its normal form, on one line."""
    return " ".join(canonical.normal_text(str(text)).translate(_UNSEEN).split())


def read(text):
    """The Vouched that was kept as canonical text, or None where nothing was kept, or what cannot be read."""
    try:
        kept = canonical.loads(text)
        told = isinstance(kept, dict) and all(isinstance(part, str) for part in kept.values())
        return canonical.build(Vouched, kept) if told else None
    except ValueError:
        return None


def holds(text, now):
    """Whether what was vouched for, as it was kept, is what stands there now."""
    if not text or text == now.text:
        return bool(text)
    then = read(text)
    return then is not None and all(_is_same(part.name, then, now) for part in fields(Vouched))


def lapse(text, now):
    """The Lapse of a judgement given for `text`, or None while it holds."""
    return None if holds(text, now) else Lapse(read(text), now)


def _is_same(name, then, now):
    was, is_ = getattr(then, name), getattr(now, name)
    if name == "work":
        return _is_same_work(then, now)
    # A number that nobody had looked up yet makes no other work of it; one that is lost or exchanged may.
    return was == is_ or (name in IDENTIFIERS and not was)


def _is_same_work(then, now):
    """Services spell one title in many ways, and leave out or add what stands behind its colon: letters and digits
    tell the work, their beginning where it also has the same number."""
    was, is_ = (folded(side.work) or side.work for side in (then, now))
    numbered = any(getattr(then, name) and getattr(then, name) == getattr(now, name) for name in IDENTIFIERS)
    return was == is_ or (numbered and bool(was and is_) and (was.startswith(is_) or is_.startswith(was)))


def _spelled(name, value):
    text = getattr(value, name)
    return str(Stance(text).label) if name == "stance" and text in Stance.values else text
