import pytest

from evidence.bibliography.references import listed, render, text
from tests.evidence.bibliography.references import works
from tests.evidence.bibliography.references.works import day, people

GOLDEN = {
    "ARTICLE": "Rae, C., Digney, A. L., McEwan, S. R., & Bates, T. C. (2003). Oral creatine monohydrate "
    "supplementation improves brain performance. Proceedings of the Royal Society B: Biological Sciences, "
    "270(1529), 2147–2150. https://doi.org/10.1098/rspb.2003.2492",
    "PREPRINT": "Alder, A., & Birch, B. (2021). Creatine and sleep loss in nurses. medRxiv. "
    "https://doi.org/10.1101/2021.02.10.21251000",
    "BOOK": "Cedar, C. J. (2018). Nutrition and the nervous system (3rd ed.). Linden Press.",
    "EDITED": "Dogwood, D., & Elm, E. (Eds.). (2018). Nutrition and the nervous system (2nd ed.). Linden Press.",
    "CHAPTER": "Fir, F. (2018). Energy stores of the brain. In D. Dogwood & E. I. Elm (Eds.), Nutrition and the "
    "nervous system (2nd ed., pp. 93–113). Linden Press.",
    "REPORT": "World Health Organization. (2019). Food supplements: what people take (Report WHO/NMH/19.3). "
    "https://example.org/report.pdf",
    "GUIDELINE": "National Institute for Health and Care Excellence. (2018). Dementia: assessment and management "
    "(Guideline NG97). NICE. https://example.org/ng97",
    "WEBPAGE": "Hazel, H. (2020, January 5). Creatine: what the science says. Office of Supplements. "
    "https://example.org/creatine",
    "THESIS": "Ivy, I. (2014). Phosphocreatine in sleep-deprived rats [Doctoral dissertation, University of Leeds].",
    "LABEL": "Sample Pharmaceuticals. (2017). Examplol [Prescribing information]. https://example.org/examplol",
    "NEWS": "Juniper, J. (2019, August 2). Do supplements work? The Leeds Courier, A1.",
    "RAW": "Rae C et al. <Creatine>. 2003; doi:10.1098/rspb.2003.2492",
}


@pytest.mark.parametrize("work", GOLDEN)
def test_works_look_as_the_apa_manual_prints_them(work):
    assert text(getattr(works, work), "apa") == GOLDEN[work]


def test_volume_is_italic_and_issue_is_not():
    assert "</em>, <em>270</em>(1529), 2147–2150." in render(works.ARTICLE, "apa")


def test_of_twenty_one_authors_the_first_nineteen_and_the_last_are_named():
    letters = "ABCDEFGHIJKLMNOPQRSTU"
    shown = text({"author": people(*(f"{c} {c}" for c in letters)), "title": "T"}, "apa")
    assert shown.endswith("S, S., . . . U, U. (n.d.). T.")
    twenty = text({"author": people(*(f"{c} {c}" for c in letters[:20])), "title": "T"}, "apa")
    assert twenty.endswith("S, S., & T, T. (n.d.). T.")


@pytest.mark.parametrize(
    ("person", "printed"),
    [
        ({"family": "Sartre", "given": "Jean-Paul"}, "Sartre, J.-P."),
        ({"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}, "van der Berg, A."),
        ({"family": "King", "given": "M L", "suffix": "Jr."}, "King, M. L., Jr."),
        ({"literal": "RECOVERY Collaborative Group"}, "RECOVERY Collaborative Group."),
        ({"given": "Plato"}, "Plato."),
    ],
)
def test_names_in_apa(person, printed):
    assert text({"author": [person], "title": "T"}, "apa") == f"{printed} (n.d.). T."


def test_an_article_number_is_called_so():
    article = {**works.ARTICLE, "page": "e0209899", "DOI": ""}
    assert text(article, "apa").endswith("270(1529), Article e0209899.")


def test_without_an_author_the_title_comes_first():
    assert (
        text({"type": "book", "title": "Pharmacopoeia", "issued": day(1999)}, "apa")
        == "Pharmacopoeia. (1999)."
    )


def test_a_page_without_a_date_says_when_it_was_read():
    page = {**works.WEBPAGE, "issued": None}
    assert text(page, "apa").endswith("Retrieved March 9, 2024, from https://example.org/creatine")


def test_the_list_is_sorted_and_equal_years_get_letters():
    made = [
        ("Rae Bo", 2003, "Zinc"),
        ("Alder Al", 2010, "Iron"),
        ("Rae Bo", 2003, "The amino acids"),
        ("Rae Bo", 2001, "Salt"),
    ]
    records = [{"author": people(name), "issued": day(year), "title": title} for name, year, title in made]
    order = [(index, text({**records[index]}, "apa").split(").")[1]) for index, _ in listed(records, "apa")]
    assert [index for index, _ in order] == [1, 3, 2, 0]
    years = [html.split("(")[1].split(")")[0] for _, html in listed(records, "apa")]
    assert years == ["2010", "2001", "2003a", "2003b"]


def test_undated_works_of_one_author_get_letters_behind_a_hyphen():
    records = [{"author": people("Rae Bo"), "title": title} for title in ("B", "A")]
    assert [html.split("(")[1].split(")")[0] for _, html in listed(records, "apa")] == ["n.d.-a", "n.d.-b"]


def test_numbered_styles_keep_the_order_given():
    records = [works.WEBPAGE, works.ARTICLE]
    assert [index for index, _ in listed(records, "ama", retracted={1})] == [0, 1]
    assert listed(records, "ama", retracted={1})[1][1].startswith("<em>Retracted.</em> Rae C")
