"""Records into the library: known ones are recognised, new ones added, doubtful ones told; nothing is overwritten."""

from dataclasses import dataclass
from itertools import islice

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evidence.bibliography.exporters.csl_json import JUDGED
from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.bibliography.importers.records import Record
from evidence.bibliography.references.keys import numbered, readable_key
from evidence.bibliography.references.likeness import likeness
from evidence.bibliography.references.printed import printed_fields
from evidence.bibliography.updates import tells
from evidence.library.again import again
from evidence.library.assertions import hear, spoken_of
from evidence.models import Event, Source, SourceAlias

BATCH = 400  # records a transaction: short enough to stop, long enough to be quick


class Fate(TextChoices):
    ADDED = "added", gettext_lazy("Added")
    KNOWN = "known", gettext_lazy("Known already")
    ALIKE = "alike", gettext_lazy("Added; looks like another")
    CONFLICT = "conflict", gettext_lazy("Not added: its identifiers belong to different records")


@dataclass(frozen=True)
class Entry:
    """What became of a Record: `source` is the key of its Source, `other` of the one that it looks like."""

    number: int
    line: int
    fate: Fate
    source: str
    other: str = ""


def nothing(works):
    """Hold nothing: where no article is public, nothing rests on a work."""


def catalogue(records, *, by, note=Source.add_update, hold=nothing):
    """Add Records to the library; yields an Entry each. Safe to repeat: what is there already is not added again.

    A record is known by any identifier it shares; without identifiers, by its likeness and the same printed fields.
    One batch with its event and its news is one transaction, so that a stopped import keeps what it reported and
    leaves nothing half told; it is begun anew where another import adds the same works at the same moment. What a
    record asserts of a work's fate, of known works too, is handed to `note(source, by=, **fields)`; where articles are
    public, that is the verb that warns their readers, and `hold(works)` locks what rests on the works first.
    """
    for batch in _batched(records, BATCH):
        yield from again(lambda batch=batch: _brought_in(batch, by, note, hold))


def _brought_in(batch, by, note, hold):
    hold(spoken_of([record.csl for record in batch]))
    entries, fresh = _sorted_out(batch)
    Source.objects.bulk_create(fresh)
    if fresh:
        keys = ",".join(source.key for source in fresh)
        Event.record("sources.imported", by=by, count=len(fresh), keys=keys)
    hear(_telling(batch, entries), note, by=by)
    return entries


def foresee(records, earlier=()):
    """The Entries that `catalogue` would give of records, `earlier` ones of the same file coming first; nothing is
    stored."""
    names = {name for record in records for name in _names(record.csl)}
    related = [record for record in earlier if names & _names(record.csl)]
    return _sorted_out([*related, *records])[0][len(related) :]


def already(csl):
    """([sources that share an identifier with a record], the one that only looks like it or None)."""
    shelf = _Shelf([Record(0, 0, csl)])
    alike = shelf.alike(csl)
    return shelf.identified(csl), _work(alike) if alike else None


def _telling(batch, entries):
    """(source, CSL record) of the records that assert something."""
    said = {
        entry.source: record.csl
        for record, entry in zip(batch, entries, strict=True)
        if entry.fate != Fate.CONFLICT and tells(record.csl)
    }
    sources = Source.objects.filter(key__in=said).select_related("merged_into")
    return [(source, said[source.key]) for source in sources]


def _sorted_out(batch):
    shelf = _Shelf(batch)
    entries, fresh = [], []
    for record in batch:
        found = shelf.identified(record.csl)
        alike = shelf.alike(record.csl)
        if len(found) > 1:
            entries.append(
                Entry(record.number, record.line, Fate.CONFLICT, *sorted(one.key for one in found)[:2])
            )
        elif found:
            entries.append(Entry(record.number, record.line, Fate.KNOWN, found.pop().key))
        elif alike is not None and _same(alike, record.csl):
            entries.append(Entry(record.number, record.line, Fate.KNOWN, _work(alike).key))
        else:
            source = shelf.added(record.csl)
            fresh.append(source)
            fate = Fate.ALIKE if alike is not None else Fate.ADDED
            other = _work(alike).key if alike else ""
            entries.append(Entry(record.number, record.line, fate, source.key, other))
    return entries, fresh


