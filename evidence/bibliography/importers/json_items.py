"""The items of a JSON export, each with its line, whatever wraps them; a broken item spoils none of its neighbours."""

import json
import re

from django.utils.translation import gettext as _

from evidence.bibliography.importers.records import Problem, Record

# What reading raises on an item of another shape than its format says.
ODD_SHAPES = (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError)
WRAPPERS = ("items", "results", "records", "references")
TELLING = ("title", "DOI", "PMID", "PMCID", "ISBN", "raw", "author")  # any of these says which work it is
_DECODER = json.JSONDecoder()


def read_items(text, csl_of, named, refusal):
    """Records of a JSON export, `csl_of(item)` each; a Problem for what breaks off and, with the words of `refusal`,
    for an item that names none of the variables `named`."""
    number = 0
    for line, item in items_of(text):
        if isinstance(item, json.JSONDecodeError):
            yield Problem(0, item.lineno, _("No JSON can be read here: %(error)s.") % {"error": item.msg})
            continue
        number += 1
        if not isinstance(item, dict) or not any(item.get(name) for name in named):
            yield Problem(number, line, refusal)
            continue
        csl, odd = _understood(sound(item), csl_of)
        if any(csl.get(name) for name in TELLING):
            yield Record(number, line, csl)
            if not csl.get("title") and not csl.get("raw"):
                yield Problem(number, line, _("The record has no title."))
            problems = [
                (name, _("The field “%(name)s” has another shape than usual; it is kept as it was."))
                for name in odd
            ]
        else:
            problems = [("", refusal)]
        for name, message in problems:
            yield Problem(number, line, message % {"name": name} if name else message)


def _understood(item, csl_of):
    """(CSL record of an item, names of its fields that could not be understood); these are kept under `custom`."""
    try:
        return csl_of(item), []
    except ODD_SHAPES:
        odd = [name for name in item if not _reads({name: item[name]}, csl_of)]
    try:
        csl = csl_of({name: value for name, value in item.items() if name not in odd})
    except ODD_SHAPES:
        return {}, odd
    return {**csl, "custom": {**csl.get("custom", {}), **{name: item[name] for name in odd}}}, odd


def _reads(part, csl_of):
    try:
        csl_of(part)
    except ODD_SHAPES:
        return False
    return True


def sound(value):
    """A JSON value whose texts a database takes: no NUL, and "?" for half a surrogate pair, which JSON allows."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [sound(item) for item in value]
    if isinstance(value, dict):
        return {sound(name): sound(item) for name, item in value.items()}
    return value


def items_of(text):
    """(line, item) for each item of a list, of a wrapper's list, or of objects one after another.

    Where a text breaks off, an item is the JSONDecodeError, and reading goes on with the next object that begins a
    line.
    """
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        yield from _salvaged(text)
        return
    lines = _lines_of_items(text)
    for place, item in enumerate(_unwrapped(whole)):
        yield (lines[place] if place < len(lines) else 1), item


def _unwrapped(whole):
    if isinstance(whole, dict) and isinstance(whole.get("message"), dict):
        whole = whole["message"]
    if isinstance(whole, dict):
        for name in WRAPPERS:
            if isinstance(whole.get(name), list):
                return whole[name]
        return [whole]
    return whole if isinstance(whole, list) else [whole]


def _lines_of_items(text):
    """Lines on which the objects of the outermost list begin, found by indentation; a guess good enough to look."""
    line_of = _counted(text)
    found = re.finditer(r"^([ \t]*(?:\[[ \t]*)?)(\{)", text, re.M)
    opened = [(len(m[1]), line_of(m.start(2))) for m in found]
    if len(opened) < 2:
        return [line for _depth, line in opened]
    inner = opened[1:] if opened[0][0] < opened[1][0] and text.lstrip()[0] == "{" else opened
    depth = min(one[0] for one in inner)
    return [line for indent, line in inner if indent == depth]


def _counted(text):
    """A function from a position to its line; asked in rising order, it reads the text once."""
    known = [0, 1]

    def line_of(position):
        known[1] += text.count("\n", known[0], position)
        known[0] = position
        return known[1]

    return line_of


def _salvaged(text):
    position, line_of = 0, _counted(text)
    while found := re.compile(r"\{").search(text, position):
        line = line_of(found.start())
        try:
            item, position = _DECODER.raw_decode(text, found.start())
        except (ValueError, RecursionError) as error:
            if not isinstance(error, json.JSONDecodeError):
                error = json.JSONDecodeError(str(error), text, found.start())
            yield 1, error
            following = re.compile(r"^[ \t]*\{", re.M).search(text, max(found.end(), found.start() + 1))
            if following is None:
                return
            position = following.start()
            continue
        yield from ((line, one) for one in _unwrapped(item))
