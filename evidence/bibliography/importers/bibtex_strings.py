"""Values of BibTeX fields: quotes and braces off, @string names and `#` put together."""

import re

from evidence.bibliography.importers.dates import MONTHS

_PIECE = re.compile(r'\s*(?:#\s*)?(?:(?P<name>[^\s{}"#,]+)|(?P<other>[{"]))')

_SIGN = re.compile(r'(?<!\\)[{}]|"')


def resolved(value, strings):
    """The text of a raw value such as `jp # " Lett"`; names that no @string explains stand for themselves."""
    value, pieces, position = value.strip(), [], 0
    while position < len(value):
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
    return "".join(pieces).strip()


def _named(name, strings):
    if name.lower() in strings:
        return resolved(
            strings[name.lower()], {key: text for key, text in strings.items() if key != name.lower()}
        )
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
