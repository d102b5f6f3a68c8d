"""The lines of a tagged format (RIS, MEDLINE): tag, value and line number, folded lines joined."""

from dataclasses import dataclass


@dataclass
class Line:
    """`tag` is empty for a line that belongs to nothing before it; `apart`: a blank line stands above."""

    number: int
    tag: str
    value: str
    apart: bool = False


def lines_of(text, match, joint=" ", closing=(), listed=(), indented=False):
    """Lines of a text; `match(line)` gives (tag, value) for a line with a tag, else None. Others continue the one
    before, blank lines between them or not, with `joint`, or with a line end for the tags `listed`.

    There is nothing to continue after a tag that closes a record, and where folded lines are `indented`, after a blank
    line for one that is not.
    """
    current, blank = None, False
    for number, raw in enumerate(text.split("\n"), start=1):
        if found := match(raw):
            if current:
                yield current
            current = Line(number, *found, apart=blank)
            if current.tag in closing:
                yield current
                current = None
        elif raw.strip() and (current is None or (indented and blank and not raw[:1].isspace())):
            yield Line(number, "", raw.strip())
        elif raw.strip():
            between = "\n" if current.tag in listed else joint
            current.value = f"{current.value}{between}{raw.strip()}".strip()
        blank = not raw.strip()
    if current:
        yield current
