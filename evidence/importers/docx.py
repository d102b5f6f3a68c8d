"""Word files: opened only within limits, then read as HTML with Word's styles as headings and quotations."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree
from xml.parsers import expat

import mammoth
from django.utils.translation import gettext as _

from evidence.importers import html_guard
from evidence.importers.html_meta import Known
from evidence.importers.html_page import draft_of_html
from evidence.importers.word_fields import sources_of
from evidence.importers.word_styles import WORD, Styles
from evidence.importers.word_text import DEEPEST_HEADING, HEADING, TITLE, made_plain, styles_added

LARGEST_UNPACKED = 60 * 1024 * 1024  # bytes, all parts together
MOST_PARTS = 3000
DEEPEST = 200  # nested elements in one part
# Whatever names a heading's style in the file, `word_text` has given it one of ours.
STYLES = "\n".join(
    [
        f"p.{TITLE} => h1.title:fresh",
        *(f"p.{HEADING}{level} => h{level}:fresh" for level in range(1, DEEPEST_HEADING + 1)),
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        "p[style-name='Intense Quote'] => blockquote > p:fresh",
        "p[style-name='Block Text'] => blockquote > p:fresh",
    ]
)


def read(data):
    """Draft of a Word file (DOCX). Raises ValueError for a file beyond the limits or one that is no Word file."""
    _guard(data)
    try:
        plain, told, records = _made_plain(data)
        result = mammoth.convert_to_html(
            plain,
            style_map=STYLES,
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
    draft = draft_of_html(f"<body>{text}</body>", Known())
    return replace(draft, records=records, problems=(*told, *draft.problems))


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


def _made_plain(data):
    """(the file with its text made plain, sentences on what was left out, records of its citation fields)."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {part.filename: packed.read(part) for part in packed.infolist()}
    names = [name for name in parts if re.fullmatch(r"customXml/item\d{1,4}\.xml", name)]
    sources = {}
    for name in names:
        sources |= sources_of(ElementTree.fromstring(parts[name]))
    root = ElementTree.fromstring(parts["word/document.xml"])
    empty = f'<w:styles xmlns:w="{WORD.strip("{}")}"/>'.encode()
    styles = ElementTree.fromstring(parts.get("word/styles.xml", empty))
    told, records = made_plain(root, Styles(styles), sources)
    parts["word/document.xml"] = ElementTree.tostring(root)
    if "word/styles.xml" in parts:
        parts["word/styles.xml"] = ElementTree.tostring(styles_added(styles))
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    plain.seek(0)
    return plain, told, records


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
