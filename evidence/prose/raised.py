"""Raised and lowered words in Markdown, `10^3^` and `CO~2~`: how they are parsed, and how they read on one line.

A raised figure must never read as another number: "10^3^" is "10³" to every rule that reads, not "103".
"""

import re

from mdit_py_plugins.subscript import sub_plugin
from mdit_py_plugins.superscript import superscript_plugin

_SUP = re.compile(r"(?<!\\)\^((?:\\[!-/:-@\[-`{-~]|[^\s^\\\[\]])+)\^")
_SUB = re.compile(r"(?<=[^\s~\\])~((?:\\[!-/:-@\[-`{-~]|[^\s~\\])+)~(?!~)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_UP = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_DOWN = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


def enable(parser):
    """Let a MarkdownIt read `^…^` and `~…~`; returns it.

    A lowered word stands behind what it belongs to: in "~5–~10 mg" the signs say "about" and stay.
    """
    parser.use(superscript_plugin).use(sub_plugin)
    lowered = next(rule.fn for rule in parser.inline.ruler.__rules__ if rule.name == "sub")

    def attached(state, silent):
        before, behind = state.src[: state.pos][-1:], state.src[state.pos + 1 :][:1]
        if not before or before.isspace() or "~" in (before, behind):
            return False
        return lowered(state, silent)

    parser.inline.ruler.at("sub", attached)
    return parser


def on_the_line(text):
    """Text with `^…^` and `~…~` as Unicode's raised and lowered figures; words without a figure just stand there."""
    return _SUB.sub(lambda m: _figure(m[1], _DOWN, "_"), _SUP.sub(lambda m: _figure(m[1], _UP, "^"), text))


def raised(said):
    """Words raised above the line, as they read on it: "6" is "⁶", "−6.5" is "^(−6.5)", "th" stays "th"."""
    return _figure(said, _UP, "^")


def lowered(said):
    """Words lowered below the line, as they read on it: "2" is "₂", "max" stays "max"."""
    return _figure(said, _DOWN, "_")


def _figure(said, table, sign):
    said = _ESCAPE.sub(r"\1", said)
    if not re.search(r"\d", said):
        return said
    moved = said.translate(table)
    return moved if not set(moved) & set(said) else f"{sign}({said})"
