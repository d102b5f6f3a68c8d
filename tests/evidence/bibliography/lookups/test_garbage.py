"""Services that answer nonsense: what is wrong is said, what is right is taken, and nothing ends in an error."""

import json

import pytest

from evidence.bibliography.lookups import LookUpFailed, NotFound, crossref, look_up, openalex, pubmed, web
from tests.services import answers

DOI = "10.5555/balm.1"
NONSENSE = [
    "", "<html><h1>502 Bad Gateway</h1></html>", '{"message": {"title": ["Cut', "null", "[]", "3", '"text"', "{}",
    '{"message": null, "results": null, "esearchresult": null}', '{"message": [], "results": {}, "esearchresult": []}',
    '{"message": "Resource not found.", "results": "none", "esearchresult": "none"}',
    '{"message": {"items": {}}, "results": 7, "esearchresult": {"idlist": {}}}',
    '{"message": {"items": "abc"}, "results": "abc", "esearchresult": {"idlist": "123"}}',
    '{"message": {"items": [null, 3, [], {}, {"title": {"a": 1}}]}, "results": [null, 3, [], {}, {"title": {"a": 1}}],'
    ' "esearchresult": {"idlist": [null, 3.5, {}, "12x", "²"]}}',
    '{"message": {"title": [["x"]], "author": [3, null, {"family": {}}], "issued": {"date-parts": 3}}}',
    '{"message": {"title": "x", "author": {"a": 1}, "issued": "2003", "ISSN": 3, "container-title": {}}}',
    '{"title": "x", "authorships": 3, "publication_year": {}, "ids": [], "biblio": "b"}',
    '{"title": "x", "abstract_inverted_index": [1]}',
    '{"error": "API rate limit exceeded", "count": "11"}', '{"x": 1e999999}', "NaN", "[" * 50_000,
]  # fmt: skip
QUESTIONS = [
    (crossref.by_doi, DOI), (crossref.by_title, "Balm"), (pubmed.by_doi, DOI), (pubmed.by_title, "Balm"),
    (pubmed.by_pmid, "31000001"), (openalex.by_doi, DOI), (openalex.by_title, "Balm"), (openalex.by_pmid, "31000001"),
]  # fmt: skip
PATHS = (
    "/works", f"/works/{DOI}", "/esearch.fcgi", "/efetch.fcgi", "/openalex/works", f"/openalex/works/doi:{DOI}",
    "/openalex/works/pmid:31000001",
)  # fmt: skip


@pytest.mark.parametrize(("ask", "what"), QUESTIONS, ids=lambda one: getattr(one, "__qualname__", None))
@pytest.mark.parametrize("said", NONSENSE)
def test_nonsense_is_a_failure_in_words_or_a_record_with_a_title(service, ask, what, said):
    for path in PATHS:
        service.says(path, said)
    try:
        records = ask(what)
    except LookUpFailed as failed:
        assert str(failed).endswith(".")
    else:
        assert [one for one in records if not isinstance(one["title"], str)] == []


@pytest.mark.parametrize(
    "inside",
    [
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
        "",
    ],
)
def test_entities_of_ones_own_are_refused(service, inside):
    whole = answers.pubmed(title="&c;&c;").split("<PubmedArticleSet>")[1]
    service.says("/efetch.fcgi", f'<?xml version="1.0"?>{inside}<PubmedArticleSet>{whole}')
    with pytest.raises(LookUpFailed, match="another shape"):
        pubmed.by_pmid("31000001")


def test_xml_that_breaks_off_is_not_called_unknown(service):
    service.says("/efetch.fcgi", answers.pubmed()[:900])
    with pytest.raises(LookUpFailed) as failed:
        pubmed.by_pmid("31000001")
    assert not isinstance(failed.value, NotFound)


def test_an_empty_set_is_called_unknown(service):
    service.says("/efetch.fcgi", "<?xml version='1.0' ?><PubmedArticleSet></PubmedArticleSet>")
    with pytest.raises(NotFound):
        pubmed.by_pmid("31000001")


