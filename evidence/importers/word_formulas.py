"""Word's formulas (OMML) on one line, as people read them."""

from evidence.prose.raised import lowered, raised

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def read_formula(node):
    """Text of an `m:oMath` element: "10⁶", "(a + b)/(c)", "√(x)"; every sign of it comes out."""
    return " ".join(_read(node).split())


def _read(node):
    name = node.tag.removeprefix(MATH)
    if name == "t":
        return node.text or ""
    if name == "sSup":
        return _part(node, "e") + raised(_part(node, "sup"))
    if name == "sSub":
        return _part(node, "e") + lowered(_part(node, "sub"))
    if name == "sSubSup":
        return _part(node, "e") + lowered(_part(node, "sub")) + raised(_part(node, "sup"))
    if name == "f":
        return "/".join(_grouped(_part(node, part)) for part in ("num", "den"))
    if name == "rad":
        return f"{_part(node, 'deg')}√({_part(node, 'e')})"
    if name == "d":
        return f"({', '.join(_read(one) for one in node.findall(f'{MATH}e'))})"
    return "".join(_read(child) for child in node if not child.tag.endswith("Pr"))


def _part(node, name):
    found = node.find(f"{MATH}{name}")
    return _read(found).strip() if found is not None else ""


def _grouped(text):
    return text if len(text) < 2 or text.isdecimal() else f"({text})"
