"""BibTeX and BibLaTeX: bibtexparser reads the blocks; accents, names, crossref and dates are ours."""

import logging

import bibtexparser
from django.utils.translation import gettext as _

from evidence.bibliography.importers.bibtex_fields import TYPES, csl_of
from evidence.bibliography.importers.bibtex_strings import resolved, strings_of
from evidence.bibliography.importers.records import Problem, Record

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it says is told as Problems
PARENTS = ("crossref", "xdata")


def read(text):
    """Records and Problems of a BibTeX text, in the order of the file."""
    library = bibtexparser.parse_string(text, parse_stack=[])
    strings = strings_of(
        (block.key, block.value)
        for block in library.blocks
        if hasattr(block, "value") and hasattr(block, "key")
    )
    entries, blocks = {}, []
    for block in library.blocks:
        entry = getattr(block, "ignore_error_block", block)
        if isinstance(entry, bibtexparser.model.Entry):
            fields = _fields(entry, strings)
            entries.setdefault(entry.key.lower(), (entry, fields))
            blocks.append((entry, fields, block))
        elif isinstance(block, bibtexparser.model.ParsingFailedBlock):
            blocks.append((None, {}, block))
    number = 0
    for entry, fields, block in sorted(blocks, key=lambda one: one[2].start_line or 0):
        line = (block.start_line or 0) + 1
        if entry is None:
            first = (block.raw or "").strip().split("\n")[0][:60]
            said = {"what": first}
            yield Problem(
                0,
                line,
                _("“%(what)s” cannot be read as BibTeX: look for a brace or quote that never closes.") % said,
            )
            continue
        number += 1
        if entry.key.lower() in entries and entries[entry.key.lower()][0] is not entry:
            yield Problem(
                number,
                line,
                _("The key “%(key)s” is used twice; both records are read.") % {"key": entry.key},
            )
        yield Record(number, line, csl_of(entry.entry_type, entry.key, _inherited(fields, entries)))
        if entry.entry_type.lower() not in TYPES:
            yield Problem(
                number, line, _("BibTeX has no entry type “%(kind)s”.") % {"kind": entry.entry_type[:40]}
            )


def _fields(entry, strings):
    """Texts of the fields by name; what a name says a second time goes by the name with a 2."""
    fields = {}
    for field in entry.fields:
        name, text = field.key.lower(), resolved(str(field.value), strings)
        while fields.get(name, text) != text:
            name += "2"
        fields[name] = text
    return fields


def _inherited(fields, entries):
    """An entry's fields over those of the entry that it names as its crossref; a parent's title is the book's."""
    parent = next((entries.get(fields[name].lower()) for name in PARENTS if fields.get(name)), None)
    if parent is None or parent[1] is fields:
        return fields
    handed = {
        name: value for name, value in parent[1].items() if name not in ("title", "subtitle", "author", "key")
    }
    if parent[1].get("title"):
        handed.setdefault("booktitle", parent[1]["title"])
    return {**handed, **fields}
