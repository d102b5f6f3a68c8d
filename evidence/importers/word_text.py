"""A Word file's text made plain before it is converted: headings by any route under one style a level, what is hidden
left out and told, raised figures raised, formulas as words, citation fields as marks of the records inside them."""

import re
from xml.etree import ElementTree

from django.utils.translation import ngettext

from evidence.importers.word_fields import Fields
from evidence.importers.word_formulas import read_formula
from evidence.importers.word_styles import WORD, is_on, outline_level, said

SHOWN = 40  # characters of a place that are told
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
HEADING, TITLE = "VouchHeading", "VouchTitle"  # ids of styles that the converter is told of
DEEPEST_HEADING = 6


def made_plain(root, styles, sources):
    """(list of sentences on what was left out, {label: CSL record} of the citation fields) of a document's root, which
    is changed in place. `sources` are the records of Word's own source list by their tags."""
    place, left, fields = "", {"hidden": [], "deleted": [], "comment": [], "inserted": []}, Fields(sources)
    for paragraph in list(root.iter(f"{WORD}p")):
        fields.replace_in(paragraph)
        _count_changes(paragraph, place, left)
        _hide(paragraph, styles, place, left)
        for run in paragraph.iter(f"{WORD}r"):
            _raise(run, styles)
        _write_formulas(paragraph)
        _style(paragraph, styles)
        if _paragraph_style(paragraph).startswith(HEADING):
            place = _words(paragraph)[:SHOWN]
    fields.define_in(root.find(f"{WORD}body"))
    return _told(left), fields.records


def styles_added(root):
    """The style part with a style for each level of heading and one for the title."""
    names = [f"{HEADING}{level}" for level in range(1, DEEPEST_HEADING + 1)] + [TITLE]
    for name in names:
        style = ElementTree.SubElement(
            root, f"{WORD}style", {f"{WORD}type": "paragraph", f"{WORD}styleId": name}
        )
        ElementTree.SubElement(style, f"{WORD}name", {f"{WORD}val": name})
    return root


def _hide(paragraph, styles, place, left):
    by_paragraph = styles.hides(_paragraph_style(paragraph))
    for parent in list(paragraph.iter()):
        for run in list(parent):
            if run.tag != f"{WORD}r":
                continue
            properties = run.find(f"{WORD}rPr")
            shown = properties is not None and properties.find(f"{WORD}vanish") is not None
            hidden = is_on(properties, f"{WORD}vanish") or is_on(properties, f"{WORD}webHidden")
            if hidden or (not shown and (by_paragraph or styles.hides(said(properties, "rStyle")))):
                if _words(run):
                    left["hidden"].append(place)
                parent.remove(run)


def _count_changes(paragraph, place, left):
    for name, kind in (
        ("del", "deleted"),
        ("moveFrom", "deleted"),
        ("ins", "inserted"),
        ("moveTo", "inserted"),
    ):
        left[kind] += [place] * sum(1 for one in paragraph.iter(f"{WORD}{name}") if _all_words(one))
    left["comment"] += [place] * sum(1 for _one in paragraph.iter(f"{WORD}commentReference"))


def _raise(run, styles):
    """Raise directly what a style or a higher position raises, for the converter knows only that."""
    properties = run.find(f"{WORD}rPr")
    if properties is None or properties.find(f"{WORD}vertAlign") is not None:
        return
    how = styles.raised(said(properties, "rStyle"))
    height = said(properties, "position")
    if not how and re.fullmatch(r"-?\d{1,3}", height) and abs(int(height)) >= 4 and len(_words(run)) <= 12:
        how = "superscript" if int(height) > 0 else "subscript"
    if how in ("superscript", "subscript"):
        ElementTree.SubElement(properties, f"{WORD}vertAlign", {f"{WORD}val": how})


def _write_formulas(paragraph):
    for parent in list(paragraph.iter()):
        for place, child in enumerate(list(parent)):
            if child.tag in (f"{MATH}oMath", f"{MATH}oMathPara"):
                run = ElementTree.Element(f"{WORD}r")
                text = ElementTree.SubElement(run, f"{WORD}t")
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                text.text = f" {read_formula(child)} "
                parent[place] = run


def _style(paragraph, styles):
    properties = paragraph.find(f"{WORD}pPr")
    named = said(properties, "pStyle")
    level = outline_level(properties)
    level = styles.level(named) if level is None else level
    if styles.is_title(named):
        _set_style(paragraph, TITLE)
        return
    if level is None:
        level = _level_of_runs(paragraph, styles)
    if level is not None and level < 9 and _words(paragraph):
        _set_style(paragraph, f"{HEADING}{min(level + 1, DEEPEST_HEADING)}")


def _level_of_runs(paragraph, styles):
    levels = {
        styles.level_of_characters(said(run.find(f"{WORD}rPr"), "rStyle"))
        for run in paragraph.iter(f"{WORD}r")
        if _words(run)
    }
    return levels.pop() if len(levels) == 1 else None


def _set_style(paragraph, name):
    properties = paragraph.find(f"{WORD}pPr")
    if properties is None:
        properties = ElementTree.Element(f"{WORD}pPr")
        paragraph.insert(0, properties)
    style = properties.find(f"{WORD}pStyle")
    if style is None:
        style = ElementTree.Element(f"{WORD}pStyle")
        properties.insert(0, style)
    style.set(f"{WORD}val", name)


def _paragraph_style(paragraph):
    return said(paragraph.find(f"{WORD}pPr"), "pStyle")


def _words(node):
    return "".join(one.text or "" for one in node.iter(f"{WORD}t")).strip()


def _all_words(node):
    return "".join(one.text or "" for one in node.iter() if one.tag in (f"{WORD}t", f"{WORD}delText")).strip()


def _told(left):
    told = []
    for kind, places in left.items():
        if places:
            named = ", ".join(f"“{place}”" for place in dict.fromkeys(places) if place)
            told.append(_sentence(kind, len(places)) + (f" ({named})" if named else "") + ".")
    return told


def _sentence(kind, count):
    said = {
        "hidden": ngettext(
            "%(count)d hidden passage is left out", "%(count)d hidden passages are left out", count
        ),
        "deleted": ngettext(
            "%(count)d deleted passage is left out", "%(count)d deleted passages are left out", count
        ),
        "comment": ngettext("%(count)d comment is left out", "%(count)d comments are left out", count),
        "inserted": ngettext(
            "%(count)d insertion that nobody has accepted yet is read as text",
            "%(count)d insertions that nobody has accepted yet are read as text",
            count,
        ),
    }
    return said[kind] % {"count": count}
