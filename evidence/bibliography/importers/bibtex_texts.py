"""LaTeX as plain text, and the names in it."""

import re
from functools import lru_cache

from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

from evidence.bibliography.importers.formulas import without_tex
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import csl_name, with_parts
from evidence.prose.raised import lowered, raised

_SIGNS = {
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textbackslash": "\\",
}
_PLAIN = re.compile(r"[\\{}$~%^]|--|``|''")


def people(text):
    """CSL names of "A and B and others"; braces around a whole name make it literal, "others" is nobody."""
    if several := _braced_together(text):
        return several
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


def _braced_together(text):
    """CSL names where braces hold several people at once: "{Quill, Ada; Daggett, Jon}, Marta", "{Quill, A. and Daggett,
    J.}". A body's own name holds no "Family, Given" on both sides of its "and"."""
    if "{" not in text or re.search(r"\sand\s", re.sub(r"\{[^{}]*\}", "", text)):
        return []
    inside = " ".join(latex(text.replace("{", "").replace("}", "")).split())
    listed = re.split(r"\s*;\s*" if ";" in inside else r"\s+and\s+", inside)
    whole = len(listed) > 1 and all(re.fullmatch(r"[^,]+,\s?[^,]+", one) for one in listed)
    return [csl_name(one) for one in listed] if whole else []


def bare(text):
    """An identifier or address without LaTeX's dress: `10.1000/a{\\_}b\\textless{}c` is "10.1000/a_b<c"."""
    for command, sign in _SIGNS.items():
        text = re.sub(rf"\{{?\\{command}(?:\{{\}}|\}}|\s|(?![A-Za-z]))", lambda _m, sign=sign: sign, text)
    text = re.sub(r"\{?\\url\s?\{([^{}]*)\}\}?", r"\1", text)
    return re.sub(r"[{}]", "", re.sub(r"\\([_%&#$~{}])", r"\1", text)).strip()


@lru_cache(maxsize=50_000)
def latex(text):
    """LaTeX as plain text: accents, dashes, mathematics spelled; text without any is left as it is."""
    if not _PLAIN.search(text):
        return words(text)
    try:
        plain = text.replace(r"\textasciicircum{}", "^")  # the library has a modifier letter for it
        told = _converter().latex_to_text(re.sub(r"\\href\{[^{}]*\}", "", _with_formulas(plain)))
    except (
        Exception
    ):  # pylatexenc raises many kinds on unbalanced input; the words are worth more than the accents
        told = re.sub(r"\\[A-Za-z]+\s?|[{}$]", "", text)
    return words(told)


def _with_formulas(text):
    """LaTeX text with raised and lowered figures as Unicode's, which pylatexenc leaves as "^6"."""
    text = re.sub(r"\\text(super|sub)script\{([^{}]{1,60})\}", lambda m: _moved(m[2], m[1] == "super"), text)
    return without_tex(text)


def _moved(said, up):
    return raised(said) if up else lowered(said)


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
