"""The one reading of a body's Markdown: CommonMark without raw HTML and pictures, with tables, claim markers, raised
and lowered words. What readers get, what the editor shows and what is stored all follow from it."""

import re

from markdown_it import MarkdownIt

from evidence.prose import raised

MARKER = re.compile(r"(?<!\\)\[\^([A-Za-z0-9_-]+)\]")


def parser():
    """A new MarkdownIt for bodies; a marker `[^c3]` is a token "claim_marker" whose content is its key."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    raised.enable(made)
    # Before the raised words, so that the sign in "[^c1]" raises nothing.
    made.inline.ruler.before("link", "claim_marker", _marker)
    return made


def _marker(state, silent):
    match = MARKER.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("claim_marker", "", 0).content = match[1]
    state.pos = match.end()
    return True
