"""What a sentence says itself: clauses, quotations opened unless somebody else is named as saying them, and whom the
words speak of.

Quotation marks alone make nothing another's words: “restores memory” without a speaker is said by the page.
"""

import re

from evidence.prose.lexicon import lexicon
from evidence.prose.modality import populations, unquoted

_MARKS = re.compile(r"[“”\"‘]|(?<!\w)’|’(?!\w)")
_INSIDE = re.compile(r"“([^”]*)”|\"([^\"]*)\"|‘([^’]{3,})’")
_SPEAKS = re.compile(
    r"\b(?:say(?:s|ing)?|said|call(?:s|ed)?|writ(?:es?|ten|ing)|wrote|print(?:s|ed)?|claim(?:s|ed)?|stat(?:es|ed)|"
    r"report(?:s|ed)?|conclud(?:es?|ed)|describ(?:es?|ed)|quot(?:es?|ed)|nam(?:es|ed)|term(?:s|ed)|advertis\w+|"
    r"promis(?:es?|ed)|label\w*|word(?:s|ed)|reads?|titled?|asks?|asked|according to|leaflet|slogan|known as)\b",
    re.I,
)
_CLAUSES = re.compile(
    r"[;:]|\s[–—-]\s|—|,\s+(?=(?:and|but|or|so|yet|which|who|whose|while|whereas|although|though|because|since|as|for|"
    r"nor|with|it|they|this|these)\b)|\s(?=(?:but|whereas|although|because|so that)\b)",
    re.I,
)
# ", first tested in rats," is said by the way: it is no place where the finding holds.
_ASIDE = re.compile(
    r"(?:,\s+|\()(?:(?:first|once|long|often|originally|already|well|widely|also) ){0,2}\w+(?:ed|wn|en|ing)\b"
    r"[^,;()]{0,60}(?:,|\))",
    re.I,
)


def said(text):
    """Text with what others are quoted as saying blanked, and all other quotation marks; offsets are kept."""
    if _MARKS.search(text) is None:
        return text
    rest = unquoted(text)
    return rest if _SPEAKS.search(rest) else _MARKS.sub(" ", text)


def quoted(text):
    """What stands in the quotation marks of a text, in order."""
    return tuple(next(filter(None, found.groups()), "") for found in _INSIDE.finditer(text))


def clauses(text):
    """The clauses of a sentence, so far as punctuation and joining words part them."""
    return [part.strip(" ,.") for part in _CLAUSES.split(text) if part and part.strip(" ,.")]


# Whom a word for people does not name: cells of theirs, and animals grown up.
_IN_CELLS = re.compile(
    r"\b(?:lines?|cultures?|slices?|samples?|dish(?:es)?) of (?:[\w-]+ ){0,4}?(?:cells?|neurons?|tissues?)\b|"
    r"\b(?:brain|nerve|kidney|liver|skin|blood|muscle|immune|tumou?r|cancer|isolated|human) cells\b",
    re.I,
)
_NOT_THEM = re.compile(
    r"\bhuman(?= (?:[\w-]+ ){0,3}?(?:cells?|tissues?|neurons?|lines?|samples?|serum|plasma|liver|kidney|brain)\b)|"
    r"\bas (?:young )?adults\b|\badult(?= (?:rats?|mice|mouse|animals?|male|female))",
    re.I,
)


def without_asides(text):
    """Text without what is said by the way, between commas or in brackets."""
    return _ASIDE.sub(" ", text)


def speaks_of(text):
    """{"people" | "animals" | "cells": words}: whom a clause is about; what is named by the way does not count."""
    text = _NOT_THEM.sub(" ", without_asides(text))
    named, cells = populations(text), _IN_CELLS.search(text)
    return {**named, "cells": cells.group()} if cells and "cells" not in named else named


def attributed(text):
    """Whether a sentence reports what somebody else says."""
    return bool(
        lexicon("attribution").first(text) or (_INSIDE.search(text) and _SPEAKS.search(unquoted(text)))
    )
