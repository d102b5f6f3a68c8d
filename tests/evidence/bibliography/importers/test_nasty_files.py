"""A file as bad as it gets for each format, written by somebody who never saw the code; and files cut and garbled."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.importers import Problem, Record, read
from evidence.bibliography.importers.decoding import decoded
from evidence.errors import ImportRefused
from tests.evidence.bibliography.importers.test_reading import BIBTEX, NBIB, RIS, XML
from tests.services import answers


def told(text, format=None):
    """({number: CSL record}, [(line, message)]) of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    found = list(read("export", data, format))
    records = {one.number: one.csl for one in found if isinstance(one, Record)}
    return records, [(one.line, str(one.message)) for one in found if isinstance(one, Problem)]


NASTY_RIS = (
    "\ufeffProvider: X\r\n\r\nTY  - JOUR\r\nTI  - One\r\nAU  - de la Cruz, Maria, Jr\r\nAU  - Smith JA\r\n"
    "PY  - 2003///Spring\r\nKW  - tea\r\nsleep\r\nER  - \nstray\nTY - BOOK\rTI - Two\rA1 - WHO,\rER -\r\n"
    "ty  - jour\nt1  - Three\nAF  - Berg, Anna\nAU  - Berg, A\nDE  - rest\nPD  - MAY\nPY  - 2011\ner  - \n"
    "TY  - JOUR\nAU  - No Title\nSN  - 1234-5679\nSN  - 2049-3630\nTY  - CHAP\nTI  - Five\nEP  - 9\nER"
)


def test_ris():
    records, problems = told(NASTY_RIS)
    assert [csl.get("title") for csl in records.values()] == ["One", "Two", "Three", None, "Five"]
    assert records[1]["author"][0]["suffix"] == "Jr"
    assert records[1]["author"][1] == {"family": "Smith", "given": "JA"}
    assert (records[1]["issued"]["season"], records[1]["keyword"]) == (1, "tea; sleep")
    assert records[2]["author"] == [{"literal": "WHO"}]
    assert (records[3]["author"], records[3]["keyword"]) == ([{"family": "Berg", "given": "Anna"}], "rest")
    assert records[3]["issued"] == {"date-parts": [[2011, 5]]}
    assert records[4]["ISSN"] == "1234-5679, 2049-3630"
    assert records[5]["page"] == "9"
    assert [line for line, _message in problems] == [1, 11, 24, 24]


NASTY_BIBTEX = r"""@string(jj = "J. Tea")
@Article(one, title="Quoted {T}itle with ``quotes'' \& 50\% $\beta$", journal=jj # { Suppl}, month=jan # "~5",
  author="M{\"u}ller, J{\"o}rg and {\O}stergaard, S. and van den Berg, Jr., A. and {WHO} and others", year=2003)
@misc{nocomma title={X}}
@article{unbalanced, title={Never closed, author={X Y}, year=2000
@book{after, title={{Deep {Nested}} Title}, author = {Z, A}, year = 1999, year = 2000, odd = {kept}}
@article{noend, title={No end}, year=1998"""


def test_bibtex():
    records, problems = told(NASTY_BIBTEX)
    assert [csl["title"] for csl in records.values()] == [
        "Quoted Title with “quotes” & 50% β",
        "Deep Nested Title",
    ]
    first, second = records.values()
    assert (first["container-title"], first["issued"]) == ("J. Tea Suppl", {"date-parts": [[2003, 1, 5]]})
    assert [name.get("family") for name in first["author"]] == ["Müller", "Østergaard", "Berg", None]
    assert first["custom"] == {"author": ["and others"]}
    assert second["custom"] == {"year2": ["2000"], "odd": ["kept"]}
    assert [line for line, _message in problems] == [4, 5, 7]


def test_nbib():
    records, problems = told(
        "PMID- 1\nTI  - One\nAB  - A: x\n      B: y\nQQ  - odd\n\nstray\nPMID-2\nTI  - Two\nPMID - 3\n"
    )
    assert [csl["PMID"] for csl in records.values()] == ["1", "2", "3"]
    assert (records[1]["abstract"], records[1]["custom"]) == ("A: x B: y", {"QQ": ["odd"]})
    assert problems == [(7, "“stray” stands outside of any record."), (10, "The record has no title.")]


def test_a_table_with_an_open_quotation_mark():
    records, problems = told('Title;Year;Odd\n"A; b\nc";2001;x\n"open;2002;q\nNext;2003;r\n', "csv")
    assert [csl["title"] for csl in records.values()] == ["A; b c", '"open', "Next"]
    assert [line for line, _message in problems] == [4]


