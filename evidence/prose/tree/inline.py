"""The words of a block as Markdown: marks opened and closed in order, signs escaped where they would say something."""

import json
import re

from evidence.prose.tree.canonical import INNER

_ENDS = {"strong": "**", "sup": "^", "sub": "~"}
_SIGNS = re.compile(r"[\\`*_\[\]<>&~^|!]")
# What would be read as a sign where it stands; everything else stays as it was typed.
_TELLING = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[*`]|(?<!\w)_|_(?!\w)|\[(?=\^)|\[(?=[^\[\]]*\][(\[:])|<(?=[A-Za-z/!?])|&(?=#?\w+;)"
    r"|[~^](?=\S*[~^])"
)
_LINE_START = re.compile(r"(?m)^(#{1,6}(?=\s|$)|[+-](?=\s|$)|>|=+$|-+$|~~~)|^(\d{1,9})(?=[.)](?:\s|$))")


def inline(content, manner):
    """Markdown of inline nodes; `manner` says how emphasis is written and how much is escaped."""
    out, open_marks = "", []
    for at, node in enumerate(content):
        marks = _marks(node)
        out += _closing(open_marks, marks, manner) + _opening(open_marks, marks, content[at:], manner)
        out += _said(node, {kind for kind, _attrs in marks}, manner)
    out += _closing(open_marks, [], manner)
    # Python and Markdown alike strip such spaces at the ends of a block.
    out = re.sub("^\xa0|\xa0$", "&nbsp;", out)
    return _LINE_START.sub(lambda m: f"{m[2]}\\" if m[2] else f"\\{m[0]}", out)


def _marks(node):
    return [(mark["type"], json.dumps(mark.get("attrs"))) for mark in node.get("marks", ())]


def _closing(open_marks, marks, manner):
    """Close what ends here, and what stands inside a mark that must open within it."""
    out, fresh = "", set(marks) - set(open_marks)
    while open_marks and (not set(open_marks) <= set(marks) or (fresh and open_marks[-1][0] in INNER)):
        kind, attrs = open_marks.pop()
        out += _target(json.loads(attrs)) if kind == "link" else _end(kind, manner)
    return out


def _opening(open_marks, marks, rest, manner):
    """Open what begins here, the longest first, so that marks nest."""
    out = ""
    fresh = [mark for mark in marks if mark not in open_marks]
    for mark in sorted(fresh, key=lambda mark: (mark[0] in INNER, -_reach(mark, rest))):
        open_marks.append(mark)
        out += "[" if mark[0] == "link" else _end(mark[0], manner)
    return out


def _reach(mark, rest):
    return next((number for number, node in enumerate(rest) if mark not in _marks(node)), len(rest))


def _end(kind, manner):
    return manner.emphasis if kind == "em" else _ENDS.get(kind, "")


def _said(node, kinds, manner):
    if node["type"] == "claim":
        return f"[^{node['attrs']['key']}]"
    if node["type"] == "hard_break":
        return "\\\n"
    if "code" in kinds:
        return _code(node["text"])
    text = (_SIGNS if manner.escapes else _TELLING).sub(r"\\\g<0>", node["text"])
    return text.replace(" ", "\\ ") if kinds & {"sup", "sub"} else text


def _code(text):
    """A code span whose fence is longer than any run of its signs, padded where a sign stands at its end."""
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    ends = text[0], text[-1]
    pad = " " if "`" in ends or (ends == (" ", " ") and text.strip()) else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _target(attrs):
    href = attrs["href"] or ""
    if re.search(r"[\s<>]|^$", href) or href.count("(") != href.count(")"):
        href = f"<{href}>"
    title = ' "{}"'.format(attrs["title"].replace('"', '\\"')) if attrs["title"] else ""
    return f"]({href}{title})"
