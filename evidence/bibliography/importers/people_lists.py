"""Several people in one text, however an export joins them and whichever name it puts first."""

import re

from evidence.bibliography.importers.names import csl_name, is_group, medline_name

LONGEST = 20_000  # characters; what is longer is no list of people
_HARD = re.compile(r"\s*(?:;|\|+|\n|\s/\s|•)\s*")
_JOINED = re.compile(r",?\s+(?:and|&|und|et|y|og|och|e)\s+(?=\S)|\s*&\s*(?=[^\W\d_a-z])")
_INITIALS = r"[^\W\d_a-z]\.?(?:[\s.-]{0,2}[^\W\d_a-z]\.?){0,4}"
_ONLY_INITIALS = re.compile(_INITIALS)
_FAMILY_INITIALS = re.compile(
    rf"(?!{_INITIALS}\s)[^\W\d_][\w'’-]*(?:[\s-][\w'’-]+){{0,4}}\s{_INITIALS}(?:\s(?:Jr|Sr|I{{2,3}}|IV)\.?)?"
)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV)\.?")


def people_of(text):
    """(CSL names of a text, whether their order or their ends are a guess that somebody should look at).

    Semicolons, bars and line ends part people for certain; "and" and "&" do outside of a body's name; commas do
    where the parts show by their form which are names and which are given names or initials.
    """
    text = text.strip().strip(";|").strip()
    if not text or len(text) > LONGEST:
        return ([{"literal": text}] if text else []), bool(text)
    if text.endswith(",") and text.count(",") == 1:
        return [csl_name(text)], False
    people, doubtful = [], False
    chunks = [part for part in _HARD.split(text) if part.strip()]
    for chunk in chunks:
        found, guess = _chunk(chunk.strip())
        people += [one for one in found if one]
        doubtful = doubtful or guess
    return people, doubtful


def _chunk(text):
    """(names, doubtful) of a text without hard separators."""
    if text.startswith("{") or (is_group(text) and "," not in text):
        return [csl_name(text)], False
    joined = [part.strip(" ,") for part in _JOINED.split(text)]
    if len(joined) > 1:
        names = [_commas(part) for part in joined if part]
        return [one for found, _guess in names for one in found], any(guess for _found, guess in names)
    return _commas(text)


def _commas(text):
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return [_single(parts[0])] if parts else [], False
    if is_group(parts[0]) and not any(_is_short(part) or _is_whole(part) for part in parts[1:]):
        return [{"literal": text}], False  # "Ministry of Health, Norway"
    if len(parts) == 2 and (_ONLY_INITIALS.fullmatch(parts[1]) or not all(map(_is_short, parts))):
        return ([_single(part) for part in parts] if all(map(_is_whole, parts)) else [csl_name(text)]), False
    if all(map(_is_short, parts)):
        return [_single(part) for part in parts], False
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):
        return [csl_name(text)], False
    if len(parts) % 2 == 0 and all(_ONLY_INITIALS.fullmatch(part) for part in parts[1::2]):
        return _pairs(parts), False
    if all(map(_is_whole, parts)):
        return [_single(part) for part in parts], False
    # "Quill, Ada, Daggett, Jon" in pairs: the only reading in which nobody is left with half a name.
    return (_pairs(parts) if len(parts) % 2 == 0 else [csl_name(text)]), True


def _pairs(parts):
    return [csl_name(f"{family}, {given}") for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _is_short(part):
    """ "Smith JA", "Berg A.", "Holm L.P." """
    return bool(_FAMILY_INITIALS.fullmatch(part))


def _is_whole(part):
    """Whether a part between commas is a person's whole name, and not a family or a given name alone."""
    words = part.split()
    return len(words) > 1 and not _ONLY_INITIALS.fullmatch(part) and not words[0].islower()


def _single(part):
    if is_group(part):
        return {"literal": part}
    if (
        re.fullmatch(rf".+\s[^\W\d_a-z]{{1,4}}(?:\s{_SUFFIX.pattern})?", part.rstrip("."))
        and "." not in part[:-1]
    ):
        return medline_name(part.rstrip("."))
    return csl_name(part) if " " in part else {"family": part}
