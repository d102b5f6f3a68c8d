"""Paste a DOI, PMID, address or title: a record comes back, compared with what was asked."""

import pytest

from evidence.bibliography.lookups import LookUpFailed, NotFound, asked_for, look_up
from evidence.bibliography.references.comparing import differences, same_title
from tests.services import answers

DOI = "10.5555/balm.1"


@pytest.fixture
def answering(service):
    """All three services know the lemon balm trial."""
    service.says(f"/works/{DOI}", answers.crossref())
    service.says("/esearch.fcgi", answers.searched("31000001"))
    service.says("/efetch.fcgi", answers.pubmed())
    service.says(f"/openalex/works/doi:{DOI}", answers.openalex())
    return service


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("https://doi.org/10.5555/Balm.1", {"doi": DOI}),
        ("doi:10.5555/balm.1.", {"doi": DOI}),
        ("https://www.example.com/doi/full/10.5555/balm.1?src=x", {"doi": DOI}),
        ("PMID: 31000001", {"pmid": "31000001"}),
        ("31000001", {"pmid": "31000001"}),
        ("https://pubmed.ncbi.nlm.nih.gov/31000001/", {"pmid": "31000001"}),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1691485/", {"pmcid": "PMC1691485"}),
        ("https://www.who.int/news/item/tea", {"address": "https://www.who.int/news/item/tea"}),
        ("www.who.int/news/item/tea", {"address": "https://www.who.int/news/item/tea"}),
        ("Lemon balm  and sleep", {"title": "Lemon balm and sleep"}),
    ],
)
def test_what_a_pasted_text_asks_for(text, asked):
    assert asked_for(text) == asked


def test_a_doi_is_answered_by_crossref_and_completed_by_pubmed(answering):
    (found,) = look_up(DOI)
    assert (found.service, found.also, found.mismatches) == ("Crossref", ("PubMed",), ())
    assert (found.csl["PMID"], found.csl["volume"]) == ("31000001", "4")
    assert found.csl["abstract"] == "Forty adults drank tea."
    assert found.csl["custom"]["proposed"]["population"] == "human"


def test_a_pmid_is_answered_by_pubmed_and_completed_by_crossref(answering):
    (found,) = look_up("PMID 31000001")
    assert (found.service, found.also) == ("PubMed", ("Crossref",))


def test_a_pmid_that_belongs_to_another_paper_is_told_and_not_mixed_in(answering):
    answering.says("/efetch.fcgi", answers.pubmed(title="Valerian in horses", family="Hoof", year=1999))
    (found,) = look_up(DOI)
    assert "PMID" not in found.csl
    assert any("Valerian in horses" in sentence for sentence in found.told)


def test_an_answer_about_another_doi_is_a_mismatch(answering):
    answering.says(f"/works/{DOI}", answers.crossref(doi="10.5555/other"))
    answering.says("/works/10.5555/other", answers.crossref(doi="10.5555/other"))
    (found,) = look_up(DOI)
    assert [(one.field, one.ours, one.theirs) for one in found.mismatches] == [("DOI", DOI, "10.5555/other")]


def test_where_crossref_is_down_pubmed_answers(answering):
    answering.says(f"/works/{DOI}", "", status=500)
    (found,) = look_up(DOI)
    assert found.service == "PubMed"
    assert any("Crossref" in sentence for sentence in found.told)


def test_where_nobody_knows_it_that_is_said(service):
    service.says("/esearch.fcgi", answers.searched())
    with pytest.raises(NotFound, match=r"Crossref does not know it\. PubMed does not know it\. OpenAlex"):
        look_up(DOI)


def test_a_search_that_finds_another_paper_is_no_answer(service):
    service.says("/esearch.fcgi", answers.searched("31000001"))
    service.says("/efetch.fcgi", answers.pubmed(doi="10.5555/else"))
    with pytest.raises(NotFound):
        look_up(DOI)


@pytest.mark.parametrize(
    "garbage",
    [
        {"message": {"DOI": DOI}},
        {"message": {"title": "x", "author": 3}},
        {"message": [1, 2]},
        {"message": {"title": [None], "issued": {"date-parts": [["x"]]}}},
    ],
)
def test_garbage_from_one_is_passed_over_for_the_next(answering, garbage):
    answering.says(f"/works/{DOI}", garbage)
    (found,) = look_up(DOI)
    assert found.service == "PubMed"


def test_a_pmcid_is_asked_of_openalex(service):
    service.says("/openalex/works/pmcid:PMC1691485", answers.openalex(ids={"pmcid": "https://x/PMC1691485"}))
    (found,) = look_up("PMC1691485")
    assert (found.service, found.csl["PMCID"]) == ("OpenAlex", "PMC1691485")


def test_a_title_gives_the_likest_first(service):
    listed = [answers.crossref(title=["Other things"])["message"], answers.crossref()["message"]]
    service.says("/works", {"message": {"items": listed}})
    found = look_up("lemon balm and sleep: a randomized trial")
    assert [one.csl["title"] for one in found] == [answers.TITLE, "Other things"]
    assert [len(one.mismatches) for one in found] == [0, 1]


def test_a_page_tells_what_it_is_in_its_head(service):
    service.says(
        "/tea",
        "<html><head><title>Tea &amp; sleep | Site</title><meta property='og:title' content='Tea and sleep'>"
        "<meta name='author' content='Ann Alder'><meta property='article:published_time' content='2024-05-02T10:00'>"
        "</head><script>alert(1)</script></html>",
    )
    (found,) = look_up(f"{service.address}/tea")
    assert (found.csl["type"], found.csl["title"]) == ("webpage", "Tea and sleep")
    assert found.csl["issued"] == {"date-parts": [[2024, 5, 2]]}


def test_a_page_with_a_doi_is_asked_of_crossref_and_compared(answering):
    answering.says(
        "/paper", f"<head><title>Sold here!</title><meta name='citation_doi' content='doi:{DOI}'></head>"
    )
    (found,) = look_up(f"{answering.address}/paper")
    assert (found.service, found.csl["DOI"]) == ("Crossref", DOI)
    assert [one.field for one in found.mismatches] == ["title"]


def test_a_page_without_a_title_is_none(service):
    service.says("/tea", "nothing")
    with pytest.raises(LookUpFailed, match="no title"):
        look_up(f"{service.address}/tea")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lemon balm & sleep", "LEMON BALM &amp; SLEEP.", True),
        ("Lemon balm and sleep: a trial", "Lemon Balm and Sleep", True),
        ("Lemon balm for better sleep: a trial", "Lemon Balm for better sleep", True),
        ("RETRACTED: Lemon balm and sleep", "Lemon balm and sleep", True),
        ("Effets de la mélisse", "Effets de la melisse", True),
        ("Lemon balm in adults", "Lemon balm in horses", False),
        ("Lemon balm", "Lemon balm for horses in stables", False),
        ("", "Lemon balm", True),
    ],
)
def test_titles_are_compared_without_their_dress(one, other, same):
    assert same_title(one, other) is same


def test_years_may_be_one_apart_and_authors_spelled_with_accents():
    ours = {"issued": {"date-parts": [[2019]]}, "author": [{"family": "Öhman"}]}
    theirs = {"issued": {"date-parts": [[2020]]}, "author": [{"family": "Ohman", "given": "A"}]}
    assert differences(ours, theirs) == []
    later = {**theirs, "issued": {"date-parts": [["2022"]]}, "author": [{"literal": "Study Group"}]}
    assert [one.field for one in differences(ours, later)] == ["year", "author"]
