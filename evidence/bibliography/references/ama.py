"""AMA style (AMA Manual of Style, 11th edition, chapter 3): numbered, initials without points, DOI at the end."""

from evidence.bibliography.references.dates import MONTHS, date_parts
from evidence.bibliography.references.fields import (
    address,
    doi,
    doi_address,
    edition,
    em,
    ended,
    is_in_press,
    issue,
    joined,
    journal,
    kind,
    link,
    pmid,
    pubmed_link,
    text,
    works,
)
from evidence.bibliography.references.laws import cited
from evidence.bibliography.references.pages import in_full
from evidence.bibliography.references.people import People

PEOPLE = People(  # AMA 3.7: up to six are all named; of more, three and "et al"
    most=6, shown=3, parts={"editor": ("ed", "eds"), "translator": ("trans", "trans")}, ended=ended
)


def render(csl):
    """A reference as safe HTML."""
    found = kind(csl)
    return joined([*WORKS[found](csl), _accessed(csl, found), _links(csl)])


def _periodical(csl):
    return [PEOPLE.first(csl), ended(text(csl, "title")), ended(em(journal(csl).rstrip("."))), _issue(csl)]


def _preprint(csl):
    server = text(csl, "container-title") or text(csl, "publisher")
    when = _day(csl.get("issued"))
    posted = f"Preprint posted online {when}." if when else "Preprint."
    return [PEOPLE.first(csl), ended(text(csl, "title")), ended(em(server)), posted]


def _book(csl):
    series = ended(text(csl, "collection-title"))
    title = [PEOPLE.first(csl), ended(em(text(csl, "title"))), *_helpers(csl)]
    return [*title, _volume(csl), edition(csl), series, _imprint(csl)]


def _chapter(csl):
    within = [
        ended(PEOPLE.in_part(csl, "editor")),
        ended(em(text(csl, "container-title"))),
        _volume(csl),
        edition(csl),
    ]
    host = joined(["In:", *within]) if joined(within) else ""
    return [PEOPLE.first(csl, editors=False), ended(text(csl, "title")), host, _imprint(csl, pages=True)]


def _report(csl):
    number = text(csl, "number")
    host = ended(em(text(csl, "container-title")))
    said = ended(f"Publication {number}") if number else ""
    title = [PEOPLE.first(csl), ended(em(text(csl, "title"))), *_helpers(csl)]
    return [*title, host, edition(csl), _imprint(csl), said]


def _webpage(csl):
    site = text(csl, "container-title") or text(csl, "publisher")
    when = _day(csl.get("issued"))
    published = f"Published {when}." if "," in when else ended(when)
    by = PEOPLE.first(csl)
    return [by, ended(text(csl, "title")), ended(site) if ended(site) != by else "", published]


def _thesis(csl):
    genre = ended(text(csl, "genre") or "Thesis")
    return [PEOPLE.first(csl), ended(em(text(csl, "title"))), genre, _imprint(csl)]


def _label(csl):
    """A manufacturer is named once, where the publisher stands (AMA 3.13.4)."""
    genre, number = ended(text(csl, "genre")), ended(text(csl, "number"))
    by = PEOPLE.first(csl)
    by = "" if by == ended(text(csl, "publisher")) else by
    return [by, ended(text(csl, "title")), genre, number, _imprint(csl)]


def _law(csl):
    return [ended(cited(csl, italic=True))]


WORKS = works(_periodical, _preprint, _book, _chapter, _report, _webpage, _thesis, _label, _law)


def _helpers(csl):
    """Translators, and editors of an author's work, behind its title (AMA 3.12.4)."""
    editors = PEOPLE.in_part(csl, "editor") if csl.get("author") else ""
    return [ended(PEOPLE.in_part(csl, "translator")), ended(editors)]


def _volume(csl):
    return f"Vol {text(csl, 'volume')}." if text(csl, "volume") else ""


def _imprint(csl, pages=False):
    """ "Publisher; year:pages."."""
    parts = date_parts(csl.get("issued"))
    said = "; ".join(filter(None, (text(csl, "publisher"), str(parts[0]) if parts else "")))
    if pages and text(csl, "page"):
        said += f":{in_full(text(csl, 'page'))}"
    return ended(said.lstrip(":"))


def _issue(csl):
    """ "2003;270(1529):2147-2150."; without volume and pages, when it was put online."""
    parts = date_parts(csl.get("issued"))
    volume = text(csl, "volume") + (f"({issue(csl, 'suppl')})" if text(csl, "issue") else "")
    pages = in_full(text(csl, "page"))
    if text(csl, "type") in ("article-newspaper", "article-magazine"):
        return ended(":".join(filter(None, (_day(csl.get("issued")), pages))))
    if not volume and not pages and len(parts) == 3:
        return f"Published online {_day(csl.get('issued'))}."
    year = str(parts[0]) if parts else ""
    if not year and not volume and is_in_press(csl):
        return "In press."
    if not volume:
        return ended(":".join(filter(None, (year, pages))))
    return ended(";".join(filter(None, (year, ":".join(filter(None, (volume, pages)))))))


def _day(date):
    parts = date_parts(date)
    if len(parts) == 3:
        return f"{MONTHS[parts[1] - 1]} {parts[2]}, {parts[0]}"
    return (
        " ".join(filter(None, (MONTHS[parts[1] - 1] if len(parts) > 1 else "", str(parts[0]))))
        if parts
        else ""
    )


def _accessed(csl, found):
    shown = address(csl) and not doi(csl) and not (pmid(csl) and found in ("periodical", "preprint"))
    return ended(f"Accessed {_day(csl['accessed'])}") if shown and date_parts(csl.get("accessed")) else ""


def _links(csl):
    first = link(doi_address(csl), f"doi:{doi(csl)}") if doi(csl) else ""
    pubmed = pubmed_link(csl, "PMID ")
    if not first and not pubmed and address(csl):
        first = link(address(csl), address(csl))
    return joined([first, pubmed], " · ")
