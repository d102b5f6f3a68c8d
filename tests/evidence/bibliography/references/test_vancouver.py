import pytest

from evidence.bibliography.references import text
from tests.evidence.bibliography.references import works
from tests.evidence.bibliography.references.works import people

GOLDEN = {
    "ARTICLE": "Rae C, Digney AL, McEwan SR, Bates TC. Oral creatine monohydrate supplementation improves brain "
    "performance. Proc Biol Sci. 2003 Oct 22;270(1529):2147-50. doi: 10.1098/rspb.2003.2492",
    "PREPRINT": "Alder A, Birch B. Creatine and sleep loss in nurses. medRxiv [Preprint]. 2021 Feb 14. doi: "
    "10.1101/2021.02.10.21251000",
    "BOOK": "Cedar CJ. Nutrition and the nervous system. 3rd ed. Leeds: Linden Press; 2018.",
    "EDITED": "Dogwood D, Elm E, editors. Nutrition and the nervous system. 2nd ed. Leeds: Linden Press; 2018.",
    "CHAPTER": "Fir F. Energy stores of the brain. In: Dogwood D, Elm EI, editors. Nutrition and the nervous "
    "system. 2nd ed. Leeds: Linden Press; 2018. p. 93-113.",
    "REPORT": "World Health Organization. Food supplements: what people take [Internet]. Geneva: World Health "
    "Organization; 2019 May [cited 2024 Mar 9]. Report No.: WHO/NMH/19.3. Available from: "
    "https://example.org/report.pdf",
    "GUIDELINE": "National Institute for Health and Care Excellence. Dementia: assessment and management "
    "[Internet]. NICE; 2018 Jun. Report No.: NG97. Available from: https://example.org/ng97",
    "WEBPAGE": "Hazel H. Creatine: what the science says [Internet]. Office of Supplements; 2020 Jan 5 [cited "
    "2024 Mar 9]. Available from: https://example.org/creatine",
    "THESIS": "Ivy I. Phosphocreatine in sleep-deprived rats [doctoral dissertation]. University of Leeds; 2014.",
    "LABEL": "Sample Pharmaceuticals. Examplol [prescribing information] [Internet]. Sample Pharmaceuticals; 2017 "
    "[cited 2024 Mar 9]. Available from: https://example.org/examplol",
    "NEWS": "Juniper J. Do supplements work? The Leeds Courier. 2019 Aug 2:A1.",
    "RAW": "Rae C et al. <Creatine>. 2003; doi:10.1098/rspb.2003.2492",
}


@pytest.mark.parametrize("work", GOLDEN)
def test_works_look_as_citing_medicine_prints_them(work):
    assert text(getattr(works, work), "vancouver") == GOLDEN[work]


def test_of_seven_authors_vancouver_names_six():
    authors = people("A A", "B B", "C C", "D D", "E E", "F F", "G G")
    article = {"type": "article-journal", "author": authors, "title": "T"}
    assert text(article, "vancouver") == "A A, B B, C C, D D, E E, F F, et al. T."


def test_generations_are_counted_in_english():
    author = [{"family": "Gilbert", "given": "Lee C.", "suffix": "III"}, {"family": "Moss", "suffix": "Jr."}]
    article = {"type": "article-journal", "author": author, "title": "T"}
    assert text(article, "vancouver") == "Gilbert LC 3rd, Moss Jr. T."


def test_pubmed_stands_behind_the_doi():
    article = {**works.ARTICLE, "PMID": "14561278"}
    assert text(article, "vancouver").endswith("doi: 10.1098/rspb.2003.2492. PubMed PMID: 14561278.")


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"volume": "", "issue": ""}, "2003 Oct 22:2147-50."),
        ({"issued": None}, "270(1529):2147-50."),
        ({"issued": {"date-parts": [[2003]], "season": 2}}, "2003 Summer;270(1529):2147-50."),
        ({"volume": "", "page": ""}, "2003 Oct 22;(1529)."),
    ],
)
def test_an_article_without_some_of_its_numbers_in_vancouver(fields, printed):
    article = {"type": "article-journal", "container-title": "J", "volume": "270", "issue": "1529"}
    article |= {"page": "2147-2150", "issued": works.day(2003, 10, 22)} | fields
    assert text(article, "vancouver") == f"J. {printed}"