def test_one_broken_candidate_spoils_no_other(service):
    listed = [{"title": [None]}, answers.crossref()["message"], {"author": []}]
    service.says("/works", {"message": {"items": listed}})
    assert [csl["title"] for csl in crossref.by_title("Lemon balm")] == [answers.TITLE]


def test_a_doi_cannot_climb_out_of_its_place_in_an_address(service):
    climbing = "10.5555/../../members/98"
    with pytest.raises(NotFound):
        crossref.by_doi(climbing)
    with pytest.raises(NotFound):
        openalex.by_doi(climbing)
    assert service.asked == [f"/works/{climbing}", f"/openalex/works/doi:{climbing}"]


def test_a_service_that_has_the_very_title_comes_before_one_that_has_others(service):
    other = answers.crossref(title=["Lemon trees and their pests"])["message"]
    service.says("/works", {"message": {"items": [other]}})
    service.says("/esearch.fcgi", answers.searched("31000001"))
    service.says("/efetch.fcgi", answers.pubmed())
    (found,) = look_up(answers.TITLE)
    assert (found.service, found.mismatches) == ("PubMed", ())


def test_where_none_has_the_very_title_the_first_candidates_are_shown_as_others(service):
    titles = ["Lemon trees and their pests", "Balm of old", "Sleep", "A fourth"]
    listed = [answers.crossref(doi=f"10.5555/{n}", title=[one])["message"] for n, one in enumerate(titles)]
    service.says("/works", {"message": {"items": listed}})
    service.says("/esearch.fcgi", answers.searched())
    found = look_up(answers.TITLE)
    assert [one.csl["title"] for one in found] == titles[:3]
    assert [[fault.field for fault in one.mismatches] for one in found] == [["title"]] * 3


def test_an_arxiv_address_is_asked_by_its_doi(service):
    doi = "10.48550/arxiv.2101.00001"
    service.says(f"/openalex/works/doi:{doi}", answers.openalex(doi=doi))
    (found,) = look_up("https://arxiv.org/abs/2101.00001v3")
    assert (found.service, found.csl["DOI"]) == ("OpenAlex", doi)


def test_a_page_whose_doi_nobody_knows_is_still_a_page(service):
    service.says("/esearch.fcgi", answers.searched())
    service.says("/paper", "<title>Tea</title><meta name='citation_doi' content='10.5555/unknown'>")
    (found,) = look_up(f"{service.address}/paper")
    assert (found.csl["title"], found.csl["DOI"]) == ("Tea", "10.5555/unknown")
    assert "does not know it" in found.told[0]


@pytest.mark.parametrize("address", ["http://[", "https://", "http://[::1", "HTTP://:80/x"])
def test_what_cannot_be_an_address_is_refused_in_words(address):
    with pytest.raises(LookUpFailed, match="no address"):
        web.by_address(address)
    assert web.answers(address) is False


def test_a_page_in_its_own_letters_is_read(service):
    service.says("/page", "<meta charset=windows-1251><title>Сон и чай</title>".encode("cp1251"))
    assert web.by_address(f"{service.address}/page")[0]["title"] == "Сон и чай"


def test_a_page_that_says_too_much_of_itself_is_believed_in_part(service):
    many = "".join(f"<meta name='citation_author' content='Ann Alder{n}'>" for n in range(3000))
    service.says("/page", f"<title>{'tea ' * 50_000}</title>{many}")
    (csl,) = web.by_address(f"{service.address}/page")
    assert (len(csl["title"]) <= web.LONGEST, len(csl["author"])) == (True, web.MOST)


def test_what_is_no_page_is_none(service):
    service.says("/file.pdf", b"%PDF-1.7\n\x00\xff" * 1000, Content_Type="application/pdf")
    with pytest.raises(LookUpFailed, match="no title"):
        web.by_address(f"{service.address}/file.pdf")


def test_an_answer_in_json_lines_is_none(service):
    service.says("/works", json.dumps(answers.crossref()) * 2)
    with pytest.raises(LookUpFailed, match="no JSON"):
        crossref.by_title("Balm")
