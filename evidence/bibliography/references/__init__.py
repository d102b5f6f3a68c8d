"""Reference styles, one file each: CSL-JSON in, escaped HTML out."""

import html
import re
import unicodedata
from collections import Counter
from string import ascii_lowercase

from django.utils.translation import gettext as _

from evidence.bibliography.references import ama, apa, vancouver
from evidence.bibliography.references.dates import date_parts
from evidence.bibliography.references.fields import (
    doi,
    doi_address,
    em,
    is_in_press,
    is_raw,
    joined,
    link,
    pmid,
    pubmed_link,
)
from evidence.bibliography.references.fields import text as field
from evidence.bibliography.references.pages import collapse, runs
from evidence.bibliography.references.printed import printed_fields

__all__ = ["STYLES", "collapse", "listed", "printed_fields", "render", "runs", "text"]
STYLES = {"ama": ama.render, "vancouver": vancouver.render, "apa": apa.render}


def render(csl, style="ama", *, retracted=False):
    """A CSL-JSON record as a reference: safe HTML (only `em` and `a`) in a style of STYLES.

    `retracted` says so in front of the reference itself. CSL's "year-suffix" is the letter behind an APA year. A
    record that is only a raw string is printed as it was written. Raises KeyError for a style there is not.
    """
    return _rendered(_clean(csl), style, retracted)


def text(csl, style="ama", *, retracted=False):
    """The same reference as plain text."""
    marked = render(csl, style, retracted=retracted)
    return html.unescape(re.sub(r"</?(?:em|a)\b[^>]*>", "", marked))


def listed(records, style="ama", *, retracted=frozenset()):
    """A reference list: [(index in `records`, safe HTML), …]; `retracted` holds indices.

    AMA and Vancouver keep the order given; APA sorts, and tells works of one author and year apart by letters
    (APA 9.44–9.48).
    """
    works = [_clean(record) for record in records]
    order = range(len(works))
    if style == "apa":
        authors = [apa.by_line(work) for work in works]
        keys = [_alphabetical(*pair) for pair in zip(works, authors, strict=True)]
        order = sorted(order, key=keys.__getitem__)
        alike = [(authors[index], keys[index][1]) for index in order]
        for index, letter in zip(order, _year_suffixes(alike), strict=True):
            works[index]["year-suffix"] = letter
    return [(index, _rendered(works[index], style, index in retracted)) for index in order]


def _clean(csl):
    kept = {name: csl[name] for name in ("DOI", "PMID", "year-suffix") if csl.get(name)}
    return {**printed_fields(csl), **kept}


def _rendered(work, style, retracted):
    reference = _raw(work) if is_raw(work) else STYLES[style](work)
    return joined([em(_("Retracted.")) if retracted else "", reference])


def _raw(work):
    """The string as it was imported, its DOI as a link."""
    raw, name = field(work, "raw"), doi(work)
    there = re.search(re.escape(name), raw, re.I) if name else None
    if there:
        raw = joined([raw[: there.start()], link(doi_address(work), name), raw[there.end() :]], "")
    elif name:
        raw = joined([raw, link(doi_address(work), f"doi:{name}")])
    return joined([raw, "" if pmid(work) in raw else pubmed_link(work, "PMID ")])


def _alphabetical(work, authors):
    """By author, year and title; accents count as their letters, no date comes first and "in press" last."""
    title = re.sub(r"^(?:a|an|the)\s+", "", _unaccented(field(work, "title") or field(work, "raw")))
    parts = date_parts(work.get("issued"))
    year = parts[0] if parts else 9999 if is_in_press(work) else 0
    return _unaccented(authors) or title, year, title


def _unaccented(text):
    return "".join(
        one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one)
    )


def _year_suffixes(keys):
    """A letter for each of the works, in list order, that share author and year with another."""
    shared, given = Counter(keys), Counter()
    for key in keys:
        yield _letter(given[key]) if shared[key] > 1 else ""
        given[key] += 1


def _letter(number):
    """ "a" to "z", then "aa"."""
    return (
        ascii_lowercase[number] if number < 26 else _letter(number // 26 - 1) + ascii_lowercase[number % 26]
    )
