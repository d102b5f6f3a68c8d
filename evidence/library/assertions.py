"""What a record that comes in asserts of works in the library, and nobody wrote down yet."""

from evidence.bibliography.identifiers import CSL_VARIABLES
from evidence.bibliography.references.comparing import same_title
from evidence.bibliography.updates import assertions_of, later_version_of
from evidence.models import Source


def unheard(source, csl, service):
    """(source of the library, fields of its new SourceUpdate) for each assertion of a record about `source` or about
    another work of the library."""
    for assertion in assertions_of(csl, service):
        about = source if assertion.about is None else _of(assertion.about)
        about = (about.merged_into or about) if about else None
        said = fields_of(assertion)
        if about and not about.updates.filter(**said).exists():
            yield about, said


def spoken_of(records):
    """Works of the library about whose fate CSL records assert something: they themselves, or others."""
    works = {}
    for csl in records:
        for assertion in assertions_of(csl, ""):
            named = [(name, csl.get(variable)) for name, variable in CSL_VARIABLES.items()]
            for pair in [assertion.about] if assertion.about else named:
                if work := _of(pair):
                    works[work.pk] = work
    return list(works.values())


def fields_of(assertion):
    """The fields of the SourceUpdate that holds an Assertion."""
    return {
        "type": str(assertion.type),
        "asserted_by": assertion.asserted_by[:100],
        "on": assertion.on,
        "notice": assertion.notice[:300],
        "superseded": assertion.superseded,
    }


def link_later_version(source, csl, *, by):
    """Link a preprint with its version of record, if the record names one that the library has; safe to repeat."""
    later = later_version_of(csl)
    version = _of(later) if later and not source.published_as_id else None
    if version and version.pk != source.pk and version.published_as_id != source.pk:
        source.link_version(version, by=by)


def hear(pairs, note, *, by, service="import"):
    """Take in what (source, CSL record) pairs assert: `note(source, by=, **fields)` writes one update down.

    A record with another title than its source is not believed: bare identifiers circulate wrongly.
    """
    for source, csl in pairs:
        if same_title(source.title, csl.get("title")):
            for about, said in list(unheard(source, csl, service)):
                note(about, by=by, **said)
            link_later_version(source, csl, by=by)


def _of(pair):
    return Source.objects.own().identified_by(**dict([pair])).first()
