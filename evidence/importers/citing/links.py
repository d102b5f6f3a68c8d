"""Numbers in the text that link straight to a source, as health sites print them: ([1](https://…))."""

import re

from evidence.prose.blocks import blocks

_LINK = r"\[(?P<label>\d{1,3})(?:\s*(?:trusted|verified|reliable)?\s*source)?\s*\]\((?P<url>https?://[^()\s]+)(?:\s+\"[^\"]*\")?\)"
_LINKED = re.compile(_LINK, re.I)
_GROUP = re.compile(
    rf"[(\[]?\s*(?:{_LINK.replace('?P<label>', '?:').replace('?P<url>', '?:')}[\s,;]*)+[)\]]?", re.I
)


def linked_references(bodies, references):
    """(bodies with plain brackets for such links, (label, raw) of those that no reference list explains)."""
    known = {reference.label for reference in references}
    found, changed = {}, []
    for body in bodies:
        for block in reversed(blocks(body)):
            raw = body[block.start : block.end]
            body = (
                body[: block.start]
                + _GROUP.sub(lambda m: _bracketed(m, known, found), raw)
                + body[block.end :]
            )
        changed.append(body)
    return changed, sorted(found.items(), key=lambda pair: int(pair[0]))


def _bracketed(match, known, found):
    labels = []
    for link in _LINKED.finditer(match.group()):
        labels.append(link["label"])
        if link["label"] not in known:
            found.setdefault(link["label"], link["url"])
    before = (
        ""
        if match.group()[0] in "[(" and match.group()[-1] in ")]"
        else match.group()[0].strip("[0123456789")
    )
    return f"{before}\u2060[{','.join(labels)}]"
