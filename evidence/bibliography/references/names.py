"""Names as reference lists print them. Particles stay in front of the family name in all three styles."""

import re

_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th", "V": "5th"}
# Words that join names and have no initial; behind a given name they belong to the family name ("Silva, Rosa da").
_JOINING = r"(?:da|das|de|del|della|den|der|di|do|dos|du|e|la|le|ten|ter|van|von|y|zu)"
_TRAILING = re.compile(rf"(?<=\S)((?:\s+{_JOINING})+)\s*$")
_NICKNAME = re.compile(r"\s*(?:\([^()]*\)?|\[[^\[\]]*\]?|“[^“”]*”?|\"[^\"]*\"?)\s*")
_EDGES = ",'’()[]“”\""
_WORD = re.compile(r"([-‐‑]?)([^\s.\-‐‑]+)(\.?)")
# An initial of two letters, as names from Greek and Cyrillic have them, is kept: "G. Th." (Citing Medicine, 1A).
_TWO_LETTERS = re.compile(r"(?:[CKPRSTZ]h|Ts|Dz|[IJY][aeou])")


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
    parts = [person.get("dropping-particle"), person.get("non-dropping-particle"), person.get("family")]
    if person.get("family") and (behind := _TRAILING.search(person.get("given", ""))):
        parts.insert(0, " ".join(behind[1].split()))
    return " ".join(filter(None, parts)) or person.get("given", "")


def initials(given):
    """ "Alison L." → "AL", "Jean-Paul" → "JP"; initials already run together stay ("AL")."""
    return "".join(letters for letters, _ in _letters(given))


def dotted_initials(given):
    """ "Alison L." → "A. L.", "Jean-Paul" → "J.-P."."""
    text = ""
    for letters, hyphen in _letters(given):
        dotted = f"{letters}." if letters[1:].islower() else " ".join(f"{letter}." for letter in letters)
        text += ("-" if hyphen else " " if text else "") + dotted
    return text


def named(people):
    """(the people of a list, whether it ends in "et al." or "others" as some bibliographies have it)."""
    last = (people[-1].get("literal") or people[-1].get("family") or "") if people else ""
    more = last.strip(" .").lower() in ("et al", "others", "and others")
    return (people[:-1], True) if more else (people, False)


def shortened(people, most, shown, **printed):
    """The names of people as they are printed inverted, and whether some were left out: all of up to `most`, else
    the first `shown`."""
    people, more = named(people)
    cut = len(people) > most
    return [inverted(person, **printed) for person in (people[:shown] if cut else people)], cut or more


def _letters(given):
    """[(initial letters of one part of a given name, whether a hyphen stands before it), …].

    Nicknames in brackets and words that join names have none; an initial given as two letters keeps both.
    """
    given = _NICKNAME.sub(" ", given).strip() or given
    parts = [
        (hyphen, bare, dot) for hyphen, word, dot in _WORD.findall(given) if (bare := word.strip(_EDGES))
    ]
    named = [part for part in parts if not re.fullmatch(_JOINING, part[1])] or parts
    run_together = all(word.isupper() and len(word) <= 3 for _, word, _ in named)
    return [
        (word if run_together else _initial(word, dot), bool(hyphen) and place > 0)
        for place, (hyphen, word, dot) in enumerate(named)
    ]


def _initial(word, dot):
    return word if dot and _TWO_LETTERS.fullmatch(word) else word[0].upper()
