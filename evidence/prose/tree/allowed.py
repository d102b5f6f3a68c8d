"""What a tree from a browser may be, asked before anything else is done with it: types, attributes, depth, size."""

import re

from evidence.prose.tree.canonical import RANK, TEXT_BLOCKS

DEEPEST, MOST_NODES, LONGEST = 12, 20_000, 400_000  # levels, nodes, letters of one section
BLOCKS = (
    "paragraph", "heading", "bullet_list", "ordered_list", "blockquote", "code_block", "horizontal_rule", "table",
)  # fmt: skip
CHILDREN = {
    "doc": BLOCKS,
    "bullet_list": ("list_item",),
    "ordered_list": ("list_item",),
    "list_item": BLOCKS,
    "blockquote": BLOCKS,
    "table": ("table_row",),
    "table_row": ("table_cell", "table_header"),
    "code_block": ("text",),
    "horizontal_rule": (),
    **dict.fromkeys(TEXT_BLOCKS, ("text", "claim", "hard_break")),
}
NEEDED = (
    "doc",
    "bullet_list",
    "ordered_list",
    "list_item",
    "blockquote",
    "table",
    "table_row",
)  # hold at least one
_KEY = re.compile(r"[A-Za-z0-9_-]{1,40}\Z")
_ADDRESS = re.compile(r"(?:https?://|mailto:|[/#?])", re.I)
_ALIGN = (None, "left", "right", "center")


def checked(tree):
    """The tree, if it is one that our schema can make. Raises ValueError, saying what is wrong, for anything else."""
    _refuse(not isinstance(tree, dict) or tree.get("type") != "doc", "it is no document")
    left = {"nodes": MOST_NODES, "letters": LONGEST}
    _check(tree, left, 0)
    return tree


def _refuse(wrong, why):
    if wrong:
        raise ValueError(f"This is no text of the editor: {why}.")


def _check(node, left, depth):
    kind = node["type"]
    left["nodes"] -= 1
    _refuse(depth > DEEPEST, "it is nested too deeply")
    _refuse(left["nodes"] < 0, "it is too large")
    content = node.get("content", [])
    _refuse(not isinstance(content, list), "its parts are no list")
    _refuse(not content and kind in NEEDED and kind != "doc", f"{kind} is empty")
    _check_attrs(kind, node.get("attrs") or {})
    for child in content:
        _refuse(not isinstance(child, dict) or child.get("type") not in CHILDREN[kind], f"a part of {kind}")
        if child["type"] in ("text", "claim", "hard_break"):
            _check_inline(child, left, plain=kind == "code_block")
        else:
            _check(child, left, depth + 1)


def _check_attrs(kind, attrs):
    _refuse(not isinstance(attrs, dict), "attributes")
    if kind == "heading":
        _refuse(attrs.get("level") not in (1, 2, 3, 4, 5, 6), "the level of a heading")
    elif kind in ("bullet_list", "ordered_list"):
        _refuse(not isinstance(attrs.get("tight"), bool), "a list that is neither tight nor loose")
        order = attrs.get("order", 1)
        _refuse(type(order) is not int or not 0 <= order <= 999_999_999, "the first number of a list")
    elif kind == "code_block":
        said = attrs.get("params") or ""
        _refuse(not isinstance(said, str) or bool(re.search(r"[\n`]", said)), "the language of code")
    elif kind in ("table_cell", "table_header"):
        _refuse(attrs.get("align") not in _ALIGN, "the alignment of a cell")


def _check_inline(node, left, plain):
    if node["type"] == "text":
        text = node.get("text")
        _refuse(not isinstance(text, str) or not text or "\0" in text, "its words")
        left["letters"] -= len(text)
        _refuse(left["letters"] < 0, "it is too long")
    if node["type"] == "claim":
        key = (node.get("attrs") or {}).get("key")
        _refuse(not isinstance(key, str) or not _KEY.match(key), "the key of a marker")
    marks = node.get("marks", [])
    _refuse(not isinstance(marks, list) or (plain and bool(marks)), "marks")
    for mark in marks:
        _refuse(not isinstance(mark, dict) or mark.get("type") not in RANK, "a mark")
        if mark["type"] == "link":
            _check_link(mark.get("attrs") or {})


def _check_link(attrs):
    href, title = attrs.get("href"), attrs.get("title")
    _refuse(not isinstance(href, str) or not _ADDRESS.match(href) or "\n" in href, "the address of a link")
    _refuse(title is not None and (not isinstance(title, str) or "\n" in title), "the title of a link")
