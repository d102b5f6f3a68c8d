"""What stands above a Markdown text between "---" (simple YAML) or "+++" (TOML) lines."""

import re
import tomllib

from django.utils.translation import gettext as _

_FENCED = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"^([A-Za-z][\w -]*?)\s*:(?:\s+(.*))?$")


def front_matter(text):
    """({name in small letters: text or list of texts}, the text after it); ({}, text) where there is none.

    Raises ValueError, naming the line, for TOML that cannot be read; of YAML only what articles use is read: pairs,
    lists, folded text. What is not understood stays out and is lost to nobody, for the file is kept by its owner.
    """
    found = _FENCED.match(text)
    if not found:
        return {}, text
    if found[1] == "+++":
        try:
            pairs = tomllib.loads(found[2])
        except tomllib.TOMLDecodeError as error:
            raise ValueError(_("front matter: %(error)s") % {"error": error}) from error
    else:
        pairs = _yaml(found[2].split("\n"))
        if not pairs:
            return {}, text
    return {str(name).lower().strip(): value for name, value in pairs.items()}, text[found.end() :]


def _yaml(lines):
    pairs, name = {}, None
    for line in lines:
        pair = _PAIR.match(line)
        if pair:
            name, value = pair[1], (pair[2] or "").strip()
            pairs[name] = "" if value in (">", "|", ">-", "|-") else _scalar(value)
        elif name and (item := re.match(r"^\s*-\s+(.*)$", line)):
            pairs[name] = [*(pairs[name] if isinstance(pairs[name], list) else []), _item(item[1])]
        elif name and line.strip() and line[0].isspace():
            pairs[name] = _continued(pairs[name], line.strip())
    return pairs


def _scalar(value):
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(part) for part in value[1:-1].split(",") if part.strip()]
    return _unquoted(value)


def _item(text):
    """A list item; of "name: Jane Doe" only the value, for by-lines list people so."""
    pair = re.match(r"(?:name|author)\s*:\s+(.*)$", text.strip(), re.I)
    return _unquoted(pair[1] if pair else text)


def _continued(value, line):
    if isinstance(value, list):
        return [*value[:-1], _with_role(value[-1], line)] if value else value
    return f"{value} {_unquoted(line)}".strip()


def _with_role(person, line):
    pair = re.match(r"(?:role|title|credentials|position)\s*:\s+(.*)$", line, re.I)
    return f"{person}, {_unquoted(pair[1])}" if pair else person


def _unquoted(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text
