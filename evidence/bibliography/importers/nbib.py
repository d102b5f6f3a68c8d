"""PubMed's MEDLINE format (.nbib): `PMID- 12345`, values folded by six spaces."""

import re

from django.utils.translation import gettext as _

from evidence.bibliography.identifiers import find
from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.names import csl_name, medline_name
from evidence.bibliography.importers.pages import written_out
from evidence.bibliography.importers.records import Problem, Record, finished, keep
from evidence.bibliography.importers.study_types import kind_of
from evidence.bibliography.importers.tagged import lines_of

_LINE = re.compile(r"^([A-Z][A-Z0-9]{1,3})\s{0,4}-(?:\s(.*))?$")
_BEGIN = re.compile(r"^(PMID)-(\d{1,8})\s*$")  # nothing else marks where a record begins
TEXTS = {
    "TI": "title", "BTI": "container-title", "JT": "container-title", "TA": "container-title-short", "VI": "volume",
    "IP": "issue", "AB": "abstract", "PB": "publisher", "PL": "publisher-place", "CTI": "collection-title",
    "EN": "edition", "LA": "language",
}  # fmt: skip
# What a later notice did to the record, and which notice it was: kept for SourceUpdates, one list a kind.
COMMENTS = (
    "CIN", "CON", "EIN", "EFR", "RIN", "ROF", "RPI", "RPF", "CRI", "CRF", "RRI", "RRF", "ECI", "ECF", "UIN", "UOF",
    "PRIN", "PROF", "DDIN", "DRIN", "ORI", "SPIN",
)  # fmt: skip
LISTS = {"PT": "publication-types", "MH": "mesh", "OT": "keywords", "SI": "registrations"}


def read(text):
    """Records and Problems of a MEDLINE text; a record begins with its PMID, or after a blank line with the tag that
    the first one begins with (ERIC's "OWN")."""
    number, fields, first = 0, [], ""
    for line in lines_of(text, _matched, indented=True):
        first = first or line.tag
        again = (line.tag == first and line.apart) or (line.tag == "PMID" and _has(fields, "PMID"))
        if fields and again and line.tag:
            number += 1
            yield from _told(number, fields)
            fields = []
        if line.tag:
            fields.append(line)
        else:
            yield Problem(
                0, line.number, _("“%(words)s” stands outside of any record.") % {"words": line.value[:60]}
            )
    if fields:
        yield from _told(number + 1, fields)


def _matched(line):
    found = _LINE.match(line) or _BEGIN.match(line)
    return (found[1], (found[2] or "").strip()) if found else None


def _has(fields, tag):
    return any(one.tag == tag for one in fields)


def _told(number, fields):
    said = {}
    for line in fields:
        if line.value:
            said.setdefault(line.tag, []).append(line.value)
    if {"TI", "BTI", "TT", "PMID"} & set(said):
        csl = csl_of(said)
        yield Record(number, fields[0].number, csl)
        if not csl.get("title"):
            yield Problem(number, fields[0].number, _("The record has no title."))
    else:
        yield Problem(number, fields[0].number, _("The record has neither title nor PMID."))


def csl_of(said):
    """CSL record of {tag: [values]}."""
    csl, kept = {}, {}
    for tag, variable in TEXTS.items():
        for value in said.get(tag, ()):
            if variable in csl:
                keep(kept, tag, value)
            else:
                csl[variable] = words(value) if variable in ("title", "abstract") else value
    csl["type"] = (
        "book" if "BTI" in said and "TI" not in said else "chapter" if "BTI" in said else "article-journal"
    )
    if csl["type"] == "book":
        csl["title"] = csl.pop("container-title")
    csl["title"] = (csl.get("title") or "").removesuffix(".") or (said.get("TT") or [""])[0].strip("[].")
    _people(csl, said)
    csl["issued"] = csl_date((said.get("DP") or said.get("DEP") or [""])[0])
    csl["page"] = written_out((said.get("PG") or [""])[0])
    _identifiers(csl, said, kept)
    for tag, name in LISTS.items():
        if tag in said:
            kept[name] = said[tag]
    notices = {tag: said[tag] for tag in COMMENTS if tag in said}
    if notices:
        kept["comments"] = notices
    if "Preprint" in said.get("PT", ()):
        csl["type"] = "article"
    kept |= kind_of(said.get("PT", ()), said.get("MH", ()))
    for tag in set(said) - PLACED:
        for value in said[tag]:
            keep(kept, tag, value)
    return finished(csl, kept)


def _people(csl, said):
    full = [csl_name(value) for value in said.get("FAU", ())]
    people = full or [medline_name(value) for value in said.get("AU", ())]
    people += [{"literal": value} for value in said.get("CN", ())]
    csl["author"] = [one for one in people if one]
    editors = [csl_name(value) for value in said.get("FED", ())] or [
        medline_name(v) for v in said.get("ED", ())
    ]
    csl["editor"] = [one for one in editors if one]


def _identifiers(csl, said, kept):
    csl["PMID"] = (said.get("PMID") or [""])[0]
    csl["PMCID"] = re.sub(r"\s.*", "", (said.get("PMC") or [""])[0])
    for tag in ("AID", "LID"):
        for value in said.get(tag, ()):
            text, _blank, kind = value.rpartition(" ") if value.endswith("]") else (value, "", "")
            if kind in ("[doi]", "") and "DOI" not in csl and (doi := find(text).get("doi")):
                csl["DOI"] = doi
            elif kind == "[pii]" and tag == "LID" and not csl.get("page"):
                csl["page"] = text
            elif text and text not in csl.values():
                keep(kept, tag, value)
    serials = [re.sub(r"\s.*", "", value) for value in said.get("IS", ())]
    csl["ISSN"] = ", ".join(dict.fromkeys(serials))
    csl["ISBN"] = re.sub(r"[^0-9Xx].*$", "", (said.get("ISBN") or [""])[0].replace("-", ""))


PLACED = {
    *TEXTS, *COMMENTS, *LISTS, "PMID", "PMC", "AID", "LID", "IS", "ISBN", "PG", "DP", "FAU", "AU", "CN", "FED", "ED",
}  # fmt: skip