class _Shelf:
    """The part of the library that a batch may meet: by identifier, by likeness, and the keys that are taken."""

    def __init__(self, batch):
        self.by_identifier, self.by_likeness, self.keys = {}, {}, set()
        alike = [one for record in batch if (one := likeness(record.csl))]
        met = [Source.objects.filter(likeness__in=alike)]
        for name, variable in CSL_VARIABLES.items():
            values = [value for record in batch if (value := identifier(record.csl, variable))]
            # Asked one by one and with the condition of its index, so that no query reads the whole library.
            met.append(Source.objects.filter(**{f"{name}__in": values}).exclude(**{name: ""}))
            for alias in SourceAlias.objects.filter(name=name, value__in=values).select_related("source"):
                self.by_identifier[name, alias.value] = alias.source
        self.bases = {readable_key(record.csl) for record in batch}
        self.keys.update(Source.objects.filter(key__in=self.bases).order_by().values_list("key", flat=True))
        rows = {source.pk: source for some in met for source in some.select_related("merged_into").order_by()}
        for pk in sorted(rows, key=lambda pk: (rows[pk].title, pk)):
            self._put(rows[pk])

    def identified(self, csl):
        pairs = ((name, identifier(csl, variable)) for name, variable in CSL_VARIABLES.items())
        found = [self.by_identifier[pair] for pair in pairs if pair[1] and pair in self.by_identifier]
        return list({source.key: source for source in found}.values())

    def alike(self, csl):
        """The record most like another: one that prints the same, merged ones too, before any other."""
        found = self.by_likeness.get(likeness(csl) or None, ())
        return next((one for one in found if _same(one, csl)), found[0] if found else None)

    def added(self, csl):
        source = Source(key=numbered(readable_key(csl), self._is_taken))
        source.describe(csl)
        for name, variable in CSL_VARIABLES.items():
            setattr(source, name, identifier(csl, variable))
        source.stored_text = csl.get("abstract", "")
        for name, value in _judged(csl).items():
            setattr(source, name, value)
        self._put(source)
        return source

    def _put(self, source):
        self.keys.add(source.key)
        self.by_likeness.setdefault(source.likeness or "-", []).append(source)
        for name in CSL_VARIABLES:
            if value := getattr(source, name):
                self.by_identifier[name, value] = source

    def _is_taken(self, key):
        if key in self.keys or key in self.bases:
            return key in self.keys
        return Source.objects.filter(key=key).exists()


def identifier(csl, variable):
    """A record's identifier; a chapter's ISBN is its book's and names no chapter."""
    if variable == "ISBN" and csl.get("type") not in ("book", "report"):
        return ""
    return csl.get(variable) or ""


def _judged(csl):
    """What another library like this one had judged of a source, as far as it is in our terms."""
    said = (csl.get("custom") or {}).get("vouch")
    found = {}
    for name in JUDGED if isinstance(said, dict) else ():
        try:
            found[name] = Source._meta.get_field(name).clean(said[name], None)
        except (KeyError, ValidationError):
            continue
    return found


def _names(csl):
    """All that a record may be recognised by."""
    names = {(variable, identifier(csl, variable)) for variable in CSL_VARIABLES.values()}
    return {(variable, value) for variable, value in names | {("likeness", likeness(csl))} if value}


def in_words(entry):
    """An Entry as a sentence for people."""
    if entry.fate in (Fate.ALIKE, Fate.CONFLICT):
        return _("Record %(n)d, line %(line)d: %(fate)s (%(source)s, %(other)s).") % {
            "n": entry.number, "line": entry.line, "fate": entry.fate.label, "source": entry.source,
            "other": entry.other,
        }  # fmt: skip
    return f"{entry.fate.label}: {entry.source}"


def _work(source):
    return source.merged_into or source


def _same(source, csl):
    return printed_fields(source.csl) == printed_fields(csl)


def _batched(records, size):
    iterator = iter(records)
    while batch := list(islice(iterator, size)):
        yield batch
