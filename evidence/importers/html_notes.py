"""Notes, raised figures and pictures in HTML, brought into the forms that the Markdown reader knows."""

import re

from bs4 import NavigableString

from evidence.importers.citing.reference_lists import is_list_heading
from evidence.importers.raw_html import picture_note
from evidence.importers.superscripts import cited_or_raised
from evidence.prose.raised import lowered

_BACK = re.compile(r"^[\s↑↩︎^⏎\ufe0e\ufe0f]*(?:[a-z](?:\s+[a-z])*)?[\s↑↩︎^⏎]*$")
_MARK = re.compile(r"^\s*[\[(]?\s*(?:\d{1,3}|[a-z*†‡]|[ivxlc]{2,7})\s*[\])]?\s*$")


def link_notes(article):
    """Turn links from a mark in the text to a note at the end into footnotes: `[^label]` and `[^label]: text`."""
    targets = {node["id"]: node for node in article.find_all(id=True)}
    targets |= {node["name"]: node for node in article.find_all("a", attrs={"name": True})}
    noted, names = {}, {}
    for link in article.select('a[href^="#"]'):
        if link.decomposed:
            continue
        label = link["href"][1:]
        note = _note(targets.get(label))
        if note is None or not _MARK.match(link.get_text()) or note in link.parents:
            continue
        if number := _number_in_list(note):
            link.replace_with(NavigableString(number if link.find_parent("sup") else f"[{number}]"))
            _without_back_links(note)
            continue
        noted.setdefault(label, note)
        mark = link.find_parent("sup") or link
        if mark.name == "sup" and len(mark.find_all("a")) > 1:
            mark = link
        mark.replace_with(NavigableString(_marked(_name(label, names))))
    for label, note in noted.items():
        _as_definition(note, _name(label, names))


def raise_figures(article):
    """Turn raised figures into citations or into raised characters."""
    for node in article.find_all("sup"):
        before = node.previous_sibling
        text = before.get_text() if before is not None else ""
        inner = node.get_text()
        if "\ue021" in inner:
            node.replace_with(NavigableString(inner.replace(",", "").strip()))
        else:
            after = node.next_sibling.get_text() if node.next_sibling is not None else ""
            node.replace_with(NavigableString(cited_or_raised(inner, text[-30:], after[:1])))
    for node in article.find_all("sub"):
        node.replace_with(NavigableString(lowered(node.get_text().strip())))


def replace_pictures(article):
    """Put a note with the caption in a picture's place; a picture that says nothing is decoration and goes."""
    for figure in article.find_all("figure"):
        if figure.find("img") is None:
            continue
        caption = figure.find("figcaption")
        said = caption.get_text(" ") if caption else figure.find("img").get("alt", "")
        figure.replace_with(_paragraph(article, said))
    for image in article.find_all("img"):
        said = image.get("alt") or image.get("title") or ""
        holder = image.find_parent("p")
        if not said.strip():
            image.decompose()
        elif holder is not None and not holder.get_text(strip=True):
            holder.replace_with(_paragraph(article, said))
        else:
            image.replace_with(NavigableString(f" {picture_note(said).strip()} "))


def _note(node):
    """The element that holds a whole note, given the target of a link: a list item or a paragraph of its own."""
    if node is None:
        return None
    for one in [node, *node.parents]:
        if one.name in ("li", "p", "dd", "div", "aside"):
            return one if len(one.get_text()) < 3000 else None
        if one.name in ("h1", "h2", "h3", "h4", "h5", "h6", "section", "article"):
            return None
    return None


def _number_in_list(note):
    """The number of an entry of the numbered reference list: such a list is kept whole, for other marks cite it too."""
    listed = note.parent
    if note.name != "li" or listed.name != "ol":
        return ""
    heading = note.find_previous(["h1", "h2", "h3", "h4", "h5", "h6"])
    if heading is None or not is_list_heading(heading.get_text()):
        return ""
    start = listed.get("start", "1")
    place = listed.find_all("li", recursive=False).index(note)
    return str((int(start) if start.isdecimal() else 1) + place)


def _without_back_links(note):
    for back in note.select('a[href^="#"]'):
        first = note.get_text().lstrip().startswith(back.get_text().strip())
        if _BACK.match(back.get_text()) or (first and _MARK.match(back.get_text())):
            back.decompose()


def _as_definition(note, label):
    _without_back_links(note)
    text = " ".join(note.get_text(" ").split())
    text = re.sub(r"^\W*\^\s*|\s+(?=[.,;:)])|^\[?\d{1,3}[\].)]+\s+", "", text.lstrip("↑^ "))
    paragraph = NavigableString(f"\n\n\ue022{label}\ue023 {text}\n\n")
    listed = note.find_parent(["ol", "ul"]) if note.name == "li" else None
    (listed or note).insert_before(paragraph)
    note.decompose()
    if listed is not None and not listed.get_text(strip=True):
        listed.decompose()


def _marked(label):
    return f"\ue021{label}\ue023"


def _name(label, names):
    """A label of letters that Markdown gives no meaning; two ids never share one."""
    if label not in names:
        bare = re.sub(r"[^A-Za-z0-9]+", "-", label).strip("-") or "note"
        names[label] = bare if bare not in names.values() else f"{bare}-{len(names) + 1}"
    return names[label]


def _paragraph(article, said):
    root = [*article.parents][-1] if article.parent is not None else article
    paragraph = root.new_tag("p")
    paragraph.string = picture_note(said).strip()
    return paragraph
