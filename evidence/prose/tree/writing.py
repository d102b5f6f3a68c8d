"""From a block of the tree to Markdown: the plainest text that reads as exactly this block, or a refusal."""

import re
from dataclasses import dataclass, replace

from evidence.prose.tree.canonical import LISTS
from evidence.prose.tree.inline import inline
from evidence.prose.tree.parsing import parse

_RULES = {"left": ":--", "right": "--:", "center": ":-:"}


@dataclass(frozen=True)
class Manner:
    """How to write: the sign of emphasis, how much is escaped (0 what must be, 1 all signs), the signs of lists."""

    emphasis: str = "*"
    escapes: int = 0
    bullet: str = "-"
    point: str = "."


MANNERS = (Manner(), Manner("_"), Manner("*", 1), Manner("_", 1))


def written(node, after=""):
    """Markdown of one block; a list takes another sign than a list that ends before it, whose text is `after`.

    Raises ValueError where Markdown cannot say it: nothing else is ever written.
    """
    for manner in MANNERS:
        text = write(node, unlike(after, manner))
        if parse(text)["content"] == [node]:
            return text
    raise ValueError(f"Markdown cannot say this {node['type']}.")


def unlike(text, manner):
    """The manner with signs of lists that differ from those of a list written before, else the two would be one."""
    if text.startswith("-"):
        return replace(manner, bullet="*")
    return replace(manner, point=")") if re.match(r"\d+\.", text) else manner


def write(node, manner):
    """Markdown of one block in a manner; it may read as something else."""
    kind = node["type"]
    if kind in LISTS:
        return _list(node, manner)
    return _WRITERS[kind](node, manner)


def _paragraph(node, manner):
    return inline(node.get("content", ()), manner)


def _heading(node, manner):
    # Signs at the end would close the heading and vanish.
    said = re.sub(r"(?<!\\)(#+)$", r"\\\1", inline(node.get("content", ()), manner))
    return f"{'#' * node['attrs']['level']} {said}"


def _code(node, manner):
    text = "".join(child["text"] for child in node.get("content", ()))
    runs = [len(run) for run in re.findall(r"`{3,}", text)]
    fence = "`" * max(3, *(run + 1 for run in runs)) if runs else "```"
    return f"{fence}{node['attrs'].get('params') or ''}\n{text}\n{fence}"


def _rule(node, manner):
    return "***"


def _quote(node, manner):
    text = _joined(node.get("content", ()), "\n\n", manner)
    return re.sub("(?m)^", "> ", text).replace("> \n", ">\n")


def _table(node, manner):
    rows = [[_cell(cell, manner) for cell in row["content"]] for row in node["content"]]
    rule = [_RULES.get(cell["attrs"]["align"], "---") for cell in node["content"][0]["content"]]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


def _cell(cell, manner):
    return inline(cell.get("content", ()), manner).replace("|", "\\|").replace("\\\\|", "\\|")


def _list(node, manner):
    attrs = node["attrs"]
    gap = "\n" if attrs.get("tight") else "\n\n"
    lines = []
    for number, item in enumerate(node["content"]):
        sign = (
            f"{attrs['order'] + number}{manner.point} "
            if node["type"] == "ordered_list"
            else f"{manner.bullet} "
        )
        indent = "\n" + " " * len(sign)
        text = sign + _joined(item.get("content", ()), gap, manner).replace("\n", indent)
        lines.append(text.replace(f"{indent}\n", "\n\n"))
    return gap.join(lines)


def _joined(nodes, gap, manner):
    """Blocks behind each other; two lists of one kind take different signs, else they would be one."""
    said, plain = [], replace(manner, bullet="-", point=".")
    for number, node in enumerate(nodes):
        follows = number and nodes[number - 1]["type"] == node["type"]
        said.append(write(node, unlike(said[-1], plain) if follows else plain))
    return gap.join(said)


_WRITERS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "code_block": _code,
    "horizontal_rule": _rule,
    "blockquote": _quote,
    "table": _table,
}
