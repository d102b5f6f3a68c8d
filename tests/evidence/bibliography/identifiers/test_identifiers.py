import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography import identifiers
from evidence.bibliography.identifiers import InvalidIdentifier, find, find_all, registry_of

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
            "info:doi/10.1056/NEJMsb020632",
            "http://dx.doi.org/doi:10.1056/nejmSB020632/".rstrip("/"),
            "10.1056/NEJMsb020632…",
            "10.1056/NEJMsb020632。",
            "10.1056%2fNEJMsb020632",
            "\u200b10.1056/NEJMsb020632\u00a0",
        ],
        "10.1016/s0168-0102(02)00007-x": ["10.1016/S0168-0102(02)00007-X", "10.1016/S0168-0102(02)00007-X)."],
        "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2": [
            "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2",
            "10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
            "10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
            "https://doi.org/10.1002/%28SICI%291097-0258%2819980815%2917%3A15%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-2",
        ],
    },
    "pmid": {
        "14561278": [
            "14561278",
            "PMID: 14561278",
            "https://pubmed.ncbi.nlm.nih.gov/14561278/",
            "https://www.ncbi.nlm.nih.gov/pubmed/14561278",
            "https://www.ncbi.nlm.nih.gov/pubmed/?term=14561278",
            "https://europepmc.org/article/MED/14561278",
            "PubMed ID: 14561278",
            "014561278",
        ]
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
    "issn": {
        "0028-4793": ["00284793", "ISSN 0028-4793", "eISSN: 0028–4793", "ISSN (online): 0028-4793"],
        "2434-561X": ["2434-561x"],
    },
    "orcid": {"0000-0002-1694-233X": ["https://orcid.org/0000-0002-1694-233x", "000000021694233X"]},
    "arxiv": {
        "2101.00001": [
            "arXiv:2101.00001v3 [q-bio.NC]",
            "https://arxiv.org/pdf/2101.00001v1.pdf",
            "10.48550/arXiv.2101.00001",
            "https://arxiv.org/abs/2101.00001v2?context=q-bio",
        ],
        "math/0309136": ["math.GT/0309136v2"],
    },
    "registration": {
        "NCT00287391": [
            "nct00287391",
            "https://clinicaltrials.gov/study/NCT00287391",
            "NCT 00287391",
            "NCT: 00287391",
            "https://clinicaltrials.gov/ct2/show/results/NCT00287391?term=x&rank=1#outcome",
            "clinicaltrials.gov/ct2/show/NCT00287391",
        ],
        "ISRCTN12345678": [
            "ISRCTN 12345678",
            "https://doi.org/10.1186/ISRCTN12345678",
            "https://www.isrctn.com/ISRCTN12345678",
        ],
        "ChiCTR-TRC-10001234": ["ChiCTR-TRC-10001234"],
        "ChiCTR1800014687": ["ChiCTR-1800014687", "CHICTR1800014687"],
        "2011-000123-45": [
            "EudraCT number: 2011-000123-45",
            "2011–000123–45",
            "2011-000123-45-DE",
            "2011-000123-45/3rd",
        ],
        "2022-500123-41-00": [
            "EUCT number 2022-500123-41-00",
            "https://euclinicaltrials.eu/ctis-public/view/2022-500123-41-00",
        ],
        "ACTRN12616000123456": ["ACTRN12616000123456p"],
        "DRKS00012345": ["https://drks.de/search/en/trial/DRKS00012345"],
        "CTRI/2019/05/019219": ["https://trialsearch.who.int/Trial2.aspx?TrialID=CTRI/2019/05/019219"],
        "UMIN000012345": ["JPRN-UMIN000012345", "UMIN 000012345"],
        "jRCT2031200123": ["https://jrct.niph.go.jp/en-latest-detail/jRCT2031200123"],
        "KCT0001234": ["kct0001234"],
        "IRCT20080901001165N57": ["IRCT20080901001165N57"],
        "PACTR201105000292708": ["PACTR201105000292708"],
        "TCTR20190123001": ["TCTR20190123001"],
        "SLCTR/2019/012": ["SLCTR/2019/012"],
        "LBCTR2020012345": ["LBCTR2020012345"],
        "PER-012-19": ["PER-012-19"],
        "RBR-6yqk8z": ["RBR-6YQK8Z"],
        "RPCEC00000123": ["RPCEC00000123"],
        "NTR1234": ["NTR1234"],
        "U1111-1234-5678": ["UTN: U1111-1234-5678"],
        "CRD42020123456": ["PROSPERO CRD42020123456"],
        "INPLASY202040123": ["INPLASY202040123"],
        "ITMCTR2020000123": ["ITMCTR2020000123"],
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
        "10.1000/" + "x" * 300,
    ],
    "pmid": ["", "0", "PMC12", "123456789", "12a"],
    "pmcid": ["", "12345", "PMC0", "PMC"],
    "isbn": ["", "9780306406158", "0306406153", "123", "9770306406157", "0000000000", "9790260000438"],
    "issn": ["", "0028-4794", "0028479", "0000-0000"],
    "orcid": ["", "0000-0002-1825-0098", "0000-0002-1825", "4111-1111-1111-1111"],
    "arxiv": ["", "2113.00001", "10.1000/x", "2101.001"],
    "registration": [
        "",
        "NCT123",
        "NCT002873911",
        "2011-12345-67",
        "https://example.org/NCT1",
        "CTRI/2019/019219",
    ],
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
@given(st.integers(1, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_in_an_isbn_is_noticed(number, place, shift):
    nine = f"{number:09}"
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
