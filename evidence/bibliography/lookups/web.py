"""A web page as a source: what its head says of itself (Highwire and Dublin Core tags, title)."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.bibliography.identifiers import CSL_VARIABLES, NORMALISERS, InvalidIdentifier
from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.names import upright_name
from evidence.bibliography.importers.records import finished
from evidence.bibliography.lookups.client import Client
from evidence.bibliography.lookups.errors import LookUpFailed

PAUSE = 1.0  # seconds between two pages of one site
READ = 500_000  # characters of a page: what it says of itself stands at its beginning
LONGEST, MOST = 1000, 200  # characters of one tag, and tags of one name, that are believed
# What a head may be called, the first that is there counts.
NAMES = {
    "title": ("citation_title", "dc.title", "og:title"),
    "author": ("citation_author", "dc.creator", "author"),
    "date": ("citation_publication_date", "citation_date", "dc.date", "article:published_time"),
    "container": ("citation_journal_title", "og:site_name"),
    "doi": ("citation_doi", "dc.identifier", "prism.doi"),
    "pmid": ("citation_pmid",),
}


def by_address(address):
    """[CSL record] of a page by its head; raises LookUpFailed for what is no page with a title."""
    host = _host(address)
    if not host:
        raise LookUpFailed(_("“%(address)s” is no address of a web page.") % {"address": address})
    head = _Head()
    head.feed(Client(host, PAUSE).text(address)[:READ])
    csl = _csl_of(head, address, host)
    if not csl.get("title"):
        raise LookUpFailed(_("%(host)s: the page has no title.") % {"host": host})
    return [csl]


def answers(address):
    """Whether a page is there; what cannot be an address is not."""
    host = _host(address)
    return bool(host) and Client(host, PAUSE).answers(address)


def _host(address):
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _csl_of(head, address, host):
    journal = head.first("container") if head.tags.get("citation_journal_title") else ""
    csl = {
        "type": "article-journal" if journal else "webpage",
        "title": head.first("title") or " ".join(head.title.split()),
        "author": [name for one in head.every("author") if (name := upright_name(one))],
        "issued": csl_date(head.first("date")[:10].replace("/", "-")),
        "container-title": journal or head.first("container") or host.removeprefix("www."),
        "URL": address,
    }
    today = timezone.localdate()
    csl["accessed"] = {"date-parts": [[today.year, today.month, today.day]]}
    for name in ("doi", "pmid"):
        csl[CSL_VARIABLES[name]] = _identifier(head.every(name), NORMALISERS[name])
    return finished(csl)


def _identifier(values, normalise):
    for value in values:
        try:
            return normalise(value)
        except InvalidIdentifier:
            continue
    return ""


class _Head(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.title, self._inside = {}, "", False

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        name = (said.get("name") or said.get("property") or "").lower()
        if tag == "meta" and name and said.get("content"):
            self._noted(name, " ".join(said["content"].split())[:LONGEST])
        self._inside = tag == "title" and not self.title

    def handle_endtag(self, tag):
        self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.title = (self.title + data)[:LONGEST]

    def _noted(self, name, content):
        if len(self.tags.setdefault(name, [])) < MOST:
            self.tags[name].append(content)

    def every(self, what):
        return next((self.tags[name] for name in NAMES[what] if name in self.tags), [])

    def first(self, what):
        return next(iter(self.every(what)), "")
