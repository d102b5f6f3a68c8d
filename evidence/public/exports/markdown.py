"""A Manuscript as Markdown that people can read and write: TOML between "+++" lines, then its sections.

A section's heading carries its key and kind: `## Side effects {#s4 harms}`. Cited sources are named by their keys and
stand beside it as CSL-JSON.
"""

import json
import re

from evidence.canonical import plain
from evidence.importers.manuscripts import FENCE, HEADING


def markdown(manuscript):
    """The Markdown text of a Manuscript; `manuscripts.read` gives the same Manuscript back from it and its sources."""
    said = plain(manuscript)
    said.pop("sources", None)
    sections = said.pop("sections", [])
    said["sources"] = [source.key for source in manuscript.sources]
    pairs = [f"{name} = {_listed(value)}" for name, value in said.items()]
    return "\n".join([FENCE, *pairs, FENCE, "", *(_section(section) for section in sections)])


def _section(section):
    heading = f" {section['heading']}" if section.get("heading") else ""
    first = f"{'#' * section.get('level', 2)}{heading} {{#{section['key']} {section.get('kind', 'other')}}}"
    body = HEADING.sub(lambda found: found.group().replace("{#", "\\{#"), section.get("body", ""))
    return f"{first}\n\n{body}\n" if body else f"{first}\n"


def _listed(value):
    """A TOML value; the parts of a longer list go on lines of their own."""
    if isinstance(value, list) and len(value) > 1:
        return "[\n" + "".join(f"  {_value(item)},\n" for item in value) + "]"
    return _value(value)


def _value(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_name(name)} = {_value(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        # TOML's basic strings are JSON's, but for one control character.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return json.dumps(value)


def _name(name):
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _value(name)
