"""The items of a JSON export, each with its line, whatever wraps them; a broken item spoils none of its neighbours."""

import json
import re

from django.utils.translation import gettext as _

from evidence.importers.sources.records import Problem, Record

WRAPPERS = ("items", "results", "records", "references")
_DECODER = json.JSONDecoder()


def read_items(text, csl_of, named, refusal):
    """Records of a JSON export, `csl_of(item)` each; a Problem for what breaks off and, with the words of `refusal`,
    for an item that names none of the variables `named`."""
    number = 0
    for line, item in items_of(text):
        if isinstance(item, json.JSONDecodeError):
            yield Problem(0, item.lineno, _("No JSON can be read here: %(error)s.") % {"error": item.msg})
            continue
        number, item = number + 1, sound(item)
        if isinstance(item, dict) and any(item.get(name) for name in named):
            yield Record(number, line, csl_of(item))
        else:
            yield Problem(number, line, refusal)


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
    except json.JSONDecodeError:
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
    opened = [
        (len(m[1]), text.count("\n", 0, m.start(2)) + 1)
        for m in re.finditer(r"^([ \t]*)(?:\[\s*)?(\{)", text, re.M)
    ]
    if len(opened) < 2:
        return [line for _depth, line in opened]
    inner = opened[1:] if opened[0][0] < opened[1][0] and text.lstrip()[0] == "{" else opened
    depth = min(one[0] for one in inner)
    return [line for indent, line in inner if indent == depth]


def _salvaged(text):
    position, line = 0, 1
    while found := re.compile(r"\{").search(text, position):
        line = text.count("\n", 0, found.start()) + 1
        try:
            item, position = _DECODER.raw_decode(text, found.start())
        except json.JSONDecodeError as error:
            yield 1, error
            following = re.compile(r"^[ \t]*\{", re.M).search(text, max(found.end(), found.start() + 1))
            if following is None:
                return
            position = following.start()
            continue
        yield from ((line, one) for one in _unwrapped(item))