def test_web_of_science():
    records, problems = told(
        "FN x\nPT J\nTI One\nER\nstray\nPT B\nPT J\nTI Three\nZZ what\nER\nEF\ntrailing\n"
    )
    assert [csl.get("title") for csl in records.values()] == ["One", "Three"]
    assert records[3]["custom"] == {"ZZ": ["what"]}
    assert [line for line, _message in problems] == [5, 6, 12]


ODD_JSON = [
    {"title": "One", "issued": {"raw": "2011 Spring"}, "author": "Tea Group", "volume": 4},
    {"id": "nothing"},
    {
        "title": "Two\0",
        "issued": "2011-02",
        "author": [{"family": ["x"]}, None, {"family": "Berg", "given": 5}],
    },
    {"title": "Three", "issued": {"date-parts": 7}, "ISSN": [{"a": 1}], "odd": {"kept": [1]}, "type": []},
]


def test_csl_json_of_odd_shapes():
    records, problems = told(json.dumps(ODD_JSON, indent=1), "csl")
    assert [csl["title"] for csl in records.values()] == ["One", "Two", "Three"]
    assert records[1]["issued"] == {"date-parts": [[2011]], "season": 1}
    assert (records[1]["author"], records[1]["volume"]) == ([{"literal": "Tea Group"}], "4")
    assert records[3]["author"] == [{"family": "Berg", "given": "5"}]
    assert records[4]["custom"]["odd"] == [{"kept": [1]}]
    assert [line for line, _message in problems] == [10]


@pytest.mark.parametrize(
    ("format", "shape"), [("crossref", answers.crossref()["message"]), ("openalex", answers.openalex())]
)
def test_a_field_of_another_shape_is_told_and_kept_and_spoils_nothing_else(format, shape):
    name = "ISSN" if format == "crossref" else "biblio"
    items = [{**shape, name: [[7]]}, shape]
    records, problems = told(json.dumps(items), format)
    assert [csl["DOI"] for csl in records.values()] == ["10.5555/balm.1"] * 2
    assert records[1]["custom"][name] == [[7]]
    assert "has another shape" in problems[0][1]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"title": ' * 20_000, '[{"title": ' + "9" * 5000 + "}]"])
def test_json_that_is_too_deep_or_too_long_is_told(text):
    _records, problems = told(text, "csl")
    assert problems or not _records


def test_letters_that_cannot_be_explained_are_told():
    records, problems = told(
        b"TY  - JOUR\nTI  - Gr\xf6\xdfe \x81\nER  - \n" + "TY  - JOUR\nTI  - Größe\nER  - \n".encode()
    )
    assert [csl["title"] for csl in records.values()] == ["Größe �", "Größe"]
    assert [line for line, _message in problems] == [2]


# How a record begins in each format, whatever stands around it.
BEGUN = {
    "ris": r"^[ \t]*TY[ \t]{0,4}-(?:[ \t]|$)",
    "nbib": r"^PMID[ \t]{0,4}-(?:\s|\d|$)",
    "bibtex": r"^[ \t]*@(?!string|comment|preamble)[A-Za-z]+\s*\{",
    "pubmed": r"<PubmedArticle\b[^>]*>",
    "wos": r"^PT(?:\s|$)",
}
SEEDS = {
    "ris": NASTY_RIS + RIS, "nbib": NBIB, "bibtex": BIBTEX + NASTY_BIBTEX, "pubmed": XML,
    "wos": "FN C\nVR 1.0\nPT J\nAU Berg, A\n   Dahl, B\nTI Valerian\nSO J\nER\n\nPT J\nTI Two\nER\nEF\n",
    "csl": json.dumps(ODD_JSON, indent=1), "crossref": json.dumps([answers.crossref()["message"]] * 2, indent=1),
    "openalex": json.dumps({"results": [answers.openalex()] * 2}),
    "csv": 'Title,Authors,Year\n"A, b",Smith J,2001\nC,,\n',
}  # fmt: skip
SCRAPS = st.sampled_from(
    [
        b"",
        b"{",
        b"}",
        b'"',
        b"null",
        b"\n",
        b"\r",
        b"TY  - ",
        b"ER  - ",
        b"\\",
        b"\\u0000",
        b"<",
        b"\xff\xfe",
        b"@a{",
        b"-1",
        b"PT ",
    ]
)
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), SCRAPS), min_size=1, max_size=6)


@pytest.mark.parametrize("format", SEEDS)
@given(cuts=CUTS)
def test_whatever_is_cut_every_record_begun_is_accounted_for(format, cuts):
    data = SEEDS[format].encode()
    for place, length, scrap in cuts:
        start = int(place * len(data))
        data = data[:start] + scrap + data[start + length :]
    try:
        found = list(read("any", data, format))
    except ImportRefused:
        return
    begun = re.findall(BEGUN[format], decoded(data), re.M) if format in BEGUN else []
    assert len(found) >= len(begun)
    json.dumps([one.csl for one in found if isinstance(one, Record)])
