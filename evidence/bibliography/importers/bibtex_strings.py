"""Values of BibTeX fields: quotes and braces off, @string names and `#` put together."""

import re

from evidence.bibliography.importers.dates import MONTHS

_PIECE = re.compile(r'\s*(?:#\s*)?(?:(?P<name>[^\s{}"#,]+)|(?P<other>[{"]))')
LONGEST = 20_000  # characters of one @string
MOST = 5_000_000  # of one value
_SIGN = re.compile(r'(?<!\\)[{}]|"')


def strings_of(pairs):
    """{name: text} of a file's @string definitions, (name, raw value) in its order; each may use those before it.

    A text ends at LONGEST characters, for definitions that double each other fill any memory.
    """
    known = {}
    for name, value in pairs:
        known[name.lower()] = resolved(value, known)[:LONGEST]
    return known


def resolved(value, strings):
    """The text of a raw value such as `jp # " Lett"`; names that no @string explains stand for themselves."""
    value, pieces, position, length = value.strip(), [], 0, 0
    while position < len(value) and length <= MOST:
        found = _PIECE.match(value, position)
        if not found:
            pieces.append(value[position:])
            break
        if found["name"]:
            pieces.append(_named(found["name"], strings))
            position = found.end()
        else:
            end = _end(value, found.start("other"))
            pieces.append(value[found.start("other") + 1 : end])
            position = end + 1
        if pieces[-1].strip().lower() == "and":
            pieces[-1] = " and "  # `"Quill, A." # and # "Daggett, J."`
        length += len(pieces[-1])
    return "".join(pieces).strip()


def _named(name, strings):
    if name.lower() in strings:
        return strings[name.lower()]
    return str(MONTHS.index(name.lower()) + 1) if name.lower() in MONTHS else name


def _end(value, start):
    """Where the braces or quotes that open at `start` close; the end of the text if they never do."""
    depth, opened = 0, value[start]
    for found in _SIGN.finditer(value, start):
        position, sign = found.start(), found.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0 and opened == "{":
                return position
        elif position > start and depth == 0 and opened == '"':
            return position
    return len(value)
