"""Sources out again: what is exported is read back as it was, on every field that the format can hold."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.exporters.bibtex import TYPES as BIBTEX_TYPES
from evidence.bibliography.exporters.bibtex import bibtex
from evidence.bibliography.exporters.csl_json import csl_json
from evidence.bibliography.exporters.ris import TYPES as RIS_TYPES
from evidence.bibliography.exporters.ris import ris
from evidence.bibliography.importers import Record, read
from evidence.importers.manuscripts import source_of
from tests import builders

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüéñçøßABCDEFGHIÄÖ"
WORD = st.text(LETTERS, min_size=2, max_size=9)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
CAPITAL = st.sampled_from(["Ågren", "Berg", "Öst", "DeWitt", "Müller", "Ñandú", "Lé"])
ODD = st.sampled_from(
    [
        "",
        "?",
        ": part",
        " & more",
        " 50% of",
        " C_6 #1",
        " {x}",
        " ~ $5",
        " p < 0.05",
        "; α–β",
        ' "so"',
        " a\\b",
        "^2",
    ]
)
PUNCTUATED = st.tuples(WORD, ODD, WORDS).map(lambda parts: f"{parts[0]}{parts[1]} {parts[2]}")
PERSON = st.fixed_dictionaries(
    {"family": st.one_of(CAPITAL, st.sampled_from(["Smith-Jones", "O'Neill", "Garcia Marquez"]))},
    optional={
        "given": st.one_of(CAPITAL, st.sampled_from(["J. R.", "Anne-Marie", "AB"])),
        "non-dropping-particle": st.sampled_from(["van der", "de", "von"]),
        "suffix": st.sampled_from(["Jr", "III"]),
    },
).filter(lambda name: "given" in name or (len(name) == 1 and " " not in name["family"]))
BODY = st.sampled_from(
    ["WHO", "Tea Study Group", "World Health Organization", "Ministry of Health, Malaysia", "AT&T Labs"]
).map(lambda name: {"literal": name})
PEOPLE = st.lists(
    st.one_of(PERSON, BODY), min_size=1, max_size=3, unique_by=lambda name: tuple(sorted(name.items()))
)
DATE = st.sampled_from(
    [
        {"date-parts": [[2011]]},
        {"date-parts": [[2011, 5]]},
        {"date-parts": [[2011, 12, 3]]},
        {"date-parts": [[2011]], "season": 1},
        {"date-parts": [[2011]], "season": 4},
        {"literal": "in press"},
    ]
)
FIELDS = {
    "editor": PEOPLE,
    "translator": st.just([{"family": "Öst", "given": "B"}]),
    "container-title-short": st.just("J Tea & Tr"),
    "collection-title": st.just("Notes on {tea}, 50%"),
    "volume": st.sampled_from(["4", "12", "S1"]),
    "issue": st.sampled_from(["2", "3-4", "Suppl 1"]),
    "page": st.sampled_from(["3", "12-19", "e123", "S3-S9"]),
    "edition": st.just("2nd"),
    "publisher": st.sampled_from(["Tea & Sons", "Ärzteverlag", "WHO"]),
    "publisher-place": st.just("Kuala Lumpur"),
    "genre": st.sampled_from(["Technical report", "Guideline & code"]),
    "language": st.sampled_from(["en", "German"]),
    "abstract": PUNCTUATED,
    "keyword": st.lists(WORD, min_size=1, max_size=3, unique=True).map("; ".join),
    "note": st.just("See #3; C_6"),
    "URL": st.sampled_from(["https://example.org/a?b=1&c=%20d", "https://example.org/a_b#c~d"]),
    "accessed": st.just({"date-parts": [[2024, 2, 9]]}),
    "DOI": st.sampled_from(
        ["10.5555/abc.1", "10.5555/a(b)1_2", "10.1002/(SICI)1<1::AID-A1>3.0.CO;2-0".lower()]
    ),
    "PMID": st.just("123456"),
    "PMCID": st.just("PMC12345"),
    "ISBN": st.just("9780306406157"),
    "ISSN": st.sampled_from(["1234-5679", "1234-5679, 2049-3630"]),
}
NUMBERED = ("report", "standard", "patent", "dataset")


def records(types):
    """Records of some types with any of the fields; what a type has no place for is left out."""
    needed = {
        "type": st.sampled_from(sorted(types)), "title": PUNCTUATED, "author": PEOPLE, "issued": DATE,
        "container-title": PUNCTUATED,
    }  # fmt: skip
    return st.fixed_dictionaries(needed, optional={**FIELDS, "number": st.just("WHO/12.3")}).map(_fitting)


def _fitting(record):
    unfit = set()
    if record["type"] == "book":
        unfit |= {"container-title", "container-title-short"}
    if record["type"] not in NUMBERED:
        unfit.add("number")
    return {name: value for name, value in record.items() if name not in unfit}


def back(text, format):
    return [one.csl for one in read("export", text.encode(), format) if isinstance(one, Record)]


def shown(found, wanted):
    return {name: value for name, value in found.items() if name in wanted}


@given(st.lists(records(RIS_TYPES), min_size=1, max_size=2))
def test_ris_comes_back(wanted):
    found = back(ris(wanted), "ris")
    assert [shown(one, record) for one, record in zip(found, wanted, strict=True)] == wanted


@given(
    st.lists(
        records({*BIBTEX_TYPES, "article", "document", "legislation", "standard"}), min_size=1, max_size=3
    )
)
def test_bibtex_comes_back(wanted):
    found = back(bibtex([{"id": f"k{n}", **record} for n, record in enumerate(wanted)]), "bibtex")
    assert [shown(one, record) for one, record in zip(found, wanted, strict=True)] == wanted


@given(st.lists(records(RIS_TYPES), min_size=1, max_size=2))
def test_csl_json_comes_back(wanted):
    assert back(json.dumps(wanted), "csl") == wanted


@given(st.lists(records(RIS_TYPES), min_size=1, max_size=2))
def test_an_export_of_an_import_of_an_export_is_the_same_file(wanted):
    once = ris(wanted)
    assert ris(back(once, "ris")) == once
    keyed = bibtex([{"id": f"k{n}", **record} for n, record in enumerate(wanted)])
    assert bibtex(back(keyed, "bibtex")) == keyed


@pytest.mark.parametrize("source", builders.manuscript().sources, ids=lambda source: source.key)
def test_csl_json_comes_back_with_what_was_judged(source):
    assert source_of(csl_json(source)) == source


def test_a_range_of_dates_survives_where_there_is_a_place_for_it():
    record = {"type": "book", "title": "Herbs", "issued": {"date-parts": [[2011, 12], [2012, 1]]}}
    (found,) = back(bibtex([record]), "bibtex")
    assert found["issued"] == record["issued"]


def test_no_part_of_a_name_is_dropped():
    record = {
        "type": "book",
        "title": "Herbs",
        "author": [{"family": "La Fontaine", "given": "Jean", "dropping-particle": "de"}],
    }
    assert "La Fontaine, Jean de" in ris([record])
    assert "La Fontaine, Jean de" in bibtex([record])
