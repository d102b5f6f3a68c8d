"""From Markdown to the editor's tree: `{"type": "doc", "content": [block, …]}`, every block in the canonical form."""

import json

from evidence.prose.parser import parser
from evidence.prose.tree.canonical import BREAK, LISTS, canonical_inline, is_tight

_PARSER = parser()
_NAMES = {"tr": "table_row", "th": "table_header", "td": "table_cell", "hr": "horizontal_rule"}


def parse(body):
    """The tree of a body; an empty body is one empty paragraph."""
    return {
        "type": "doc",
        "content": [node for _start, _end, node in pieces(body)] or [{"type": "paragraph"}],
    }


def pieces(body):
    """[(start, end, node)] of every block at the top; between them lie blank lines and the definitions of links."""
    starts = [0]
    for line in body.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found, stack = [], []
    for token in _PARSER.parse(body):
        if token.type == "inline":
            stack[-1]["content"] = _inline(token.children)
        elif token.nesting == -1 and not _is_group(token):
            _finish(stack.pop())
        elif not _is_group(token):
            node = _opened(token, stack)
            if token.level == 0:
                start = starts[token.map[0]]
                # A list's last lines may be blank; they belong to the space between the blocks.
                text = body[start : starts[token.map[1]]].rstrip(" \t\n")
                found.append((start, start + len(text), node))
    return found


def _is_group(token):
    """thead and tbody: the tree's tables are rows alone."""
    return token.type.rsplit("_", 1)[0] in ("thead", "tbody")


def _opened(token, stack):
    node = _block(token)
    if token.hidden and len(stack) > 1:
        stack[-2]["attrs"]["tight"] = True
    if stack:
        stack[-1]["content"].append(node)
    if token.nesting == 1:
        stack.append(node)
    return node


def _finish(node):
    if not node.get("content"):
        node.pop("content", None)
    if node["type"] == "list_item" and "content" not in node:
        node["content"] = [{"type": "paragraph"}]
    if node["type"] in LISTS:
        node["attrs"]["tight"] = is_tight(node, node["content"])


def _block(token):
    kind = token.type.rsplit("_", 1)[0]
    if kind in ("fence", "code") or token.type == "code_block":
        return _code(token)
    node = {"type": _NAMES.get(kind, kind)}
    if kind == "heading":
        node["attrs"] = {"level": int(token.tag[1])}
    elif kind in LISTS:
        order = {"order": int(token.attrGet("start") or 1)} if kind == "ordered_list" else {}
        node["attrs"] = order | {"tight": False}
    elif kind in ("th", "td"):
        node["attrs"] = {"align": (token.attrGet("style") or ":").split(":")[1] or None}
    return node | ({"content": []} if token.nesting == 1 else {})


def _code(token):
    node = {"type": "code_block", "attrs": {"params": token.info}}
    text = token.content.removesuffix("\n")
    return node | ({"content": [{"type": "text", "text": text}]} if text.strip("\n") else {})


def _inline(tokens):
    items, marks = [], []
    for token in tokens:
        kind = token.type.rsplit("_", 1)[0]
        if token.nesting == 1:
            attrs = {"href": token.attrGet("href"), "title": token.attrGet("title")}
            marks.append((kind, json.dumps(attrs) if kind == "link" else ""))
        elif token.nesting == -1:
            marks.pop()
        elif token.type == "claim_marker":
            items.append((("claim", token.content), set(marks)))
        elif token.type == "hardbreak":
            items.append((BREAK, set(marks)))
        else:
            text = " " if token.type == "softbreak" else token.content
            held = {("code", "")} if token.type == "code_inline" else set()
            items += [(letter, {*marks, *held}) for letter in text]
    return canonical_inline(items)
