"""Vancouver style as the National Library of Medicine keeps it (Citing Medicine, 2nd edition; ICMJE samples):
citation sequence, abbreviated pages, nothing in italics."""

from functools import partial

from evidence.bibliography.references import fields
from evidence.bibliography.references.dates import SHORT_MONTHS, date_parts, end_parts, season
from evidence.bibliography.references.fields import (
    address,
    doi,
    doi_address,
    edition,
    is_in_press,
    issue,
    joined,
    journal,
    kind,
    link,
    pubmed_link,
    text,
    works,
)
from evidence.bibliography.references.laws import cited
from evidence.bibliography.references.pages import shortened
from evidence.bibliography.references.people import People

ended = partial(fields.ended, inside=False)  # NLM sets its full stop behind a quotation mark
PEOPLE = People(  # ICMJE: the first six, then "et al."
    most=6,
    shown=6,
    parts={"editor": ("editor", "editors"), "translator": ("translator", "translators")},
    ended=ended,
    ordinal=True,
)


def render(csl):
    """A reference as safe HTML."""
    return joined([*WORKS[kind(csl)](csl), _links(csl)])


def _periodical(csl):
    named = joined([journal(csl), "[Internet]" if _is_online(csl) and journal(csl) else ""])
    return [PEOPLE.first(csl), ended(text(csl, "title")), ended(named), _issue(csl)]


def _preprint(csl):
    server = text(csl, "container-title") or text(csl, "publisher")
    title = ended(text(csl, "title")) if server else text(csl, "title")
    return [PEOPLE.first(csl), title, f"{server} [Preprint].".lstrip(), ended(_day(csl.get("issued")))]


def _book(csl):
    volume = f"Vol. {text(csl, 'volume')}." if text(csl, "volume") else ""
    series = f"({text(csl, 'collection-title')})." if text(csl, "collection-title") else ""
    return [PEOPLE.first(csl), _title(csl), volume, edition(csl), _helpers(csl), _imprint(csl), series]


def _chapter(csl):
    host = ended(text(csl, "container-title"))
    editors = ended(PEOPLE.in_part(csl, "editor"))
    within = joined(["In:", editors, host, edition(csl)]) if host or editors else ""
    pages = f"p. {shortened(text(csl, 'page'))}." if text(csl, "page") else ""
    return [PEOPLE.first(csl, editors=False), ended(text(csl, "title")), within, _imprint(csl), pages]


def _report(csl):
    number = f"Report No.: {text(csl, 'number')}." if text(csl, "number") else ""
    host = ended(text(csl, "container-title"))
    title = _title(csl, "dataset" if text(csl, "type") == "dataset" else "")
    return [PEOPLE.first(csl), title, host, edition(csl), _helpers(csl), _imprint(csl, depth=2), number]


def _webpage(csl):
    host = "" if text(csl, "publisher") else text(csl, "container-title")
    return [
        PEOPLE.first(csl),
        _title(csl),
        _imprint({**csl, "publisher": text(csl, "publisher") or host}, depth=3),
    ]


def _thesis(csl):
    return [PEOPLE.first(csl), _title(csl, text(csl, "genre").lower() or "thesis"), _imprint(csl)]


def _label(csl):
    return [
        PEOPLE.first(csl),
        _title(csl, text(csl, "genre").lower()),
        ended(text(csl, "number")),
        _imprint(csl),
    ]


def _law(csl):
    return [ended(cited(csl, daily=True))]


WORKS = works(_periodical, _preprint, _book, _chapter, _report, _webpage, _thesis, _label, _law)


def _helpers(csl):
    """Translators, and editors of an author's work (Citing Medicine, 2A secondary authors)."""
    editors = PEOPLE.in_part(csl, "editor") if csl.get("author") else ""
    return ended("; ".join(filter(None, (PEOPLE.in_part(csl, "translator"), editors))))


def _title(csl, genre=""):
    """Title with the kind of work and the medium in brackets behind it."""
    title = text(csl, "title")
    described = joined([f"[{genre}]" if genre else "", "[Internet]" if _is_online(csl) else ""])
    return ended(joined([title, described])) if title else ""


def _is_online(csl):
    return bool(address(csl)) and not doi(csl)


def _imprint(csl, depth=1):
    """ "Place: publisher; year [cited 2024 Mar 9]."; `depth`: 2 with the month (reports), 3 with the day (pages)."""
    publisher = ": ".join(filter(None, (text(csl, "publisher-place"), text(csl, "publisher"))))
    issued = _day(csl.get("issued"), depth) or "[date unknown]"
    when = " ".join(filter(None, (issued, _read_on(csl))))
    return ended("; ".join(filter(None, (publisher, when))))


def _read_on(csl):
    read = _day(csl.get("accessed")) if _is_online(csl) else ""
    return f"[cited {read}]" if read else ""


def _issue(csl):
    """ "2002 Jul 25;347(4):284-7."."""
    when = joined([_range(csl.get("issued")), _read_on(csl)])
    volume = text(csl, "volume") + (f"({issue(csl, 'Suppl')})" if text(csl, "issue") else "")
    pages = shortened(text(csl, "page"))
    if not when and not volume and is_in_press(csl):
        return "Forthcoming."
    where = ":".join(filter(None, (volume, pages))) if volume else f":{pages}" if pages and when else pages
    return ended((";" if where.lstrip(":") == where else "").join(filter(None, (when, where))))


def _day(date, depth=3):
    """ "2002 Jul 25", as far as it is known and wanted."""
    parts = date_parts(date)[:depth]
    if not parts:
        return ""
    month = SHORT_MONTHS[parts[1] - 1] if len(parts) > 1 else season(date) if depth > 1 else ""
    return " ".join(filter(None, (str(parts[0]), month, str(parts[2]) if len(parts) > 2 else "")))


def _range(date):
    """ "2003 Nov-Dec", "2003 Dec-2004 Jan": of an issue that covers months (Citing Medicine, 1A date)."""
    first, last = date_parts(date), end_parts(date)
    if len(first) != 2 or len(last) != 2 or last <= first:
        return _day(date)
    year = f"{last[0]} " if last[0] != first[0] else ""
    return f"{_day(date)}-{year}{SHORT_MONTHS[last[1] - 1]}"


def _links(csl):
    if doi(csl):
        first = joined(["doi:", link(doi_address(csl), doi(csl))])
    else:
        first = joined(["Available from:", link(address(csl), address(csl))]) if address(csl) else ""
    pubmed = pubmed_link(csl, "")
    if not pubmed:
        return first
    return joined([ended(first) if doi(csl) else "", "PubMed PMID:", ended(pubmed)])
