"""Footnote definitions in Markdown: taken out of the text, each under its label."""

import re

_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")


def without_footnotes(text):
    """(the text without its footnote definitions, ((label, text), …) in order)."""
    kept, notes, fenced, label = [], [], False, None
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        found = None if fenced else _DEFINITION.match(line)
        if found:
            label = found[1]
            notes.append((label, found[2].strip()))
        elif (
            label is not None and not fenced and _continues(line, kept_blank=bool(kept) and kept[-1] is None)
        ):
            notes[-1] = (label, f"{notes[-1][1]} {line.strip()}".strip())
        else:
            if line.strip():
                label = None
            kept.append(line)
    return "\n".join(kept), tuple(notes)


def _continues(line, kept_blank):
    """Indented lines and the rest of a paragraph belong to the note before them; a blank line ends it."""
    return (
        bool(line.strip()) and not kept_blank and (line.startswith((" ", "\t")) or not line.startswith("#"))
    )
