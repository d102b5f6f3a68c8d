"""Words read with what governs them: what is asked, quoted, supposed, denied or only said of others is not asserted."""

import re

from evidence.prose.lexicon import lexicon
from evidence.prose.modality import is_question, negated
from evidence.prose.patterns import patterns
from evidence.prose.said import said

_SUPPOSED = re.compile(
    r"\b(?:whether|if|to (?:see|find out|learn|test|determine|assess|establish|know|check|make sure|ensure)|"
    r"unless|who|what|which|"
    r"why|how|ask(?:s|ed)?|hop(?:e|es|ed|ing)|want(?:s|ed)?|wish(?:es|ed)?|imagine|suppose)\b[^,;:.]*$",
    re.I,
)
_SAID_BY_OTHERS = re.compile(
    r"\b(?:sellers?|makers?|vendors?|manufacturers?|advertis\w+|labels?|brands?|retailers?|marketers?|"
    r"influencers?|compan(?:y|ies)|"
    r"leaflets?|critics|myths?|rumou?rs?|legends?|folklore|some (?:say|claim|people say))\b[^.;]*$|\b(?:is|"
    r"are|was|were) (?:often |also |"
    r"widely )?(?:claimed|said|believed|rumou?red|alleged|touted|marketed|promoted|advertised)\b[^.;]*$",
    re.I,
)


def plain(text):
    """What a text says itself, offsets kept; empty where it asks."""
    return "" if is_question(text) else said(text)


def found(text, *names, lists=(), denied=True, others=True):
    """[(start, words)] of the patterns `names` and the lexicons `lists` in a text, in reading order, without what is
    asked, quoted or supposed, and without what a site took out of the lists; `denied` and `others` let pass what is
    denied and what is told as the word of others."""
    text = plain(text)
    places = [
        (match.start(), match.group()) for name in names for match in patterns(name).regex.finditer(text)
    ]
    known = [lexicon(name) for name in lists]
    places = [one for one in places if not any(each.took_out(one[1]) for each in known)]
    places += [(start, words) for each in known for start, _end, words in each.find(text)]
    return sorted(one for one in set(places) if not _is_governed(text, one[0], denied, others))


def first(text, *names, **options):
    """The first words of `found`, or an empty string."""
    return next((words for _start, words in found(text, *names, **options)), "")


def _is_governed(text, start, denied, others):
    before = text[:start]
    if _SUPPOSED.search(before):
        return True
    return bool((denied and negated(text, start)) or (others and _SAID_BY_OTHERS.search(before)))
