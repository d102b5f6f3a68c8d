"""Word files: opened only within limits, then read as HTML with Word's styles as headings and quotations."""

import io
import re
import zipfile
from xml.etree import ElementTree
from xml.parsers import expat

import mammoth
from django.utils.translation import gettext as _

from evidence.importers import html_guard
from evidence.importers.html_meta import Known
from evidence.importers.html_page import draft_of_html

LARGEST_UNPACKED = 60 * 1024 * 1024  # bytes, all parts together
MOST_PARTS = 3000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 200  # nested elements in one part
TITLES = ("Title", "Titel", "Titre", "Título", "Titolo", "Tytuł", "Otsikko", "Rubrik", "Название")
STYLES = """
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
"""


def read(data):
    """Draft of a Word file (DOCX). Raises ValueError for a file beyond the limits or one that is no Word file."""
    _guard(data)
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES + "\n".join(_heading_styles(data)),
            convert_image=mammoth.images.img_element(_without_picture),
        )
    except (KeyError, ValueError, AttributeError, TypeError, OSError, RecursionError) as error:
        raise ValueError(
            _("Word's parts do not fit together (%(error)s); open it, save it again.") % {"error": error}
        ) from error
    text = _without_empty(result.value)
    if not re.search(r"\w", re.sub(r"<[^>]+>", "", text)):
        raise ValueError(_("the file is empty."))
    html_guard.refuse_depth(text)
    return draft_of_html(f"<body>{text}</body>", Known())


def _guard(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise ValueError(_("unpacked it is larger than 60 MB or has too many parts."))
            if "word/document.xml" not in {part.filename for part in parts}:
                raise ValueError(_("it is no Word file: it has no word/document.xml."))
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _guard_part(part.filename, _unpacked(packed, part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(_("it cannot be unpacked (%(error)s); save it again.") % {"error": error}) from error


def _heading_styles(data):
    """Lines of a style map for every paragraph style that has a level in the outline, whatever its name: programs
    other than Word write "Überschrift 1" or "Titre 1" where Word writes "heading 1"."""
    yield from (f"p[style-name='{name}'] => h1.title:fresh" for name in TITLES)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if "word/styles.xml" not in packed.namelist():
            return
        styles = ElementTree.fromstring(packed.read("word/styles.xml"))
    for style in styles.iter(f"{WORD}style"):
        name, level = style.find(f"{WORD}name"), style.find(f"{WORD}pPr/{WORD}outlineLvl")
        if name is None or level is None or style.get(f"{WORD}type") != "paragraph":
            continue
        named, depth = name.get(f"{WORD}val", ""), level.get(f"{WORD}val", "")
        # A line break in a name would begin a line of its own in the map.
        if depth in "012345" and depth and named not in TITLES and named.isprintable():
            spelled = named.replace("\\", "\\\\").replace("'", "\\'")
            yield f"p[style-name='{spelled}'] => h{int(depth) + 1}:fresh"


def _unpacked(packed, part):
    """Bytes of a part; sizes that the archive's directory tells falsely are found out here."""
    with packed.open(part) as stream:
        data = stream.read(part.file_size + 1)
    if len(data) > part.file_size:
        raise ValueError(_("unpacked it is larger than it says."))
    return data


def _guard_part(name, data):
    """Refuse DTDs, which can swell without end, and depth that no document has."""
    parser = expat.ParserCreate()
    depth = 0

    def opened(*_args):
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ValueError(_("%(part)s is nested deeper than %(most)d.") % {"part": name, "most": DEEPEST})

    def closed(*_args):
        nonlocal depth
        depth -= 1

    def declared(*_args):
        raise ValueError(_("%(part)s declares a document type, which Word never does.") % {"part": name})

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(_("%(part)s cannot be read: %(error)s.") % {"part": name, "error": error}) from error


def _without_picture(image):
    return {"src": "", "alt": image.alt_text or _("a picture without a description")}


def _without_empty(html):
    return re.sub(r"<(p|h[1-6])[^>]*>\s*</\1>", "", html)
