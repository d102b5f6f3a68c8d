"""AMA style (AMA Manual of Style, 11th edition, chapter 3): numbered references, abbreviated given names."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from evidence.identifiers import InvalidIdentifier, normalise_doi
from evidence.references.printed import date_parts

MOST_AUTHORS, SHOWN_AUTHORS = 6, 3  # AMA 3.7: up to six are all named; of more, three and "et al"
PERIODICAL = {"article-journal", "article-magazine", "article-newspaper", "article"}


def render(csl, *, retracted=False):
    """A reference as safe HTML."""
    if csl.get("raw") and not csl.get("author"):
        parts = [format_html("{}", csl["raw"])]
    else:
        parts = [part for part in (_authors(csl), _title(csl), _where(csl), _links(csl)) if part]
    if retracted:
        parts.insert(0, format_html("<strong>{}</strong>", _("Retracted.")))
    return format_html_join(" ", "{}", ((part,) for part in parts))


def author_names(people):
    """Names as AMA prints them: "Rae C, Digney AL", three and "et al" of more than six."""
    names = [_name(person) for person in people]
    if len(names) > MOST_AUTHORS:
        return ", ".join(names[:SHOWN_AUTHORS]) + ", et al"
    return ", ".join(names)


def _name(person):
    if person.get("literal"):
        return person["literal"]
    particle = person.get("non-dropping-particle", "")
    family = f"{particle} {person.get('family', '')}".strip()
    given = re.findall(r"[^\W\d_]+", person.get("given", ""))
    initials = "".join(part if part.isupper() and len(part) <= 3 else part[0].upper() for part in given)
    return " ".join(filter(None, (family, initials, person.get("suffix", ""))))


def _authors(csl):
    people = csl.get("author") or csl.get("editor") or ()
    if not people:
        return ""
    names = author_names(people)
    if not csl.get("author"):
        names += ", eds" if len(people) > 1 else ", ed"
    return _ended(names)


def _title(csl):
    title = csl.get("title", "")
    if not title:
        return ""
    if csl.get("type") in PERIODICAL | {"chapter", "webpage", "paper-conference"}:
        return _ended(title)
    edition = f" {csl['edition']} ed." if csl.get("edition") else ""
    return format_html("<em>{}</em>{}{}", title, "" if title[-1] in ".?!" else ".", edition)


def _where(csl):
    year = date_parts(csl.get("issued"))
    if csl.get("type") in PERIODICAL:
        return _in_journal(csl, year)
    publisher = _ended("; ".join(filter(None, (csl.get("publisher", ""), str(year[0]) if year else ""))))
    if csl.get("type") == "chapter" and csl.get("container-title"):
        pages = f":{csl['page'].replace('-', '–')}" if csl.get("page") else ""
        return format_html(
            "In: <em>{}</em>. {}{}", csl["container-title"], publisher.rstrip("."), f"{pages}."
        )
    if csl.get("container-title"):
        return format_html("{}. {}", csl["container-title"], publisher)
    return publisher


def _in_journal(csl, year):
    volume = csl.get("volume", "") + (f"({csl['issue']})" if csl.get("issue") else "")
    pages = csl.get("page", "").replace("-", "–")
    when = str(year[0]) if year else ""
    numbers = ":".join(filter(None, (volume, pages)))
    said = ";".join(filter(None, (when, numbers)))
    journal = csl.get("container-title", "")
    if not journal:
        return _ended(said) if said else ""
    return format_html("<em>{}</em>. {}", journal.rstrip("."), _ended(said) if said else "")


def _links(csl):
    links = []
    doi = _doi(csl.get("DOI", ""))
    if doi:
        links.append(format_html('<a href="https://doi.org/{}">doi:{}</a>', doi, doi))
    if str(csl.get("PMID", "")).isdigit():
        pmid = csl["PMID"]
        links.append(format_html('<a href="https://pubmed.ncbi.nlm.nih.gov/{}/">PMID {}</a>', pmid, pmid))
    if not links and re.match(r"https?://", csl.get("URL", "")):
        links.append(format_html('<a href="{}">{}</a>', csl["URL"], csl["URL"]))
    return format_html_join(mark_safe(" · "), "{}", ((link,) for link in links)) if links else ""


def _doi(text):
    try:
        return normalise_doi(text) if text else ""
    except InvalidIdentifier:
        return ""


def _ended(text):
    return text if not text or text[-1] in ".?!" else f"{text}."
