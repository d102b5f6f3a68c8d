"""The reference list at the end of an article: found by its heading or its form, and cut into entries."""

import re
from dataclasses import replace

from evidence.bibliography.identifiers import find
from evidence.bibliography.references.parsing.heads import is_body
from evidence.prose.markers import readable

_HEADING = re.compile(
    r"(?:references?(?: list| cited)?|bibliography|literature(?: cited)?|works cited|list of references|"
    r"references? (?:and|&) (?:notes|sources|further reading)|cited (?:literature|works)|"
    r"(?P<weak>sources?|citations?|scientific (?:references|sources)|(?:end|foot)? ?notes?|"
    r"(?:further|suggested) reading|resources|studies cited))\s*:?",
    re.I,
)
_LABEL = re.compile(
    r"\s*(?:[-*+•]\s+)?(?:\\?\[\s*(?P<bracket>[\w:.-]{1,14})\s*\\?\]:?\s*|\(?(?P<number>\d{1,3})\\?[.)]\s+|"
    r"(?P<tabbed>\d{1,3})\t\s*|(?P<bullet>[-*+•–])\s+)(?=\S)"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b")
_URL = re.compile(r"https?://|www\.|\bdoi\b", re.I)
_NAMES_FIRST = re.compile(
    r"^[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)?,?\s(?:[A-Z]\.?-?){1,3}(?=[\s,.;(])"
)
_PLACE = re.compile(r"\d\s?\(\d+\)|[;:,]\s?\d+\s?[-–:]\s?\d+|\bpp?\.\s?\d|\bvol\b|\bet al\b", re.I)


def looks_like_reference(raw):
    """Whether a note or an entry points to a publication: an identifier, an address, or a year with names or pages."""
    if find(raw) or _URL.search(raw):
        return True
    return bool(_YEAR.search(raw)) and bool(
        _NAMES_FIRST.match(raw) or _PLACE.search(raw) or is_body(raw[:40])
    )


def is_list_heading(text):
    """Whether a heading announces a reference list and nothing else."""
    found = _HEADING.fullmatch(text.strip())
    return bool(found) and not found["weak"]


def without_list(sections):
    """(sections without the reference list, [(label, raw)] of its entries in order).

    What stands under the list's heading and is no entry stays there as text.
    """
    kept, entries = [], []
    for section in sections:
        found = _HEADING.fullmatch(section.heading.strip()) if section.heading else None
        listed = entries_of(section.body) if found else []
        good = [pair for pair in listed if looks_like_reference(pair[1])]
        if not found or (found["weak"] and 2 * len(good) < len(listed)) or not listed:
            if not (found and not section.body.strip() and not found["weak"]):
                kept.append(section)
            continue
        labelled = any(label for label, _raw in listed)
        rest = [raw for label, raw in listed if not label and labelled and not looks_like_reference(raw)]
        entries += [(label, raw) for label, raw in listed if raw not in rest]
        if rest:
            kept.append(replace(section, body="\n\n".join(rest)))
    if not entries and kept:
        kept[-1:], entries = _tail(kept[-1])
    return tuple(kept), _relabelled(entries)


def entries_of(body):
    """[(label, raw)] of a list: by labels, bullets, blank lines or, failing these, line by line."""
    lines = body.split("\n")
    labels = [_LABEL.match(line) for line in lines]
    numbered = any(found and not found["bullet"] for found in labels)
    listed = any(labels)
    spaced = any(not line.strip() for line in body.strip().split("\n"))
    entries, fresh = [], True
    for line, found in zip(lines, labels, strict=True):
        if not line.strip():
            fresh = True
            continue
        starts = bool(found) if listed else (fresh or not spaced)
        if found and (not numbered or not found["bullet"]):
            label = found["bracket"] or found["number"] or found["tabbed"] or ""
            entries.append([label, line[found.end() :]])
        elif starts or not entries or (fresh and listed and not line.startswith((" ", "\t"))):
            entries.append(["", line])
        else:
            entries[-1][1] += f" {line.strip()}"
        fresh = False
    return [(label, raw) for label, raw in ((label, _plain(raw)) for label, raw in entries) if raw]


def _tail(section):
    """A list without a heading: two or more labelled entries, each with a year or address, that end the text."""
    cut = re.split(r"\n(?=\s*(?:\\?\[\d|\d{1,3}[.)]\s))|\n{2,}", section.body)
    paragraphs = [one for one in cut if one.strip()]
    place = len(paragraphs)
    while place and is_entry(paragraphs[place - 1]):
        place -= 1
    if len(paragraphs) - place < 2 or (place == 0 and not section.heading):
        return [section], []
    entries = entries_of("\n\n".join(paragraphs[place:]))
    return [replace(section, body="\n\n".join(paragraphs[:place]))], entries


def is_entry(paragraph):
    """Whether a paragraph is a numbered entry of a reference list."""
    found = _LABEL.match(paragraph)
    return bool(found and not found["bullet"] and looks_like_reference(paragraph[found.end() :]))


def _relabelled(entries):
    """Entries whose numbers do not rise ("1. 1. 1.", as Markdown allows) are called by their place instead."""
    numbers = [int(label) for label, _raw in entries if label.isdigit()]
    if len(numbers) == len(entries) and sorted(set(numbers)) == numbers:
        return entries
    if any(label and not label.isdigit() for label, _raw in entries):
        return entries
    return [(str(place), raw) for place, (_label, raw) in enumerate(entries, start=1)]


def _plain(raw):
    """An entry without Markdown, its links' addresses kept behind their words."""

    def spelled(match):
        words, url = match[1], match[2]
        return words if url in words or words.strip() in url else f"{words} {url}"

    raw = re.sub(
        r"\[([^\]\[]*)\]\((https?://[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)", spelled, raw
    )
    return readable(re.sub(r"<(https?://[^>\s]*)>", r"\1", raw))
