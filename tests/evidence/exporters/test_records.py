"""Sources out again: what is exported is read back as it was, on every field that the format can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.exporters.bibtex import bibtex
from evidence.exporters.csl_json import csl_json
from evidence.exporters.ris import ris
from evidence.importers.manuscripts import source_of
from evidence.importers.sources import Record, read
from tests import builders

WORD = st.from_regex(r"[A-Za-zÄÖÜäöüéñçøß][a-zäöüéñçøß]{1,9}", fullmatch=True)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
CAPITAL = st.from_regex(r"[A-ZÄÖ][a-zäöüé]{2,9}", fullmatch=True)
NAMES = st.builds(lambda family, given: {"family": family, "given": given}, CAPITAL, CAPITAL)
PUNCTUATED = st.tuples(
    WORDS, st.sampled_from(["", "?", ": part", " & more", " 50% of", " C_6 #1", " {x}", " ~ $5"]), WORDS
)
RECORDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["article-journal", "book", "chapter"]),
        "title": PUNCTUATED.map(lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"),
        "author": st.lists(NAMES, min_size=1, max_size=4, unique_by=str),
        "issued": st.sampled_from(
            [{"date-parts": [[2011]]}, {"date-parts": [[2011, 5]]}, {"date-parts": [[2011, 5, 3]]}]
        ),
        "container-title": WORDS,
        "page": st.sampled_from(["3", "12-19", "e123"]),
        "DOI": st.sampled_from(["10.5555/abc.1", "10.5555/a(b)1_2"]),
    },
    optional={
        "volume": st.sampled_from(["4", "12"]),
        "issue": st.just("2"),
        "publisher": WORDS,
        "PMID": st.just("123456"),
    },
)


def back(text, format):
    return [one.csl for one in read("export", text.encode(), format) if isinstance(one, Record)]


def same(found, wanted):
    wanted = dict(wanted)
    if wanted["type"] == "book":
        wanted.pop("container-title"), wanted.pop("issue", None)
    shown = {name: value for name, value in found.items() if name in wanted}
    return shown == wanted


@given(st.lists(RECORDS, min_size=1, max_size=3))
def test_ris_comes_back(records):
    found = back(ris(records), "ris")
    assert len(found) == len(records)
    assert all(same(one, record) for one, record in zip(found, records, strict=True))


@given(st.lists(RECORDS, min_size=1, max_size=3))
def test_bibtex_comes_back(records):
    found = back(bibtex([{"id": f"k{n}", **record} for n, record in enumerate(records)]), "bibtex")
    assert len(found) == len(records)
    assert all(same(one, record) for one, record in zip(found, records, strict=True))


@pytest.mark.parametrize("source", builders.manuscript().sources, ids=lambda source: source.key)
def test_csl_json_comes_back_with_what_was_judged(source):
    assert source_of(csl_json(source)) == source


def test_a_group_and_particles_survive_both():
    record = {
        "type": "article-journal", "title": "DNA of tea", "container-title": "J Tea",
        "author": [
            {"literal": "Tea Study Group"},
            {"non-dropping-particle": "van der", "family": "Berg", "given": "A"},
        ],
    }  # fmt: skip
    for text, format in ((ris([record]), "ris"), (bibtex([record]), "bibtex")):
        (found,) = back(text, format)
        assert found["author"] == record["author"]
        assert found["title"] == "DNA of tea"
