"""Names as exports write them, to CSL names: particles and suffixes in their own parts, bodies as literals."""

import re

from evidence.bibliography.references.parsing.heads import is_body

_SUFFIX = re.compile(r"^(?:Jr|Sr|[IVX]{2,4}|\d(?:st|nd|rd|th))\.?$")
_SHORT = re.compile(r"(?:[a-z]+ )*[^\W\d_a-z][^\W\d_]*[a-z][\w'’\-]* [^\W\d_a-z]{1,3}")  # Smith JA
_PARTICLE = re.compile(
    r"^((?:(?:van|von|der|den|dem|de|del|della|di|da|dos|das|do|du|la|le|ten|ter|te|zu|zur|vom|bin|ibn|al|el|af)\s+)+)"
    r"(?=[^\W\d_a-z])"
)


def csl_name(text):
    """A CSL name of "Family, Given", "Family, Given, Jr" or, without a comma, of a body or a name as it stands."""
    text = " ".join(str(text or "").split()).strip(" ;")
    if not text:
        return None
    if text.startswith("{") and text.endswith("}"):
        return {"literal": text.strip("{}")}
    if text.endswith(",") and text.count(",") == 1:
        return {"literal": text[:-1].strip()}  # EndNote's way to write a body
    if _SHORT.fullmatch(text) and not is_body(text):
        return medline_name(text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2 or is_body(text):
        return (
            {"literal": text}
            if is_body(text) or " " in text.strip()
            else {"family": parts[0] if parts else text}
        )
    family, rest = parts[0], parts[1:]
    suffix = next((part for part in rest if _SUFFIX.match(part)), "")
    given = " ".join(part for part in rest if part != suffix)
    return with_parts(family, given, suffix)


def with_parts(family, given="", suffix=""):
    """A CSL name from its parts; a particle in front of the family name stands by itself."""
    name = {}
    if found := _PARTICLE.match(family):
        name["non-dropping-particle"], family = found[1].strip(), family[found.end() :]
    name |= {"family": family, "given": given, "suffix": suffix}
    return {part: value for part, value in name.items() if value}


def medline_name(text):
    """A CSL name of PubMed's short form "van der Berg AB Jr"."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""
    if len(words) > 1 and re.fullmatch(r"[^\W\d_a-z]{1,4}", words[-1]):
        return with_parts(" ".join(words[:-1]), words[-1], suffix)
    return {"literal": text} if len(words) > 1 else {"family": text}


def upright_name(text):
    """A CSL name of "Given van der Family": the last word and the particles before it are the family name."""
    words = text.split()
    if len(words) < 2 or is_body(text):
        return {"literal": text} if text else None
    place = len(words) - 1
    while place > 1 and words[place - 1][:1].islower():
        place -= 1
    return with_parts(" ".join(words[place:]), " ".join(words[:place]))
