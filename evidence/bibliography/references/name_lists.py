"""Names in running text: where an author list ends, and the CSL names in it."""

import re

UPPER = "".join(character for character in map(chr, range(0x530)) if character.isupper())
PARTICLES = (
    r"van|von|der|den|dem|de|del|della|di|da|dos|das|do|du|la|le|ten|ter|te|zu|zur|vom|bin|ibn|al|el|af|y"
)
_WORD = rf"(?:[dlD][’'])?[{UPPER}][\w’'‐‑\-]*(?:(?<=-)\s[a-z]+)?"
_INITIALS = rf"[{UPPER}]{{1,2}}\.?(?:\s?[-‐‑]?\s?[{UPPER}]\.?){{0,4}}(?!\w)"
_FAMILY = rf"(?:(?:{PARTICLES})\s+)*{_WORD}(?:\s(?:{PARTICLES}))*(?:\s{_WORD}){{0,2}}"
_GIVEN = rf"{_WORD}(?:[\s\-][{UPPER}][\w’'‐‑]+)*(?:\s[{UPPER}]\b\.?){{0,2}}"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV)\b\.?)?"
_INVERTED = rf"{_FAMILY}{_SUFFIX},\s?(?:{_INITIALS}|{_GIVEN}){_SUFFIX}"
_UPRIGHT = (
    rf"(?:{_INITIALS}\s?|{_WORD}\s)(?:{_INITIALS}\s?|{_WORD}\s){{0,2}}(?:(?:{PARTICLES})\s)*{_WORD}{_SUFFIX}"
)
_VANCOUVER = rf"{_FAMILY}\s(?:(?:[{UPPER}]\.-?){{1,4}}|[{UPPER}]{{1,4}})(?!\w){_SUFFIX}"
_AND = r"(?:\s*(?:[,;]+\s?(?:(?:&|and|et|und|y)\s)?|\s(?:&|and|et|und|y)\s)\s*)"
_REST = r"(?:,?\s(?:\.\s?\.\s?\.|…)\s?)?(?:[,;]?\s+et\.? al\.?)?"
_EDITORS = r"(?:\s?\((?:[Ee]ds?|Hrsg|[Ee]ditors?)\.?\))?"
_END = r"(?:(?<=\.)|(?=[.,:;(\[]|\s[(\[\"“«‘']|$))"
_STYLES = ((_VANCOUVER, _VANCOUVER), (_INVERTED, _INVERTED), (_INVERTED, _UPRIGHT), (_UPRIGHT, _UPRIGHT))
_LISTS = [
    re.compile(rf"(?P<first>{first})(?P<others>(?:{_AND}{other})*){_REST}{_EDITORS}{_END}")
    for first, other in _STYLES
]
_OTHERS = [re.compile(rf"{_AND}({other})") for _, other in _STYLES]
_REPEATED = re.compile(r"(?:[—–_-]\s?){2,}\.?")
_LOWER_PREFIX = re.compile(rf"((?:(?:{PARTICLES})\s+)+)(?=\S)")


def author_list(text):
    """The author list that `text` begins with, empty for none that is recognised."""
    if match := _REPEATED.match(text):
        return match.group()
    match, _ = _longest(text)
    return match.group() if match else ""


def parse_names(text):
    """CSL names of an author list such as "Rae C, Digney AL" or "Rae, C., & Digney, A. L."; empty where it is none."""
    match, others = _longest(text)
    if not match:
        return []
    return [parse_name(name) for name in (match["first"], *others.findall(match["others"]))]


def _longest(text):
    """(the list grammar that takes most of the text, as a match; how its further names look).

    A list of initials without points ends at its own full stop: what stands behind is the title.
    """
    matches = [(pattern.match(text), others) for pattern, others in zip(_LISTS, _OTHERS, strict=True)]
    vancouver = matches[0][0]
    if vancouver and "." not in vancouver.group().removesuffix("et al."):
        return matches[0]
    return max(matches, key=lambda found: found[0].end() if found[0] else 0)


def parse_name(text):
    """One CSL name from "Family, Given, Jr", "Family GM" or "Given Family"; one word alone is a literal."""
    text = " ".join(text.split()).strip(",; ")
    if "," in text:
        family, *rest = (part.strip() for part in text.split(","))
        suffix = [part for part in rest if _is_suffix(part)]
        given = " ".join(part for part in rest if not _is_suffix(part))
        return _name(family, given, suffix[0] if suffix else "")
    words = text.split()
    if len(words) < 2:
        return {"literal": text}
    suffix = words.pop() if _is_suffix(words[-1]) and len(words) > 2 else ""
    if re.fullmatch(rf"[{UPPER}]{{1,4}}|(?:[{UPPER}]\.-?)+", words[-1]):
        return _name(" ".join(words[:-1]), words[-1], suffix)
    start = len(words) - 1
    while start > 1 and re.fullmatch(PARTICLES, words[start - 1]):
        start -= 1
    return _name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_suffix(text):
    return bool(re.fullmatch(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", text))


def _name(family, given, suffix=""):
    """Particles in small letters in front of the family name are CSL's non-dropping ones."""
    particle = _LOWER_PREFIX.match(family)
    parts = {
        "family": family[particle.end() :] if particle else family,
        "given": given,
        "non-dropping-particle": particle[1].strip() if particle else "",
        "suffix": suffix,
    }
    return {name: part for name, part in parts.items() if part}
