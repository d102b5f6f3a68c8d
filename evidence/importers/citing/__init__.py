"""References and the places that cite them, tied together: `[^r3]` stands wherever the text cites entry r3."""

from dataclasses import replace
from types import MappingProxyType

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence.bibliography.references.parsing import parse_reference
from evidence.importers.citing.author_year import author_year_marks
from evidence.importers.citing.links import linked_references
from evidence.importers.citing.marks import Tally, tie
from evidence.importers.citing.notes import with_notes
from evidence.importers.citing.numbers import number_marks
from evidence.importers.citing.reference_lists import looks_like_reference, without_list
from evidence.importers.drafts import DraftReference
from evidence.importers.superscripts import RAISED, with_brackets
from evidence.prose.blocks import MARKER

SHOWN = 8  # citations named in one problem


def with_citations(draft):
    """The draft with its reference list taken out of the text, read entry by entry, and tied to what cites it.

    Marks without an entry stay in the text as they are; they and entries that nothing cites are named in `problems`.
    """
    sections, entries = without_list(draft.sections)
    cited_notes = [
        note for note in draft.footnotes if note[0] in draft.records or looks_like_reference(note[1])
    ]
    references = _numbered([*entries, *cited_notes], records=draft.records)
    bodies, linked = linked_references([with_brackets(section.body) for section in sections], references)
    references = (*references, *_numbered(linked, len(references)))
    tally = Tally()
    notes = dict(note for note in draft.footnotes if note not in cited_notes)
    footed = {reference.label: reference.key for reference in references[len(entries) :]}
    bodies = [with_notes(body, notes, footed, tally) for body in bodies]
    for marks in (number_marks(bodies, references), author_year_marks(references)):
        bodies = [tie(body, marks, tally) for body in bodies]
    bodies = [body.replace(RAISED, "") for body in bodies]
    return replace(
        draft,
        sections=tuple(replace(one, body=body) for one, body in zip(sections, bodies, strict=True)),
        footnotes=(),
        records={},
        references=references,
        cited=tally.found,
        problems=(*draft.problems, *_problems(tally, references, bodies)),
    )


def _numbered(entries, after=0, records=MappingProxyType({})):
    return tuple(
        DraftReference(f"r{number}", label, raw, records.get(label) or parse_reference(raw))
        for number, (label, raw) in enumerate(entries, start=after + 1)
    )


def _problems(tally, references, bodies):
    told = []
    if tally.untied:
        said = ngettext(
            "%(count)d citation in the text has no entry in a reference list: %(marks)s. It stays in the text.",
            "%(count)d citations in the text have no entry in a reference list: %(marks)s. They stay in the text.",
            len(tally.untied),
        )
        told.append(said % {"count": len(tally.untied), "marks": _listed(tally.untied)})
    told += [
        _("Footnote “%(label)s” has no text; its mark stays.") % {"label": one} for one in tally.undefined
    ]
    met = {match[1] for body in bodies for match in MARKER.finditer(body)}
    uncited = [reference.label or reference.key for reference in references if reference.key not in met]
    if uncited:
        said = ngettext(
            "%(count)d reference is cited nowhere in the text: %(marks)s. It is kept in the library.",
            "%(count)d references are cited nowhere in the text: %(marks)s. They are kept in the library.",
            len(uncited),
        )
        told.append(said % {"count": len(uncited), "marks": _listed(uncited)})
    return told


def _listed(marks):
    named = list(dict.fromkeys(marks))
    return ", ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
