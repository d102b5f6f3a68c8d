"""How programs dress a page by styles and classes, brought into plain elements before its attributes are cleaned away:
raised by a style sheet, Word's lists and titles, and what is not meant for readers, which is left out and told."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

SHOWN = 40  # characters of the place that are told
_RULE = re.compile(r"(?P<names>[^{}@]{1,400})\{(?P<said>[^{}]{0,2000})\}")
_CLASS = re.compile(r"\.([\w-]{1,60})\s*(?:,|$)")
_UP = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.I)
_DOWN = re.compile(r"vertical-align\s*:\s*(?:sub|text-bottom)\b", re.I)
_GONE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.I)
_LEVEL = re.compile(r"mso-list\s*:[^;]{0,40}\blevel(\d)", re.I)
_NOTES = re.compile(r"(?:foot|end)notes?|references?|citations?|bibliograph|reflist|sources", re.I)
_COMMENT = re.compile(r"^#cmnt(?:_ref)?\d+$")


def undress(soup):
    """Change a parsed page in place; returns sentences on what was left out, with its place."""
    sheet = _sheet(soup)
    told = _without_comments(soup) + _without_hidden(soup, sheet) + _without_changes(soup)
    for node in soup.find_all(["span", "font", "a"]):
        said = _style(node, sheet)
        if _BULLET.search(said):
            node.decompose()
        elif (_UP.search(said) or _DOWN.search(said)) and node.find_parent(["sup", "sub"]) is None:
            node.wrap(soup.new_tag("sup" if _UP.search(said) else "sub"))
    for node in soup.find_all("p", class_="MsoTitle"):
        node.name, node["class"] = "h1", ["title"]
    _list_items(soup)
    return told


def _sheet(soup):
    """{class: declarations} of the page's own style sheet."""
    found = {}
    for style in soup.find_all("style"):
        for rule in _RULE.finditer(style.get_text()[:500_000]):
            for name in _CLASS.findall(rule["names"].strip()):
                found[name] = f"{found.get(name, '')};{rule['said']}"
    return found


def _style(node, sheet):
    if node.attrs is None:
        return ""
    return ";".join([*(sheet.get(name, "") for name in node.get("class") or ()), node.get("style") or ""])


def _without_comments(soup):
    """Comments of Google Docs: a mark in the text and a box at the end, each linked to the other."""
    places = []
    for link in soup.find_all("a", href=_COMMENT):
        if link.decomposed:
            continue
        if link["href"].startswith("#cmnt_ref"):
            (link.find_parent("div") or link.find_parent("p") or link).decompose()
        else:
            holder = link.find_parent("sup")
            places.append(_place(link))
            (holder if holder is not None and holder.get_text() == link.get_text() else link).decompose()
    said = ngettext(
        "%(count)d comment is left out: at %(places)s.",
        "%(count)d comments are left out: at %(places)s.",
        len(places),
    )
    return [said % {"count": len(places), "places": _listed(places)}] if places else []


def _without_hidden(soup, sheet):
    places = []
    for node in soup.find_all(
        lambda one: one.name not in ("html", "body", "head") and _is_hidden(one, sheet)
    ):
        if node.decomposed:
            continue
        if node.get_text(strip=True) and node.name not in ("script", "style", "template"):
            places.append(_place(node))
        node.decompose()
    said = ngettext(
        "%(count)d hidden passage is left out: at %(places)s.",
        "%(count)d hidden passages are left out: at %(places)s.",
        len(places),
    )
    return [said % {"count": len(places), "places": _listed(places)}] if places else []


def _is_hidden(node, sheet):
    """Lists of references that a page folds away until somebody asks for them are meant for readers."""
    if not node.has_attr("hidden") and not _GONE.search(_style(node, sheet)):
        return False
    return not any(
        _NOTES.search(" ".join([*(one.get("class") or ()), one.get("id") or ""]))
        for one in [node, *node.find_all(True, limit=200)]
    )


def _without_changes(soup):
    told = []
    gone = [node for node in soup.find_all("del") if node.find_parent("del") is None]
    if gone:
        places = [_place(node) for node in gone]
        for node in gone:
            node.decompose()
        said = ngettext(
            "%(count)d deleted passage is left out: at %(places)s.",
            "%(count)d deleted passages are left out: at %(places)s.",
            len(gone),
        )
        told.append(said % {"count": len(gone), "places": _listed(places)})
    if fresh := soup.find_all("ins"):
        said = ngettext(
            "%(count)d insertion that nobody has accepted yet is read as text: at %(places)s.",
            "%(count)d insertions that nobody has accepted yet are read as text: at %(places)s.",
            len(fresh),
        )
        told.append(said % {"count": len(fresh), "places": _listed([_place(node) for node in fresh])})
    return told


def _list_items(soup):
    """Paragraphs that Word's web pages number as list items, as a list with its levels."""
    items = [
        (node, found) for node in soup.find_all("p") if (found := _LEVEL.search(node.get("style") or ""))
    ]
    chain = []
    for node, found in items:
        level = int(found[1])
        before = node.find_previous_sibling()
        if not chain or before is not chain[0][1]:
            top = soup.new_tag("ul")
            node.insert_before(top)
            chain = [(level, top)]
        while len(chain) > 1 and chain[-1][0] > level:
            chain.pop()
        if level > chain[-1][0] and (last := chain[-1][1].find_all("li", recursive=False)):
            inner = soup.new_tag("ul")
            last[-1].append(inner)
            chain.append((level, inner))
        node.extract()
        node.name = "li"
        chain[-1][1].append(node)


def _place(node):
    """What stands before or around a passage, so that a person finds it: the heading above, or the words before."""
    heading = node.find_previous(["h1", "h2", "h3", "h4", "h5", "h6"])
    words = " ".join(heading.get_text().split())[:SHOWN] if heading is not None else ""
    return f"“{words}”" if words else _("the beginning")


def _listed(places):
    return ", ".join(list(dict.fromkeys(places))[:8])
