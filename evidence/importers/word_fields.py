"""Citation fields of Word files: Zotero, Mendeley, EndNote and Word keep the record inside."""

import base64
import binascii
import json
import re
from xml.etree import ElementTree

from evidence.bibliography.importers import csl_json
from evidence.bibliography.references import text as printed
from evidence.importers.word_styles import WORD

LONGEST = 1_000_000  # characters of one field's instruction
MARK, DEFINITION, END = "\ue021", "\ue022", "\ue023"  # as the HTML reader marks notes
_CSL = re.compile(r"CSL_CITATION\s*(?=\{)")
_ENDNOTE = re.compile(r"<EndNote>.*?</EndNote>", re.S)
_TAG = re.compile(r"^\s*CITATION\s+(.{1,2000})", re.S)
_LIST = re.compile(
    r"^\s*(?:ADDIN\s+(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST|CSL_BIBLIOGRAPHY)|BIBLIOGRAPHY)\b"
)


class Fields:
    """`records`: {label: CSL record} of the works met, in the order of the text, each work once."""

    def __init__(self, sources):
        self.sources, self.records, self._known, self._open, self._in_list = sources, {}, {}, [], False

    def replace_in(self, paragraph):
        """Put marks where citation fields show their result; a printed list of the same works goes."""
        for simple in list(paragraph.iter(f"{WORD}fldSimple")):
            if labels := self._labels(simple.get(f"{WORD}instr", "")):
                for child in list(simple):
                    simple.remove(child)
                simple.append(_run("".join(f"{MARK}{label}{END}" for label in labels)))
        for parent in list(paragraph.iter()):
            for run in list(parent):
                if run.tag == f"{WORD}r":
                    self._run_of_field(parent, run)

    def define_in(self, body):
        """Append the works as notes, for the reader to tie to their marks."""
        if body is None:
            return
        place = len(body) - (len(body) > 0 and body[-1].tag == f"{WORD}sectPr")
        for label, csl in self.records.items():
            paragraph = ElementTree.Element(f"{WORD}p")
            paragraph.append(_run(f"{DEFINITION}{label}{END} {printed(csl, 'vancouver')}"))
            body.insert(place, paragraph)
            place += 1

    def _run_of_field(self, parent, run):
        sign = run.find(f"{WORD}fldChar")
        if sign is not None:
            self._sign(parent, run, sign)
        elif self._open and not self._open[-1]["result"]:
            self._open[-1]["said"] += "".join(one.text or "" for one in run.iter(f"{WORD}instrText"))[
                :LONGEST
            ]
        elif any(field["drops"] for field in self._open):
            parent.remove(run)

    def _sign(self, parent, run, sign):
        kind = sign.get(f"{WORD}fldCharType")
        if kind == "begin":
            data = sign.find(f"{WORD}fldData")
            self._open.append({"said": _decoded(data), "result": False, "drops": False})
        elif kind == "separate" and self._open:
            field = self._open[-1]
            field["result"] = True
            labels = self._labels(field["said"])
            field["drops"] = bool(labels) or bool(self.records and _LIST.match(field["said"]))
            if labels:
                parent[list(parent).index(run)] = _run("".join(f"{MARK}{label}{END}" for label in labels))
        elif kind == "end" and self._open:
            self._open.pop()

    def _labels(self, said):
        """Labels of the works that a field cites, all of them or none: what cannot be read keeps its shown text."""
        try:
            works = self._works(said)
        except (ValueError, AttributeError, TypeError, KeyError, RecursionError, ElementTree.ParseError):
            return []
        return [self._label(csl) for csl in works] if works and all(one.get("title") for one in works) else []

    def _works(self, said):
        if found := _CSL.search(said):
            items, _end = json.JSONDecoder().raw_decode(said, found.end())
            return [csl_json.csl_of(one["itemData"]) for one in items["citationItems"]]
        if found := _ENDNOTE.search(said):
            return [_of_endnote(one) for one in ElementTree.fromstring(found.group()).iter("record")]
        if found := _TAG.match(said):
            words = re.sub(r"\\[a-ln-z]\s+\S+|\\[tny]\b", " ", found[1]).replace("\\m", " ").split()
            return [self.sources.get(tag, {}) for tag in words]
        return []

    def _label(self, csl):
        key = csl.get("DOI") or csl.get("PMID") or json.dumps(csl, sort_keys=True, ensure_ascii=False)
        if key not in self._known:
            self._known[key] = f"w{len(self._known) + 1}"  # no number: a typed list has those
            self.records[self._known[key]] = csl
        return self._known[key]


def sources_of(root):
    """{tag: CSL record} of Word's own list of sources (`b:Sources`)."""
    found = {}
    for one in root.iter():
        if one.tag.rpartition("}")[2] == "Source":
            said = {child.tag.rpartition("}")[2]: "".join(child.itertext()).strip() for child in one}
            people = [
                {part.tag.rpartition("}")[2]: part.text or "" for part in person}
                for person in one.iter()
                if person.tag.rpartition("}")[2] == "Person"
            ]
            found[said.get("Tag", "")] = _csl(
                said.get("Title"), said.get("JournalName"), said.get("Year"), said.get("DOI"),
                [{"family": one.get("Last", ""), "given": one.get("First", "")} for one in people],
                volume=said.get("Volume"), issue=said.get("Issue"), page=said.get("Pages"),
            )  # fmt: skip
    return found


def _of_endnote(record):
    def at(place):
        found = record.find(place)
        return "".join(found.itertext()).strip() if found is not None else ""

    names = ["".join(one.itertext()).strip() for one in record.findall("contributors/authors/author")]
    people = [
        {"family": name.partition(",")[0].strip(), "given": name.partition(",")[2].strip()} for name in names
    ]
    return _csl(
        at("titles/title"), at("titles/secondary-title") or at("periodical/full-title"), at("dates/year"),
        at("electronic-resource-num"), people, volume=at("volume"), issue=at("number"), page=at("pages"),
        PMID=at("accession-num") if at("accession-num").isdecimal() else "",
    )  # fmt: skip


def _csl(title, container, year, doi, people, **more):
    parts = [[int(year)]] if (year or "").isdecimal() and len(year) == 4 else []
    csl = {
        "type": "article-journal" if container else "book", "title": title, "container-title": container, "DOI": doi,
        "author": people, "issued": {"date-parts": parts} if parts else None, **more,
    }  # fmt: skip
    return csl_json.csl_of(csl)


def _decoded(node):
    if node is None or not node.text:
        return ""
    try:
        return base64.b64decode("".join(node.text.split())[:LONGEST]).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _run(said):
    run = ElementTree.Element(f"{WORD}r")
    text = ElementTree.SubElement(run, f"{WORD}t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = said
    return run
