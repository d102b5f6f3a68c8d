"""APA style (Publication Manual, 7th edition, chapters 9 and 10): author and year, list in alphabetical order."""

import re

from evidence.bibliography.references.dates import MONTHS, date_parts, season
from evidence.bibliography.references.dotted_names import edited_by, inverted, listed, translated_by
from evidence.bibliography.references.fields import (
    address,
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
    text,
    works,
)
from evidence.bibliography.references.laws import cited
from evidence.bibliography.references.pages import in_full, is_locator


def render(csl):
    """A reference as safe HTML; "year-suffix" tells works of one author and year apart ("a", "b", …)."""
    found = kind(csl)
    if found == "law":
        return joined([ended(cited(csl, italic=True)), _link(csl, found)])
    title, where = WORKS[found](csl)
    date = f"({_date(csl, found)})."
    by = _by(csl)
    head = [by, date, ended(title)] if by else [ended(title), date]
    return joined([*head, ended(where), _link(csl, found)])


def by_line(csl):
    """Authors as the entry begins with them, else its editors, else nothing: what the list is sorted by."""
    return str(_by(csl))


def _periodical(csl):
    named = em(text(csl, "container-title") or journal(csl))
    numbered = re.sub(r"(?<=\d)-(?=\d)", "–", issue(csl, "Suppl."))
    volume = joined([em(text(csl, "volume")), f"({numbered})" if numbered else ""], "")
    return text(csl, "title"), joined([named, volume, _pages(csl)], ", ")


def _preprint(csl):
    return em(text(csl, "title")), text(csl, "container-title") or text(csl, "publisher")


def _book(csl):
    volume = f"Vol. {text(csl, 'volume')}" if text(csl, "volume") else ""
    title = joined([em(text(csl, "title")), _bracketed(edition(csl), volume, helped=_helpers(csl))])
    return title, _publisher(csl)


def _chapter(csl):
    pages = in_full(text(csl, "page"), "–")
    volume = f"Vol. {text(csl, 'volume')}" if text(csl, "volume") else ""
    printed = f"{'pp.' if '–' in pages or ',' in pages else 'p.'} {pages}" if pages else ""
    host = joined([em(text(csl, "container-title")), _bracketed(edition(csl), volume, printed)])
    editors = edited_by(csl.get("editor"))
    within = joined([editors, host], ", ")
    return text(csl, "title"), joined([ended(joined(["In", within])) if within else "", _publisher(csl)])


def _report(csl):
    number = text(csl, "number")
    named = "" if not number else number if not number[0].isdigit() else f"No. {number}"
    genre = text(csl, "genre") or ("Report" if number else "")
    numbered = f"{genre} {named}".strip() if named else ""
    title = joined([em(text(csl, "title")), _bracketed(numbered, edition(csl), helped=_helpers(csl))])
    described = "[Data set]" if text(csl, "type") == "dataset" else ""
    return joined([title, described]), joined([ended(text(csl, "container-title")), _publisher(csl)])


def _webpage(csl):
    site = text(csl, "container-title") or text(csl, "publisher")
    return em(text(csl, "title")), "" if site == _by(csl).rstrip(".") else site


def _thesis(csl):
    genre = text(csl, "genre") or "Thesis"
    described = ", ".join(filter(None, (genre, text(csl, "publisher"))))
    return joined([em(text(csl, "title")), f"[{described}]"]), ""


def _label(csl):
    described = ", ".join(filter(None, (text(csl, "genre"), text(csl, "number"))))
    return joined([em(text(csl, "title")), f"[{described}]" if described else ""]), _publisher(csl)


WORKS = works(_periodical, _preprint, _book, _chapter, _report, _webpage, _thesis, _label)


def _by(csl):
    if csl.get("author"):
        return ended(listed(csl["author"]))
    return ended(edited_by(csl.get("editor"), inverted)) if kind(csl) != "chapter" else ""


def _date(csl, found):
    """Year alone for journals, books and reports; the day for what appears by the day (APA 9.14)."""
    parts, letter = date_parts(csl.get("issued")), text(csl, "year-suffix")
    if not parts:
        undated = "in press" if is_in_press(csl) else "n.d."
        return f"{undated}-{letter}" if letter else undated
    year = f"{parts[0]}{letter}"
    if found != "webpage" and text(csl, "type") not in ("article-newspaper", "article-magazine"):
        return year
    month = MONTHS[parts[1] - 1] if len(parts) > 1 else season(csl["issued"])
    day = f" {parts[2]}" if len(parts) > 2 else ""
    return f"{year}, {month}{day}" if month else year


def _pages(csl):
    page = text(csl, "page")
    return f"Article {page}" if is_locator(page) else in_full(page, "–")


def _helpers(csl):
    """Editors of an author's work, and translators (APA 9.28, 10.2)."""
    editors = edited_by(csl.get("editor")) if csl.get("author") else ""
    unbracketed = editors.replace(" (Ed", ", Ed").removesuffix(")")
    return "; ".join(filter(None, (unbracketed, translated_by(csl.get("translator")))))


def _bracketed(*parts, helped=""):
    said = "; ".join(filter(None, (helped, ", ".join(filter(None, parts)))))
    return f"({said})" if said else ""


def _publisher(csl):
    """Left out where the publisher is the author (APA 9.29)."""
    publisher = text(csl, "publisher")
    return "" if publisher and publisher == _by(csl).rstrip(".") else ended(publisher)


def _link(csl, found):
    """DOI, else the address, else PubMed; when a page without a date was read is said (APA 9.16)."""
    url = doi_address(csl) or address(csl)
    if not url and pmid(csl):
        url = f"https://pubmed.ncbi.nlm.nih.gov/{pmid(csl)}/"
    read = date_parts(csl.get("accessed"))
    if url and found == "webpage" and len(read) == 3 and not date_parts(csl.get("issued")):
        return joined([f"Retrieved {MONTHS[read[1] - 1]} {read[2]}, {read[0]}, from", link(url, url)])
    return link(url, url) if url else ""
