"""Names as exports write them, to CSL names: particles and suffixes in their own parts, bodies as literals."""

import re

from evidence.bibliography.references.parsing.heads import is_body

_SUFFIX = re.compile(r"^(?:Jr|Sr|[IVX]{2,4}|\d(?:st|nd|rd|th))\.?$")
_SHORT = re.compile(r"(?:[a-z]+ )*[^\W\d_a-z][^\W\d_]*[a-z][\w'’\-]* [^\W\d_a-z]{1,3}")  # Smith JA
_PARTICLE = re.compile(
    r"^((?:(?:van|von|der|den|dem|de|del|della|di|da|dos|das|do|du|la|le|ten|ter|te|zu|zur|vom|bin|ibn|al|el|af)\s+)+)"
    r"(?=[^\W\d_a-z])"
)
_DOTTED = r"[^\W\d_a-z]\.(?:[\s-]?[^\W\d_a-z]\.){0,3}"
_WORD = r"(?:[^\W\d_a-z][\w'’-]*|(?:van|von|der|den|de|del|di|da|dos|du|la|le|ten|ter|bin|ibn|al|el|y)(?=\s))"
_FAMILY_DOTTED = re.compile(rf"(?P<family>{_WORD}(?:\s{_WORD}){{0,3}})\s(?P<given>{_DOTTED})")
_DOTTED_FAMILY = re.compile(rf"(?P<given>{_DOTTED})\s?(?P<family>{_WORD}(?:\s{_WORD}){{0,3}})")
_UPRIGHT = re.compile(
    r"[^\W\d_a-z][^\W\d_]*[a-z'’-][^\W\d_]*(?:\s[^\W\d_a-z]\.?)?(?:\s[a-z]{2,3}){0,2}\s[^\W\d_a-z][\w'’]*[a-z][\w'’-]*"
)
_OF_A_BODY = re.compile(
    r"\b(?:Alliance|Club|Coalition|Company|Consumers?|Corporation|Forum|Hospitals?|Inc|Initiative|Journal|Laborator\w+|"
    r"League|Limited|Ltd|Movement|News|Partnership|Press|Project|Registry|School|Stud(?:y|ies)|Survey|System|Teams?|Trial|"
    r"Trialists|Unit|Universit\w+|Writers|Working)\b|\b(?:of|for|the)\b"
)
LONGEST = 1000  # characters of one name; what is longer is kept as it stands


def is_group(text):
    """Whether a name is a body's or a group's, by a word that no person's name has."""
    return is_body(text) or bool(_OF_A_BODY.search(text))


def csl_name(text):
    """A CSL name of "Family, Given", "Family, Given, Jr" or, without a comma, of a body or of one person: "Berg A.",
    "M. Dahl", "Ada Quill". A name of another form stays as it stands."""
    text = re.sub(r"(?<=\w)[.]?[*†‡§¶]+$", "", " ".join(str(text or "").split()).strip(" ;")).strip()
    if len(text) > LONGEST:
        return {"literal": text}
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
        return _without_comma(parts[0] if len(parts) == 1 else text)
    family, rest = parts[0], parts[1:]
    suffix = next((part for part in rest if _SUFFIX.match(part)), "")
    given = " ".join(part for part in rest if part != suffix)
    return with_parts(family, given, suffix)


def _without_comma(text):
    if is_group(text) or " " not in text:
        return {"literal": text} if is_group(text) else {"family": text}
    if found := _FAMILY_DOTTED.fullmatch(text) or _DOTTED_FAMILY.fullmatch(text):
        return with_parts(found["family"], found["given"])
    return upright_name(text) if _UPRIGHT.fullmatch(text) else {"literal": text}


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
