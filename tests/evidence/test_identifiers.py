import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence import identifiers
from evidence.identifiers import InvalidIdentifier, find, find_all, registry_of

SAME = {
    "doi": {
        "10.1056/nejmsb020632": [
            "10.1056/NEJMsb020632",
            "https://doi.org/10.1056/NEJMsb020632",
            "http://dx.doi.org/10.1056/NEJMsb020632",
            "doi:10.1056/NEJMsb020632.",
            "DOI: 10.1056/NEJMsb020632;",
            "DOI 10.1056/NEJMsb020632",
            "doi: https://doi.org/10.1056/NEJMsb020632",
            "https://doi.org/10.1056%2FNEJMsb020632?utm_source=mail#top",
            "(10.1056/NEJMsb020632)".strip("("),
            "\u200b10.1056/NEJMsb020632\u00a0",
        ],
        "10.1016/s0168-0102(02)00007-x": ["10.1016/S0168-0102(02)00007-X", "10.1016/S0168-0102(02)00007-X)."],
        "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2": [
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
        ],
    },
    "pmid": {
        "14561278": ["14561278", "PMID: 14561278", "https://pubmed.ncbi.nlm.nih.gov/14561278/", "014561278"]
    },
    "pmcid": {
        "PMC1691485": [
            "pmc1691485",
            "PMCID: PMC1691485",
            "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1691485/",
            "PMC1691485.2",
        ]
    },
    "isbn": {
        "9780306406157": [
            "0-306-40615-2",
            "ISBN 978-0-306-40615-7",
            "978–0–306–40615–7",
            "ISBN-13: 9780306406157",
        ]
    },
    "issn": {"0028-4793": ["00284793", "ISSN 0028-4793", "eISSN: 0028–4793"], "2434-561X": ["2434-561x"]},
    "orcid": {"0000-0002-1694-233X": ["https://orcid.org/0000-0002-1694-233x", "000000021694233X"]},
    "arxiv": {
        "2101.00001": [
            "arXiv:2101.00001v3 [q-bio.NC]",
            "https://arxiv.org/pdf/2101.00001v1.pdf",
            "10.48550/arXiv.2101.00001",
        ],
        "math/0309136": ["math.GT/0309136v2"],
    },
    "registration": {
        "NCT00287391": ["nct00287391", "https://clinicaltrials.gov/study/NCT00287391", "NCT 00287391"],
        "ChiCTR-TRC-10001234": ["ChiCTR-TRC-10001234"],
        "2011-000123-45": ["EudraCT number: 2011-000123-45", "2011–000123–45"],
        "jRCTs031180123": ["JRCTS031180123", "jRCTs031180123"],
    },
}
BROKEN = {
    "doi": [
        "",
        "11.1000/xyz",
        "10.1000/",
        "10.12/abc",
        "10.1000/has space",
        "https://example.org/10.1000/x",
        "doi:",
    ],
    "pmid": ["", "0", "PMC12", "123456789", "12a"],
    "pmcid": ["", "12345", "PMC0", "PMC"],
    "isbn": ["", "9780306406158", "0306406153", "123", "9770306406157"],
    "issn": ["", "0028-4794", "0028479"],
    "orcid": ["", "0000-0002-1825-0098", "0000-0002-1825"],
    "arxiv": ["", "2113.00001", "10.1000/x", "2101.001"],
    "registration": ["", "NCT123", "NCT002873911", "2011-12345-67"],
}
WRITTEN = [
    (kind, normal, given_)
    for kind, forms in SAME.items()
    for normal, all_ in forms.items()
    for given_ in all_
]


def normalise(kind, text):
    return getattr(identifiers, f"normalise_{kind}")(text)


@pytest.mark.parametrize(("kind", "normal", "written"), WRITTEN)
def test_ways_to_write_an_identifier_come_to_one_form(kind, normal, written):
    assert normalise(kind, written) == normal
    assert normalise(kind, normal) == normal


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in BROKEN.items() for text in texts])
def test_what_is_no_identifier_is_refused_and_named(kind, text):
    with pytest.raises(InvalidIdentifier) as error:
        normalise(kind, text)
    assert f"“{text}”" in str(error.value)


@settings(max_examples=100)
@given(
    st.sampled_from(["", "doi:", "https://doi.org/", "DOI 10.1/ ", " ", "(", "&lt;"]),
    st.from_regex(r"10\.[0-9]{4,6}/[!-~é%&;<>()\[\]]{1,20}", fullmatch=True),
    st.sampled_from(["", ".", ").", " ", "?x=1", "&amp;", "%2F"]),
)
def test_a_normal_doi_is_its_own_normal_form(before, doi, after):
    try:
        normal = normalise("doi", before + doi + after)
    except InvalidIdentifier:
        return
    assert normalise("doi", normal) == normal


@settings(max_examples=60)
@given(st.sampled_from(sorted(SAME)), st.text("0123456789XxPMCNT-/. v", max_size=20))
def test_whatever_is_accepted_stays_as_it_is(kind, text):
    try:
        normal = normalise(kind, text)
    except InvalidIdentifier:
        return
    assert normalise(kind, normal) == normal


@settings(max_examples=60)
@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_in_an_isbn_is_noticed(nine, place, shift):
    check = -sum((10 - i) * int(c) for i, c in enumerate(nine)) % 11
    right = nine + ("X" if check == 10 else str(check))
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert normalise("isbn", right).startswith("978" + nine)
    with pytest.raises(InvalidIdentifier):
        normalise("isbn", wrong)


def test_identifiers_are_found_in_a_reference():
    text = (
        "1. Rae C, et al. Proc Biol Sci 2003;270:2147-50. doi:10.1098/rspb.2003.2492. PMID: 14561278; "
        "PMC1691485. ISSN 0962-8452. Registered as NCT00287391 (EudraCT 2011-000123-45)."
    )
    assert find(text) == {
        "doi": "10.1098/rspb.2003.2492",
        "pmid": "14561278",
        "pmcid": "PMC1691485",
        "issn": "0962-8452",
        "registration": "NCT00287391",
    }
    assert find_all(text)["registration"] == ["NCT00287391", "2011-000123-45"]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("see (doi: 10.1016/S0168-0102(02)00007-X).", "10.1016/s0168-0102(02)00007-x"),
        ("https://www.frontiersin.org/articles/10.3389/fnut.2020.00001/full", "10.3389/fnut.2020.00001"),
        ("https://onlinelibrary.wiley.com/doi/abs/10.1002/jbm.1?journal=2", "10.1002/jbm.1"),
        ('<a href="https://doi.org/10.1000/abc">10.1000/abc</a>', "10.1000/abc"),
        ("“10.1000/abc”,", "10.1000/abc"),
        (
            "10.1002/(SICI)1097-0258(1998)17:15<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/(sici)1097-0258(1998)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
    ],
)
def test_a_doi_is_found_where_it_ends(text, doi):
    assert find(text)["doi"] == doi


@pytest.mark.parametrize(
    "text", ["a dose of 10.1234 mg/kg", "ISBN 978-0-306-40615-8", "page 2147-2150", "R10.1"]
)
def test_numbers_that_are_no_identifiers_are_left_alone(text):
    assert find(text) == {}


def test_a_registration_names_its_registry():
    assert registry_of("ISRCTN12345678") == "ISRCTN"
    assert registry_of("jRCTs031180123") == "jRCT"
    assert registry_of("nothing") == ""
