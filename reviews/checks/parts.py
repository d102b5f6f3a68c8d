"""An article cut at its sections: what depends on one section alone is asked again only when that section changed.

A rule with `scope=SECTION` is a function of the section, the claims marked in it, the sources these cite, and what
stands above all sections (title, subject, outcomes, the search record, the day, the site's settings). Its answer is
kept by exactly that, so an edit asks nothing of the sections that stayed as they were.
"""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

from django.utils.translation import get_language

from evidence.prose.lexicon import words_tried

HEADER = (
    "title",
    "language",
    "profile",
    "subject",
    "summary",
    "byline",
    "searched_up_to",
    "search",
    "funding",
    "outcomes",
)
KEPT = 8192  # sections: some three hundred articles of usual length


def findings(rules, manuscript, circumstances):
    """The findings of rules that look at one section at a time, over all sections of a manuscript."""
    above = _above(rules, manuscript, circumstances)
    records = {source.key: _record(source, circumstances) for source in manuscript.sources}
    for part in parts(manuscript):
        yield from _kept.get(
            (above, *_key(part, circumstances, records)),
            lambda part=part: tuple(found for rule in rules for found in rule.run(part, circumstances)),
        )


def parts(manuscript):
    """A Manuscript for each section: that section, its claims, and what they cite; all else as it was.

    A claim that is marked twice takes the section of its first sentence along, for that is where its text stands.
    """
    marked = {}
    for key, places in manuscript.placed.items():
        for place in places:
            marked.setdefault(place.section, []).append(key)
    for section in manuscript.sections:
        keys = marked.get(section.key, ())
        first = {manuscript.placed[key][0].section for key in keys} | {section.key}
        claims = tuple(manuscript.claim_by_key[key] for key in keys if key in manuscript.claim_by_key)
        cited = dict.fromkeys(one.source for claim in claims for one in claim.citations)
        known = manuscript.source_by_key
        part = replace(
            manuscript,
            sections=(section,) if len(first) == 1 else _sections(manuscript, first),
            claims=claims,
            sources=tuple(known[key] for key in cited if key in known),
        )
        # The marks are known already, and a claim's first sentence may stand in another section.
        part.__dict__["placed"] = {key: manuscript.placed[key] for key in dict.fromkeys(keys)}
        yield part


class Memory:
    """Answers by key, the least lately used forgotten first."""

    def __init__(self, most):
        self._most, self._known, self._lock = most, OrderedDict(), Lock()

    def get(self, key, answer):
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        found = answer()
        with self._lock:
            self._known[key] = found
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return found

    def cache_clear(self):
        self._known.clear()


_kept = Memory(KEPT)


def _sections(manuscript, keys):
    return tuple(section for section in manuscript.sections if section.key in keys)


def _above(rules, manuscript, circumstances):
    """What every section shares, as one string, so that a look-up compares it at no cost."""
    shared = [getattr(manuscript, name) for name in HEADER]
    codes = [(rule.code, rule.version) for rule in rules]
    now = (circumstances.today, circumstances.settings, words_tried(), get_language())
    return repr((shared, codes, now))


def _key(part, circumstances, records):
    cited = [(claim.key, one.source) for claim in part.claims for one in claim.citations]
    read = tuple(circumstances.verified.get(pair) for pair in cited) if circumstances.verified else ()
    places = tuple(tuple((place.section, place.text) for place in places) for places in part.placed.values())
    lapsed = tuple(circumstances.lapsed.get(pair) for pair in cited) if circumstances.lapsed else ()
    return part.sections, part.claims, tuple(records[one.key] for one in part.sources), places, read, lapsed


def _record(source, circumstances):
    """A source with what changes by itself about it, as something that can be compared."""
    key = source.key
    text = circumstances.stored_texts.get(key, "")
    return (
        repr(source),
        circumstances.updates.get(key, ()),
        circumstances.published_as.get(key, ""),
        (len(text), hash(text)),
    )
