import pytest

from evidence.bibliography.references import text
from evidence.bibliography.references.ama import PEOPLE
from tests.evidence.bibliography.references import works
from tests.evidence.bibliography.references.works import people

GOLDEN = {
    "ARTICLE": "Rae C, Digney AL, McEwan SR, Bates TC. Oral creatine monohydrate supplementation improves brain "
    "performance. Proc Biol Sci. 2003;270(1529):2147-2150. doi:10.1098/rspb.2003.2492",
    "PREPRINT": "Alder A, Birch B. Creatine and sleep loss in nurses. medRxiv. Preprint posted online February 14, "
    "2021. doi:10.1101/2021.02.10.21251000",
    "BOOK": "Cedar CJ. Nutrition and the nervous system. 3rd ed. Linden Press; 2018.",
    "EDITED": "Dogwood D, Elm E, eds. Nutrition and the nervous system. 2nd ed. Linden Press; 2018.",
    "CHAPTER": "Fir F. Energy stores of the brain. In: Dogwood D, Elm EI, eds. Nutrition and the nervous system. "
    "2nd ed. Linden Press; 2018:93-113.",
    "REPORT": "World Health Organization. Food supplements: what people take. World Health Organization; 2019. "
    "Publication WHO/NMH/19.3. Accessed March 9, 2024. https://example.org/report.pdf",
    "GUIDELINE": "National Institute for Health and Care Excellence. Dementia: assessment and management. NICE; "
    "2018. Publication NG97. https://example.org/ng97",
    "WEBPAGE": "Hazel H. Creatine: what the science says. Office of Supplements. Published January 5, 2020. "
    "Accessed March 9, 2024. https://example.org/creatine",
    "THESIS": "Ivy I. Phosphocreatine in sleep-deprived rats. Doctoral dissertation. University of Leeds; 2014.",
    "LABEL": "Examplol. Prescribing information. Sample Pharmaceuticals; 2017. Accessed March 9, 2024. "
    "https://example.org/examplol",
    "NEWS": "Juniper J. Do supplements work? The Leeds Courier. August 2, 2019:A1.",
    "RAW": "Rae C et al. <Creatine>. 2003; doi:10.1098/rspb.2003.2492",
}


@pytest.mark.parametrize("work", GOLDEN)
def test_works_look_as_the_ama_manual_prints_them(work):
    assert text(getattr(works, work), "ama") == GOLDEN[work]


def test_ama_names_six_authors_and_three_of_seven():
    names = ["A A", "B B", "C C", "D D", "E E", "F F", "G G"]
    assert PEOPLE.names(people(*names[:6])) == "A A, B B, C C, D D, E E, F F"
    assert PEOPLE.names(people(*names)) == "A A, B B, C C, et al"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"issue": ""}, "2003;270:2147-2150."),
        ({"volume": "", "issue": ""}, "2003:2147-2150."),
        ({"page": "e12"}, "2003;270(1529):e12."),
        ({"page": "2147-50"}, "2003;270(1529):2147-2150."),
        ({"issued": None}, "270(1529):2147-2150."),
        ({"issue": "suppl 1", "page": "S12-S15"}, "2003;270(suppl 1):S12-S15."),
        ({"volume": "", "issue": "", "page": ""}, "Published online October 22, 2003."),
        ({"volume": "", "issue": "", "page": "", "issued": {"date-parts": [[2003, 10]]}}, "2003."),
        ({"volume": "", "issue": "", "page": "", "issued": None}, ""),
    ],
)
def test_an_article_without_some_of_its_numbers(fields, printed):
    article = {"type": "article-journal", "container-title": "J", "volume": "270", "issue": "1529"}
    article |= {"page": "2147-2150", "issued": works.day(2003, 10, 22)} | fields
    assert text(article, "ama") == f"J. {printed}".strip()
