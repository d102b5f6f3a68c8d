"""Names as APA prints them: points behind initials, "&" before the last."""

from evidence.bibliography.references.names import dotted_initials, family, named

MOST_AUTHORS, SHOWN_AUTHORS = 20, 19  # APA 9.8: of 21 or more the first 19, points, and the last


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


def listed(people, written=inverted):
    """ "Rae, C., & Bates, T. C."; of more than twenty the first nineteen and the last."""
    people, more = named(people)
    names = [written(person) for person in people]
    if more:
        return ", ".join([*names, "et al."])
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[:SHOWN_AUTHORS])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    if len(names) == 2 and written is upright:
        return " & ".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def edited_by(people, written=upright):
    """ "D. Dogwood & E. I. Elm (Eds.)"; empty for nobody."""
    return f"{listed(people, written)} ({'Eds.' if people[1:] else 'Ed.'})" if people else ""


def translated_by(people):
    """ "H. Weaver, Trans."; empty for nobody."""
    return f"{listed(people, upright)}, Trans." if people else ""


def _initials(person):
    return dotted_initials(person.get("given", "")) if person.get("family") else ""
