"""Where identifiers begin and end in what people paste: addresses, reference lists, Markdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography.identifiers import NORMALISERS, find, find_all

SICI = "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2"
DOIS = [
    ("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf", "10.1101/2020.01.01.123456"),
    ("https://www.medrxiv.org/content/10.1101/014852v1", "10.1101/014852"),
    ("https://example.org/article?id=10.1371/journal.pone.0153965&type=printable", "10.1371/journal.pone.0153965"),
    ("https://onlinelibrary.example/doi/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2", SICI),
    ("https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2.", SICI),
    ("(10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2)", SICI),
    ("https://link.example/content/pdf/10.1007/s00213-005-0269-z.pdf", "10.1007/s00213-005-0269-z"),
    ("https://link.example/article/10.1007/s00213-005-0269-z/tables/1", "10.1007/s00213-005-0269-z"),
    ("https://www.frontiersin.org/articles/10.3389/fnut.2024.1424972/full#h3", "10.3389/fnut.2024.1424972"),
    ("https://example.org/doi/10.1056/NEJMoa2022926?url_ver=Z39.88&rfr_id=ori:x.org", "10.1056/nejmoa2022926"),
    ("https://www.example.org/doi/10.1056/NEJMoa2022926;jsessionid=0A1B", "10.1056/nejmoa2022926"),
    ("https://doi-org.proxy.example.edu/10.1056/NEJMoa2022926", "10.1056/nejmoa2022926"),
    ("doi.org/10.1056/NEJMoa2022926", "10.1056/nejmoa2022926"),
    ("[10.1000/abc](https://doi.org/10.1000/abc)", "10.1000/abc"),
    ("doi:10.1000/abc.PMID: 14561278", "10.1000/abc"),
    ("doi:10.1000/abc;Epub 2003", "10.1000/abc"),
    ("见10.1000/abc。", "10.1000/abc"),
    ("（doi:10.1000/abc）", "10.1000/abc"),
    ("see 10.1000/abc…", "10.1000/abc"),
    ("10.1000/abc&gt;", "10.1000/abc"),
    ("https://doi.org/10.1000/456%23789", "10.1000/456#789"),
    ("10.1890/0012-9658(2006)87[2614:TIOIND]2.0.CO;2.", "10.1890/0012-9658(2006)87[2614:tioind]2.0.co;2"),
    ("doi：10.1000/abc", "10.1000/abc"),
    ("DOI 10.1000/ABC-1.2_3", "10.1000/abc-1.2_3"),
]  # fmt: skip
OTHERS = [
    ("https://www.ncbi.nlm.nih.gov/pubmed/14561278", "pmid", "14561278"),
    ("https://www.ncbi.nlm.nih.gov/pubmed/?term=14561278", "pmid", "14561278"),
    ("https://europepmc.org/article/MED/14561278", "pmid", "14561278"),
    ("2147–50. [PubMed: 14561278]", "pmid", "14561278"),
    ("PubMed ID 14561278", "pmid", "14561278"),
    ("https://europepmc.org/article/PMC/PMC1691485", "pmcid", "PMC1691485"),
    ("eISSN: 0028-4793", "issn", "0028-4793"),
    ("ISSN (online) 0028-4793", "issn", "0028-4793"),
    ("Elm Press; 2001. ISBN 0-306-40615-2.", "isbn", "9780306406157"),
    ("(ISBN-13: 978-0-306-40615-7)", "isbn", "9780306406157"),
    ("https://orcid.org/0000-0002-1694-233X", "orcid", "0000-0002-1694-233X"),
    ("arXiv preprint arXiv:1503.02220.", "arxiv", "1503.02220"),
    ("https://arxiv.org/html/2101.00001v3", "arxiv", "2101.00001"),
    ("registered (NCT 00287391)", "registration", "NCT00287391"),
    ("ClinicalTrials.gov identifier: NCT00287391.", "registration", "NCT00287391"),
    ("https://clinicaltrials.gov/study/NCT00287391", "registration", "NCT00287391"),
    ("ISRCTN: 12345678", "registration", "ISRCTN12345678"),
    ("EudraCT 2011-000123-45-DE,", "registration", "2011-000123-45"),
    ("https://euclinicaltrials.eu/ctis-public/view/2022-500123-41-00", "registration", "2022-500123-41-00"),
    ("ACTRN12616000123456p", "registration", "ACTRN12616000123456"),
    ("ChiCTR-1800014687", "registration", "ChiCTR1800014687"),
    ("UMIN-CTR: UMIN000012345", "registration", "UMIN000012345"),
    ("CTRI/2019/05/019219", "registration", "CTRI/2019/05/019219"),
    ("ReBEC RBR-6yqk8z", "registration", "RBR-6yqk8z"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "doi"), DOIS)
def test_a_doi_ends_where_people_would_end_it(text, doi):
    assert find_all(text)["doi"][0] == doi
    assert len(set(find_all(text)["doi"])) == 1


@pytest.mark.parametrize(("text", "kind", "value"), OTHERS)
def test_identifiers_are_found_as_people_write_them(text, kind, value):
    assert find(text)[kind] == value


def test_two_dois_without_a_blank_are_two():
    assert find_all("doi:10.1000/abc,10.1000/def;doi:10.1000/ghi")["doi"] == [
        "10.1000/abc", "10.1000/def", "10.1000/ghi",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "call 555-2011-000123-45-99", "path/2011-000123-45/x", "4111-1111-1111-1111", "0000-0000", "NCT0028739112",
        "10.1234 mg", "PMC-1", "the PMID", "ISSN 1234-5678", "xNCT00287391",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_left_alone(text):
    assert find(text) == {}


@settings(max_examples=150)
@given(st.text(st.sampled_from("10./%2fF:doi(SIC)<>[]&;#?PMNCT- 4567x,…"), max_size=60))
def test_whatever_is_found_is_normal(text):
    found = find_all(text)
    for kind, normalise in NORMALISERS.items():
        assert [normalise(value) for value in found.get(kind, [])] == found.get(kind, [])
