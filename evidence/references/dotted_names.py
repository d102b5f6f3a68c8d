"""Names as APA prints them: points behind initials, "&" before the last."""

from evidence.references.names import dotted_initials, family

MOST_AUTHORS, SHOWN_AUTHORS = 20, 19  # APA 9.8: of 21 or more the first 19, points, and the last


def listed(names):
    """ "Rae, C., & Bates, T. C."; of more than twenty the first nineteen and the last."""
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[:SHOWN_AUTHORS])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def inverted(person):
    """ "Rae, C.", as an entry begins; a group by its own name."""
    if person.get("literal"):
        return person["literal"]
    return ", ".join(filter(None, (family(person), _initials(person), person.get("suffix", ""))))


def upright(person):
    """ "C. Rae", as names stand behind "In" and in brackets (APA 9.28)."""
    if person.get("literal"):
        return person["literal"]
    return " ".join(filter(None, (_initials(person), family(person), person.get("suffix", ""))))


def edited_by(people, written):
    """ "D. Dogwood & E. I. Elm (Eds.)", the names `written` upright or inverted; empty for nobody."""
    return (
        f"{_pair([written(one) for one in people], written)} ({'Eds.' if people[1:] else 'Ed.'})"
        if people
        else ""
    )


def translated_by(people):
    """ "H. Weaver, Trans."."""
    return f"{_pair([upright(one) for one in people], upright)}, Trans." if people else ""


def _pair(names, written):
    return " & ".join(names) if len(names) == 2 and written is upright else listed(names)


def _initials(person):
    return dotted_initials(person.get("given", "")) if person.get("family") else ""
