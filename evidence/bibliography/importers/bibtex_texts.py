"""LaTeX as plain text, and the names in it."""

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import with_parts

_PLAIN = re.compile(r"[\\{}$~%^]|--|``|''")


def people(text):
    """CSL names of "A and B and others"; braces around a whole name make it literal, "others" is nobody."""
    found = []
    for part in _split(text, r"\s+and\s+"):
        part = part.strip()
        if not part or part.lower() == "others":
            continue
        if part.startswith("{") and part.endswith("}") and _closes_last(part):
            found.append({"literal": latex(part[1:-1])})
        else:
            found.append(_person(part))
    return found


@lru_cache(maxsize=50_000)
def latex(text):
    """LaTeX as plain text: accents, dashes, mathematics spelled; text without any is left as it is."""
    if not _PLAIN.search(text):
        return words(text)
    try:
        plain = text.replace(r"\textasciicircum{}", "^")  # the library has a modifier letter for it
        told = _converter().latex_to_text(re.sub(r"\\href\{[^{}]*\}", "", plain))
    except (
        Exception
    ):  # pylatexenc raises many kinds on unbalanced input; the words are worth more than the accents
        told = re.sub(r"\\[A-Za-z]+\s?|[{}$]", "", text)
    return words(told)


@lru_cache(maxsize=1)
def _converter():
    return LatexNodes2Text(latex_context=get_default_latex_context_db(), math_mode="text", keep_comments=True)


def _person(part):
    parts = [latex(one) for one in _split(part, r",")]
    if len(parts) == 1:
        names = [latex(one) for one in _split(part, r"\s+") if one.strip()]
        place = len(names) - 1
        while place > 1 and names[place - 1][:1].islower():
            place -= 1
        lower = [number for number in range(1, len(names) - 1) if names[number][:1].islower()]
        place = lower[0] if lower else place
        return (
            with_parts(" ".join(names[place:]), " ".join(names[:place]))
            if len(names) > 1
            else {"family": names[0]}
        )
    family, given = parts[0], parts[-1]
    suffix = parts[1] if len(parts) > 2 else ""
    return with_parts(family, given, suffix)


def _split(text, between):
    """Parts of a text cut where `between` matches outside of braces."""
    parts, depth, start, position = [], 0, 0, 0
    pattern = re.compile(between)
    while position < len(text):
        letter = text[position]
        depth += (letter == "{") - (letter == "}")
        found = pattern.match(text, position) if depth == 0 else None
        if found and found.end() > position:
            parts.append(text[start:position])
            start = position = found.end()
        else:
            position += 1
    return [*parts, text[start:]]


def _closes_last(part):
    depth = 0
    for position, letter in enumerate(part):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return position == len(part) - 1
    return False
