"""Ask the services what became of a source, and read the Retraction Watch data set against the library."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.bibliography.lookups import LookUpFailed, NotFound, look_up_by
from evidence.bibliography.lookups.web import answers
from evidence.bibliography.references.comparing import differences, same_title, year_of
from evidence.bibliography.updates import retraction_watch
from evidence.library.assertions import fields_of, link_later_version, unheard
from evidence.models import Source, SourceAlias, SourceUpdate
from reviews.watching import recording

ASKED_BY = ("doi", "pmid", "pmcid")


@dataclass(frozen=True)
class News:
    """About one source: `recorded`, its new SourceUpdates; `told`, what an editor should know, as sentences;
    `failed`: no service could be asked, so it is asked again."""

    source: Source
    recorded: tuple = ()
    told: tuple[str, ...] = ()
    failed: bool = False


def refresh(source, *, by=None):
    """News of one source from the services that know its identifiers, recorded; safe to repeat.

    An answer that speaks of another work is told and kept for SI10; what it says is not recorded. `by` is a user, or
    None for the machine.
    """
    identifier = next(((name, getattr(source, name)) for name in ASKED_BY if getattr(source, name)), None)
    found, told, failed = None, [], False
    if identifier:
        try:
            found = look_up_by(**dict([identifier]))
        except NotFound as unknown:
            told.append(str(unknown))
        except LookUpFailed as failure:
            told.append(str(failure))
            failed = True
    recorded = []
    if found:
        told += found.told
        faults = [one for one in differences(_stored(source), found.csl) if one.field in ("title", "year")]
        told += [_other_work(found, fault) for fault in faults]
        recorded = [] if faults else _recorded(source, found, by)
    if not failed:
        _note(source, found)
    return News(source, tuple(recorded), tuple(told), failed)


def watch(path, *, by=None):
    """News of every source that the Retraction Watch data set at `path` speaks of, and its Faults, as they come.

    Nothing is asked of any service. Raises retraction_watch.NotTheDataSet, OSError.
    """
    shelf = _Shelf()
    for row in retraction_watch.read(path):
        if isinstance(row, retraction_watch.Fault):
            yield row
            continue
        found = shelf.find(row)
        if not found:
            continue
        if len(found) > 1 or not same_title(shelf.titles[found[0]], row.title):
            yield retraction_watch.Fault(row.line, _doubt(row, [shelf.titles[pk] for pk in found]))
        elif shelf.is_new(found[0], row.assertion):
            source = Source.objects.get(pk=found[0])
            yield News(source, (recording.record_update(source, by=by, **fields_of(row.assertion)),))


def _recorded(source, found, by):
    news = list(unheard(source, found.csl, found.service))
    made = [recording.record_update(about, by=by, **said) for about, said in news]
    link_later_version(source, found.csl, by=by)
    return made


def _note(source, found):
    """Write down when it was asked, what its identifier led to, and whether its address answers."""
    now = {"checked_at": timezone.now()}
    if found:
        now["resolved"] = {
            "title": found.csl["title"],
            "year": year_of(found.csl),
            "service": found.service,
        }
    if address := source.csl.get("URL"):
        now["link_failures"] = 0 if answers(address) else min(source.link_failures + 1, 100)
    changed = any(getattr(source, name) != value for name, value in now.items() if name != "checked_at")
    Source.objects.filter(pk=source.pk).update(**now)
    if changed:
        recording.settle(source)


def _stored(source):
    return {**source.csl, "DOI": source.doi, "PMID": source.pmid, "PMCID": source.pmcid}


def _other_work(found, fault):
    return _("%(service)s has another %(field)s: “%(theirs)s”, here “%(ours)s”. Nothing was recorded.") % {
        "service": found.service,
        "field": str(fault.label).lower(),
        "theirs": fault.theirs,
        "ours": fault.ours,
    }


def _doubt(row, titles):
    return _("Its identifiers are those of “%(ours)s”, its title is “%(theirs)s”: not recorded.") % {
        "ours": "”, “".join(titles),
        "theirs": row.title,
    }


class _Shelf:
    """The library by identifier, and what is recorded already: two queries for any number of rows."""

    def __init__(self):
        self.titles, self.by_identifier = {}, {}
        for pk, title, doi, pmid in Source.objects.own().values_list("pk", "title", "doi", "pmid"):
            self.titles[pk] = title
            self.by_identifier["doi", doi] = self.by_identifier["pmid", pmid] = pk
        for name, value, pk in SourceAlias.objects.values_list("name", "value", "source"):
            self.by_identifier[name, value] = pk
        self.by_identifier.pop(("doi", ""), None)
        self.by_identifier.pop(("pmid", ""), None)
        known = SourceUpdate.objects.filter(asserted_by=retraction_watch.NAME)
        self.known = set(known.values_list("source", "type", "on", "notice", "superseded"))

    def find(self, row):
        """Primary keys of the sources that a row's identifiers name, each once."""
        pairs = (("doi", row.doi), ("pmid", row.pmid))
        return list(dict.fromkeys(self.by_identifier[pair] for pair in pairs if pair in self.by_identifier))

    def is_new(self, pk, assertion):
        said = (pk, str(assertion.type), assertion.on, assertion.notice, assertion.superseded)
        if said in self.known:
            return False
        self.known.add(said)
        return True
