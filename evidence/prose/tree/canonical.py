"""The one form of a tree that Markdown can say: trees from the browser are brought into it before they are compared.

Emphasis neither begins nor ends with a space or a marker, a marker stands outside a link's words, a table is square
with one alignment a column, a list is tight or loose as a whole.
"""

import json

RANK = ("link", "strong", "em", "code", "sup", "sub")
INNER = ("code", "sup", "sub")  # hold plain words alone
BREAK = ("hard_break", "")
TEXT_BLOCKS = ("paragraph", "heading", "table_cell", "table_header")
LISTS = ("bullet_list", "ordered_list")
ATTRS = {
    "heading": ("level",),
    "bullet_list": ("tight",),
    "ordered_list": ("order", "tight"),
    "code_block": ("params",),
    "table_cell": ("align",),
    "table_header": ("align",),
}


def canonical(node):
    """A tree from the browser in the form that `parse` gives."""
    kind = node["type"]
    if kind == "text":
        return {"type": "text", "text": node["text"]}
    if kind in TEXT_BLOCKS:
        content = canonical_inline(list(_items(node)))
    else:
        content = [canonical(child) for child in node.get("content", ())]
    if kind == "doc":
        content = [child for child in content if child != {"type": "paragraph"}] or [{"type": "paragraph"}]
    if kind == "table":
        _square(content)
    if kind in LISTS:
        node = node | {"attrs": node["attrs"] | {"tight": is_tight(node, content)}}
    attrs = {name: value for name, value in node.get("attrs", {}).items() if name in ATTRS.get(kind, ())}
    return {"type": kind} | ({"attrs": attrs} if attrs else {}) | ({"content": content} if content else {})


def canonical_inline(items):
    """Inline nodes of [(letter or (type, key), {(mark, attributes as JSON)})], in the canonical form."""
    for what, marks in items:
        if isinstance(what, tuple):
            # Markdown would not read a link whose words hold a marker.
            marks -= {mark for mark in marks if mark[0] in (*INNER, "link")}
    _trim_marks(items)
    items = _trimmed(items)
    out = []
    for at, (what, marks) in enumerate(items):
        if what == " " and BREAK in (_beside(items, at, -1), _beside(items, at, 1)):
            continue
        _append(out, what, _ordered(marks))
    return out


def _items(node):
    for child in node.get("content", ()):
        marks = {
            (mark["type"], json.dumps(mark["attrs"]) if mark["type"] == "link" else "")
            for mark in child.get("marks", ())
        }
        if child["type"] == "text":
            yield from ((" " if letter in "\n\r\t" else letter, set(marks)) for letter in child["text"])
        elif child["type"] == "claim":
            yield ("claim", child["attrs"]["key"]), marks
        else:
            # Headings and cells are one line.
            yield BREAK if node["type"] == "paragraph" else " ", marks


def _trim_marks(items):
    """Take every mark but code from the spaces and markers at its ends."""
    for mark in {mark for _what, marks in items for mark in marks if mark[0] != "code"}:
        for order in (items, items[::-1]):
            inside = False
            for what, marks in order:
                inside = mark in marks and (inside or (what != " " and not isinstance(what, tuple)))
                if not inside:
                    marks.discard(mark)


def _trimmed(items):
    first, last = 0, len(items)
    while first < last and items[first][0] in (" ", BREAK):
        first += 1
    while last > first and items[last - 1][0] in (" ", BREAK):
        last -= 1
    return items[first:last]


def _beside(items, at, step):
    """The next thing before (-1) or from (1) a place on that is no space."""
    return next((what for what, _marks in items[at::step] if what != " "), None)


def _ordered(marks):
    ranked = sorted(marks, key=lambda mark: RANK.index(mark[0]))
    return [{"type": kind} | ({"attrs": json.loads(attrs)} if attrs else {}) for kind, attrs in ranked]


def _append(out, what, marks):
    if isinstance(what, tuple):
        node = {"type": what[0]} | ({"attrs": {"key": what[1]}} if what[1] else {})
    elif out and out[-1]["type"] == "text" and out[-1].get("marks", []) == marks:
        out[-1]["text"] += what
        return
    else:
        node = {"type": "text", "text": what}
    out.append(node | ({"marks": marks} if marks else {}))


def is_tight(node, content):
    """A list with two paragraphs in one item is loose; a single short item is tight, since nothing could tell."""
    pairs = [
        (one["type"], next_["type"])
        for item in content
        for one, next_ in zip(item["content"], item["content"][1:], strict=False)
    ]
    if len(content) == 1 and not pairs:
        return True
    return node["attrs"]["tight"] and ("paragraph", "paragraph") not in pairs


def _square(rows):
    """One row of heads, equal widths, one alignment a column."""
    width = max(len(row["content"]) for row in rows)
    aligned = [cell["attrs"]["align"] for cell in rows[0]["content"]] + [None] * width
    for number, row in enumerate(rows):
        row["content"] += [{"type": "table_cell"} for _missing in range(width - len(row["content"]))]
        for cell, align in zip(row["content"], aligned, strict=False):
            cell |= {"type": "table_cell" if number else "table_header", "attrs": {"align": align}}
