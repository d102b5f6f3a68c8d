"""Footnote marks in a body: tied to the reference they name, or replaced by what their note says."""

from evidence.prose.blocks import HIDDEN, MARKER, blocks, masked


def with_notes(body, notes, footed, tally):
    """The body with `[^key]` for notes that are references, and other notes in parentheses where they are called.

    `notes` maps labels to texts, `footed` labels to keys. A mark without a note stays as text and is told.
    """
    pieces, position = [], 0
    for block in blocks(body):
        visible = masked(body[block.start : block.end])
        for match in MARKER.finditer(body, block.start, block.end):
            if visible[match.start() - block.start] != HIDDEN:
                continue
            label, before = match[1], body[position : match.start()]
            if label in footed:
                tally.found += 1
                opens = not body[block.start : match.start()].strip()
                pieces += [before if opens else before.rstrip(), f"[^{footed[label]}]"]
            elif label in notes:
                pieces += [*_noted(before, notes[label], body[match.end() :])]
            else:
                tally.undefined.append(label)
                pieces += [before, f"\\{match.group()}"]
            position = match.end()
    return "".join([*pieces, body[position:]])


def _noted(before, note, after):
    """A note in parentheses, put in front of the stop that its mark followed."""
    if before[-1:] in ".,;" and note:
        return before[:-1].rstrip(), f" ({note.rstrip('.')})", before[-1:]
    return before.rstrip(" "), f" ({note.rstrip('.')})"
