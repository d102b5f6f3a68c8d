"""Crossref's XML (unixref, UNIXSD): each record is cut out and read by itself, prefixes of its namespaces gone."""

import re
from xml.etree import ElementTree

from django.utils.translation import gettext as _

from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import with_parts
from evidence.bibliography.importers.pages import written_out
from evidence.bibliography.importers.records import Problem, Record, finished

LARGEST = 5_000_000  # characters of one record
# Root of a record → where its work stands, nearest first, and its type in CSL.
WORKS = (
    ("journal_article", "article-journal"), ("content_item", "chapter"), ("conference_paper", "paper-conference"),
    ("posted_content", "article"), ("dissertation", "thesis"), ("report-paper_metadata", "report"),
    ("book_metadata", "book"), ("book_series_metadata", "book"), ("dataset", "dataset"),
)  # fmt: skip
ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
_BEGIN = re.compile(r"<(?:\w{1,20}:)?doi_record\b[^<>]*>")
_PREFIX = re.compile(
    r"(</?)[\w-]{1,20}:(?=[\w-])|\s(?:xmlns(?::[\w-]+)?|[\w-]{1,20}:[\w-]+)=(?:\"[^\"]*\"|'[^']*')"
)
_INLINE = re.compile(
    r"<(/?(?:i|b|u|em|strong|sub|sup|scp|tt|font|inf)\b[^<>]*"
    r"|/?m(?:ath|row|i|n|o|text|sub|sup|subsup|frac|sqrt|space|style)\b[^<>]*)>"
)


def read(text):
    """Records and Problems of Crossref XML. Entities beyond XML's own are refused, so nothing can swell."""
    begins = [found.start() for found in _BEGIN.finditer(text)] or [0]
    line, last = 1, 0
    for number, (start, end) in enumerate(zip(begins, [*begins[1:], len(text)], strict=True), start=1):
        line, last = line + text.count("\n", last, start), start
        try:
            if end - start > LARGEST:
                raise ElementTree.ParseError(_("the record is larger than 5 MB"))
            node = ElementTree.fromstring(_piece(text[start:end]))
            yield Record(number, line, csl_of(node))
        except (ElementTree.ParseError, LookupError) as error:
            yield Problem(number, line, _("The record cannot be read: %(error)s.") % {"error": error})


def _piece(text):
    """The one element that holds the work, inline markup escaped so that it stays where it stands."""
    text = _PREFIX.sub(lambda m: m[1] or "", text)
    found = re.search(
        r"<(journal|book|conference|posted_content|dissertation|report-paper|database|dataset)\b", text
    )
    if found is None:
        raise LookupError(_("it holds no work"))
    end = text.find(f"</{found[1]}>", found.start())
    if end < 0:
        raise LookupError(_("it breaks off"))
    inner = text[found.start() : end] + f"</{found[1]}>"
    return _INLINE.sub(lambda m: f"&lt;{m[1].replace('&', '&amp;')}&gt;", inner)


def csl_of(node):
    """CSL record of the element of a work's host: a journal, a book, or the work itself."""
    work, kind = next(
        ((found, kind) for name, kind in WORKS for found in node.iter(name)), (node, "document")
    )
    host = work is not node and work.tag not in ("book_metadata", "book_series_metadata")
    volume = "journal_issue/journal_volume/volume"
    csl = {
        "type": kind,
        "title": _title(work),
        "container-title": (_said(node, "journal_metadata/full_title") or _titles_of_host(node))
        if host
        else "",
        "container-title-short": _said(node, "journal_metadata/abbrev_title"),
        "volume": _said(node, volume) or _said(node, "journal_issue/volume") or _said(work, "volume"),
        "issue": _said(node, "journal_issue/issue"),
        "page": _pages(work),
        "DOI": _said(work, "doi_data/doi"),
        "ISSN": ", ".join(dict.fromkeys(words(one.text) for one in node.iter("issn") if one.text)),
        "ISBN": next((words(one.text) for one in node.iter("isbn") if one.text), ""),
        "publisher": _said(node, ".//publisher/publisher_name")
        or _said(node, ".//institution/institution_name"),
        "publisher-place": _said(node, ".//publisher/publisher_place"),
        "issued": _date(work) or _date(node),
        "abstract": words("\n".join(" ".join(one.itertext()) for one in work.iter("abstract"))),
        **_people(work),
    }
    return finished(csl)


def _title(work):
    titles = work.find("titles")
    title = _said(titles, "title") if titles is not None else ""
    subtitle = _said(titles, "subtitle") if titles is not None else ""
    return f"{title}: {subtitle}" if title and subtitle else title


def _titles_of_host(node):
    for name in ("book_metadata", "book_series_metadata", "proceedings_metadata", "book_set_metadata"):
        for found in node.iter(name):
            if said := _title(found) or _said(found, "proceedings_title"):
                return said
    return ""


def _people(work):
    people = {}
    for one in work.findall("contributors/*"):
        role = ROLES.get(one.get("contributor_role", "author"))
        if one.tag == "person_name" and role:
            name = with_parts(_said(one, "surname"), _said(one, "given_name"), _said(one, "suffix"))
        else:
            name = {"literal": words(" ".join(one.itertext()))} if one.tag == "organization" else {}
        if name and role:
            people.setdefault(role, []).append(name)
    return people


def _date(node):
    """The date in print before the one online, as reference lists have it."""
    dates = node.findall("publication_date") or node.findall("journal_issue/publication_date")
    dates += node.findall("posted_date") + node.findall("approval_date") + node.findall(".//publication_date")
    for date in sorted(dates, key=lambda one: one.get("media_type") != "print"):
        parts = []
        for name, most in (("year", 9999), ("month", 12), ("day", 31)):
            said = _said(date, name)
            if not said.isdecimal() or not 1 <= int(said[:5]) <= most:
                break
            parts.append(int(said))
        if parts:
            return {"date-parts": [parts]}
    return None


def _pages(work):
    first, last = _said(work, "pages/first_page"), _said(work, "pages/last_page")
    if first:
        return written_out("-".join(filter(None, (first, last))))
    number = work.find("publisher_item/item_number[@item_number_type='article-number']")
    return words(number.text) if number is not None else _said(work, "publisher_item/item_number")


def _said(node, place):
    found = node.find(place) if node is not None else None
    return words("".join(found.itertext())) if found is not None else ""
