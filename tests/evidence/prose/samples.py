"""Texts that a regular expression matches, one for each way through its alternatives."""

import re._parser as parser

MOST = 2000
CLASSES = {"CATEGORY_WORD": "x", "CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "5"}


def samples(pattern):
    """Texts made of every alternative, each repeat taken as seldom as it may be and once more; what a look-ahead asks
    for stands there too. Not each of them need match: what must not stand there is passed over."""
    return _of(parser.parse(pattern))


def _of(nodes):
    texts = [""]
    for op, argument in nodes:
        texts = [before + after for before in texts for after in _one(str(op), argument)][:MOST]
    return texts


def _one(op, argument):
    if op == "LITERAL":
        return [chr(argument)]
    if op == "BRANCH":
        return [text for branch in argument[1] for text in _of(branch)]
    if op == "SUBPATTERN":
        return _of(argument[3])
    if op in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, node = argument
        return [text * times for times in {least, min(least + 1, most)} for text in _of(node)]
    if op == "IN":
        return [_member(str(kind), value) for kind, value in argument]
    if op == "ASSERT":
        return _of(argument[1])
    return [""] if op in ("ASSERT_NOT", "AT") else ["x"]


def _member(kind, value):
    if kind == "CATEGORY":
        return CLASSES.get(str(value), "x")
    return "~" if kind == "NEGATE" else chr(value if kind == "LITERAL" else value[0])
