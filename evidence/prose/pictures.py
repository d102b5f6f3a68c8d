"""Notes that stand where a picture stood: no import takes pictures along, and none is dropped silently."""

import re

BEGINNING = "[Picture left out"
_NOTE = re.compile(r"\[Picture left out(?:: (?P<caption>[^\n]*?))?\][ \t]*$", re.M)


def note(caption):
    """The line that stands for a picture, on one line, with the caption's square brackets made round."""
    caption = " ".join(caption.split()).replace("[", "(").replace("]", ")")
    return f"{BEGINNING}: {caption}]" if caption else f"{BEGINNING}]"


def notes(body):
    """The captions of the pictures left out of a body, in order; empty texts where there was none."""
    return tuple(found["caption"] or "" for found in _NOTE.finditer(body))
