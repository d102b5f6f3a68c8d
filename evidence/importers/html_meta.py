"""What a page's head says of its article: title, people, date, language."""

import datetime
import json
import re
from dataclasses import dataclass

from evidence.importers.dates import date_in
from evidence.importers.drafts import DraftPerson
from evidence.importers.people import people_in

_SUFFIX = re.compile(r"\s+[|·»–—-]\s+[^|·»–—-]{2,40}$")


@dataclass(frozen=True)
class Known:
    title: str = ""
    people: tuple[DraftPerson, ...] = ()
    date: datetime.date | None = None
    language: str = ""


def metadata(soup):
    """Known facts of a parsed page, from JSON-LD, then meta elements, then <title>."""
    linked = _linked_data(soup)
    title = _meta(soup, "og:title", "citation_title", "dc.title") or _words(linked.get("headline"))
    if not title and soup.title:
        title = _SUFFIX.sub("", _words(soup.title.get_text()))
    dates = (
        linked.get("datePublished"),
        _meta(soup, "article:published_time", "citation_publication_date", "dc.date", "date", "pubdate"),
    )
    language = (soup.find("html") or {}).get("lang") or ""
    return Known(
        title,
        _people(linked, soup),
        next((found for text in dates if (found := date_in(_words(text)))), None),
        language,
    )


def _people(linked, soup):
    entries = linked.get("author") or ()
    people = []
    for entry in entries if isinstance(entries, list) else [entries]:
        if isinstance(entry, dict) and entry.get("@type", "Person") == "Person" and entry.get("name"):
            named = people_in(_words(entry["name"])) or (DraftPerson(_words(entry["name"])),)
            people.append(DraftPerson(named[0].name, _words(entry.get("jobTitle")), named[0].credentials))
        elif isinstance(entry, str):
            people += people_in(entry)
    said = _meta(soup, "author", "article:author", "citation_author", "dc.creator")
    return tuple(people) or (people_in(re.sub(r"^by\s+", "", said, flags=re.I)) if "//" not in said else ())


def _linked_data(soup):
    """The first JSON-LD record that is an article, or an empty dict; garbage is no record."""
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        records = data.get("@graph", [data]) if isinstance(data, dict) else data
        for record in records if isinstance(records, list) else ():
            kind = str(record.get("@type", "")) if isinstance(record, dict) else ""
            if re.search(r"Article|BlogPosting|MedicalWebPage|Report", kind):
                return record
    return {}


def _meta(soup, *names):
    for name in names:
        node = soup.find("meta", attrs={"property": name}) or soup.find(
            "meta", attrs={"name": re.compile(rf"^{re.escape(name)}$", re.I)}
        )
        if node and _words(node.get("content")):
            return _words(node["content"])
    return ""


def _words(value):
    return " ".join(str(value or "").split())
