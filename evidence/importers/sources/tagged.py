"""The lines of a tagged format (RIS, MEDLINE): tag, value and line number, folded lines joined."""

from dataclasses import dataclass


@dataclass
class Line:
    """`tag` is empty for a line that belongs to nothing before it."""

    number: int
    tag: str
    value: str


def lines_of(text, match, joint=" ", closing=()):
    """Lines of a text; `match(line)` gives (tag, value) for a line with a tag, else None. Others continue the one
    before, blank lines between them or not; after a tag that closes a record there is nothing to continue."""
    current = None
    for number, raw in enumerate(text.split("\n"), start=1):
        if found := match(raw):
            if current:
                yield current
            current = Line(number, *found)
            if current.tag in closing:
                yield current
                current = None
        elif raw.strip() and current:
            current.value = f"{current.value}{joint}{raw.strip()}".strip()
        elif raw.strip():
            yield Line(number, "", raw.strip())
    if current:
        yield current
