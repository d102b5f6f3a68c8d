"""A Word file comes in by its styles; what a file may not be is refused before it is opened."""

import io
import zipfile

import pytest

from evidence.errors import ImportRefused
from evidence.importers import read

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
STYLES = """<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style></w:styles>"""
DOC_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="styles.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>"""
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text, style=""):
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = "".join(
        f"<w:r>{'<w:rPr><w:vertAlign w:val=' + chr(34) + 'superscript' + chr(34) + '/></w:rPr>' if number % 2 else ''}"
        f'<w:t xml:space="preserve">{part}</w:t></w:r>'
        for number, part in enumerate(text.split("^"))
        if part
    )
    return f"<w:p>{styled}{runs}</w:p>"


def word_file(*paragraphs, document=None, styles=STYLES, extra=()):
    document = (
        document
        or f'<?xml version="1.0"?><w:document {SPACE}><w:body>{"".join(paragraphs)}</w:body></w:document>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("word/document.xml", document),
            ("word/styles.xml", styles),
            ("word/_rels/document.xml.rels", DOC_RELS),
            *extra,
        ):
            archive.writestr(name, text)
    return packed.getvalue()


MELATONIN = (
    paragraph("Melatonin and jet lag", "Title"),
    paragraph("By Ada Lindqvist, Senior Writer"),
    paragraph("12 January 2026"),
    paragraph("Melatonin is a hormone that the body makes at night."),
    paragraph("Effects", "H1"),
    paragraph("In 52 travellers it shortened jet lag by two days.^1^ Another trial saw nothing.^2^"),
    paragraph("Children", "H3"),
    paragraph("References", "H1"),
    paragraph("1. Sund P. Melatonin on long flights. J Travel Trials. 1999;4:2-8."),
    paragraph("2. Tor E. No effect of melatonin. J Travel Trials. 2005;9:1-4."),
)


def test_a_word_file_is_understood():
    draft = read("melatonin.docx", word_file(*MELATONIN))
    assert draft.title == "Melatonin and jet lag"
    assert (draft.byline[0].name, draft.byline[0].role) == ("Ada Lindqvist", "Senior Writer")
    assert draft.date.isoformat() == "2026-01-12"
    assert [(one.level, one.heading) for one in draft.sections] == [(2, ""), (2, "Effects"), (3, "Children")]
    assert draft.sections[1].body == (
        "In 52 travellers it shortened jet lag by two days.[^r1] Another trial saw nothing.[^r2]"
    )
    assert len(draft.references) == 2


def test_a_name_without_an_ending_is_known_by_its_bytes():
    assert read("upload", word_file(*MELATONIN)).title == "Melatonin and jet lag"


DTD = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><w:document {SPACE}><w:body/></w:document>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 broken", "cannot be unpacked"),
        (word_file(document=DTD), "declares a document type"),
        (word_file(document=f"<w:document {SPACE}>" + "<w:p>" * 500), "nested deeper"),
        (word_file(document="<w:document"), "cannot be read"),
        (
            word_file(*MELATONIN, extra=[("word/media/x.bin", b"\0" * (61 * 1024 * 1024))]),
            "larger than 60 MB",
        ),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_reason(data, why):
    with pytest.raises(ImportRefused, match="paper") as refused:
        read("paper.docx", data)
    assert why in str(refused.value)
