"""Names as reference lists print them. Particles stay in front of the family name in all three styles."""

import re

_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}


def inverted(person, *, ordinal=False):
    """ "Rae C", "van der Berg JP Jr", or a group's own name. `ordinal`: "3rd" for "III", as NLM prints it."""
    if person.get("literal"):
        return person["literal"]
    suffix = person.get("suffix", "").rstrip(".")
    if ordinal:
        suffix = _ORDINALS.get(suffix, suffix)
    return " ".join(filter(None, (family(person), initials(person.get("given", "")), suffix)))


def family(person):
    """Family name with its particles; the given name of somebody who has no other."""
    parts = (person.get("dropping-particle"), person.get("non-dropping-particle"), person.get("family"))
    return " ".join(filter(None, parts)) or person.get("given", "")


def initials(given):
    """ "Alison L." → "AL", "Jean-Paul" → "JP"; initials already run together stay ("AL")."""
    return "".join(letters for letters, _ in _letters(given))


def dotted_initials(given):
    """ "Alison L." → "A. L.", "Jean-Paul" → "J.-P."."""
    text = ""
    for letters, hyphen in _letters(given):
        dotted = " ".join(f"{letter}." for letter in letters)
        text += ("-" if hyphen else " " if text else "") + dotted
    return text


def shortened(names, most, shown):
    """Names as a list, and whether the end was left out: all of up to `most`, else the first `shown`."""
    return (names, False) if len(names) <= most else (names[:shown], True)


def _letters(given):
    """[(initial letters of one part of a given name, whether a hyphen stands before it), …]."""
    parts = [part for part in re.split(r"[\s.]+|(?=[-‐‑])", given) if part.strip("-‐‑.,")]
    bare = [part.strip("-‐‑.,'’") for part in parts]
    run_together = all(part.isupper() and len(part) <= 3 for part in bare)
    return [
        (text if run_together else text[0].upper(), part[0] in "-‐‑" and place > 0)
        for place, (part, text) in enumerate(zip(parts, bare, strict=True))
        if text
    ]
