"""An edited tree back into the Markdown it came from: what nobody touched keeps its bytes, what was touched changes at
the touched words alone."""

import json
import re
from difflib import SequenceMatcher
from itertools import pairwise

from evidence.prose.tree.canonical import LISTS, canonical
from evidence.prose.tree.parsing import parse, pieces
from evidence.prose.tree.writing import written

_LIKE = (1.0, 0.5)  # first blocks that only moved, then blocks half of whose text is still there


def merged(body, tree):
    """The body after an edit; `tree` is what the editor sent.

    Whatever is returned parses to exactly the tree sent (in the canonical form), but for blocks whose emphasis Markdown
    cannot say (a bold part of a word beside a bracket): they lose it and keep their words. Raises ValueError for
    what cannot be said even so.
    """
    if canonical(tree) == parse(body):
        return body
    old = pieces(body)
    known = [node for _start, _end, node in old]
    new = [node if node in known else _sayable(node) for node in canonical(tree)["content"]]
    came_from = _origins([_text(node) for node in known], [_text(node) for node in new])
    texts = [_block(body, old, came_from.get(at), node) for at, node in enumerate(new)]
    out = _put_together(body, old, new, came_from, texts)
    if parse(out)["content"] != new:
        out = _plainly(new, texts)
    if parse(out)["content"] != new:
        raise ValueError("This edit cannot be said in Markdown.")
    return out


def _sayable(node):
    try:
        written(node)
    except ValueError:
        return canonical(_without_emphasis(node))
    return node


def _without_emphasis(node):
    kept = [mark for mark in node.get("marks", ()) if mark["type"] == "link"]
    bare = {name: value for name, value in node.items() if name not in ("marks", "content")}
    content = [_without_emphasis(child) for child in node.get("content", ())]
    return bare | ({"marks": kept} if kept else {}) | ({"content": content} if content else {})


def _text(node):
    return json.dumps(node, sort_keys=True)


def _origins(old, new):
    """{place of a new block: place of the old block that it comes from}."""
    found = {}
    for i, j, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        found |= {j + step: i + step for step in range(size)}
    used = set(found.values())
    for wanted in _LIKE:
        for j in (at for at in range(len(new)) if at not in found):
            rates = [(_likeness(old[i], new[j]), -i) for i in range(len(old)) if i not in used]
            if rates and max(rates)[0] >= wanted:
                found[j] = -max(rates)[1]
                used.add(found[j])
    return found


def _likeness(one, other):
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _block(body, old, origin, node):
    if origin is None:
        return written(node)
    start, end, before = old[origin]
    text = body[start:end]
    return text if before == node else _patched(text, before, node)


def _patched(text, before, after):
    """The block's text with only those words changed that differ between the trees, if it then says exactly `after`;
    else plainly written."""
    plain = written(after)
    try:
        was = written(before)
    except ValueError:
        return plain
    patched = _transplanted(_pieces(was), _pieces(plain), _pieces(text))
    return patched if patched is not None and parse(patched)["content"] == [after] else plain


def _pieces(text):
    return re.findall(r"\w+|\s+|[^\w\s]", text)


def _transplanted(was, now, source):
    """The difference of two plain writings, applied to a third; None where it has no place there."""
    starts, ends = {0: 0}, {}
    for i, k, size in SequenceMatcher(None, was, source, autojunk=False).get_matching_blocks():
        ends |= {i + step: k + step for step in range(size or 1)}
        starts |= {i + step + 1: k + step + 1 for step in range(size or 1)}
    out = source[:]
    for what, i1, i2, j1, j2 in reversed(SequenceMatcher(None, was, now, autojunk=False).get_opcodes()):
        if what == "equal":
            continue
        start, end = starts.get(i1, ends.get(i1)), ends.get(i2, starts.get(i2))
        if start is None or end is None or start > end:
            return None
        out[start:end] = now[j1:j2]
    return "".join(out)


def _put_together(body, old, new, came_from, texts):
    """The blocks with the space that stood between them, and every definition of a link that stood there."""
    out = (body[: old[0][0]] if old else "") + texts[0]
    for at in range(1, len(new)):
        origin, before = came_from.get(at), came_from.get(at - 1)
        neighbours = origin is not None and before is not None and origin == before + 1
        gap = body[old[before][1] : old[origin][0]] if neighbours else "\n\n"
        texts[at] = _apart(new[at - 1], texts[at - 1], new[at], texts[at])
        out += gap + texts[at]
    out += body[old[-1][1] :] if old else ""
    for (_start, end, _node), (start, _end, _next) in pairwise(old):
        between = body[end:start].strip()
        if between and between not in out:
            out += f"\n\n{between}"
    return out


def _apart(before, text_before, node, text):
    """The text of a list that came to stand behind another of its kind: with another sign, else they would be one."""
    if before["type"] != node["type"] or node["type"] not in LISTS or _sign(text_before) != _sign(text):
        return text
    return written(node, text_before)


def _sign(text):
    return re.match(r"[-*+]|\d+([.)])", text)[0][-1:]


def _plainly(nodes, texts):
    """The blocks below each other, each written anew that would say something else behind those before it."""
    done = []
    for at, node in enumerate(nodes):
        said = "\n\n".join([*done, texts[at]])
        right = parse(said)["content"] == nodes[: at + 1]
        done.append(texts[at] if right else written(node, done[-1] if done else ""))
    return "\n\n".join(done)
