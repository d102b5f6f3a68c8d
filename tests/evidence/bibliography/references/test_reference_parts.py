import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography.references.dates import cleaned
from evidence.bibliography.references.names import dotted_initials, initials, inverted
from evidence.bibliography.references.pages import collapse, in_full, is_locator, shortened
from evidence.bibliography.references.plain import plain
from evidence.bibliography.references.printed import printed_fields


@pytest.mark.parametrize(
    ("given_name", "run", "dotted"),
    [
        ("Caroline", "C", "C."),
        ("Alison L.", "AL", "A. L."),
        ("R C", "RC", "R. C."),
        ("RC", "RC", "R. C."),
        ("Jean-Paul", "JP", "J.-P."),
        ("J.-P.", "JP", "J.-P."),
        ("J. P.", "JP", "J. P."),
        ("MARIE LOU", "ML", "M. L."),
        ("Élodie", "É", "É."),
        ("Наталья", "Н", "Н."),
        ("", "", ""),
        (" - ", "", ""),
        ("Xiong (Bill)", "X", "X."),
        ("“Grace” W.", "W", "W."),
        ("Wen-sheng", "WS", "W.-S."),
        ("G. Th. A. M.", "GThAM", "G. Th. A. M."),
        ("Iu. A.", "IuA", "Iu. A."),
        ("Tatiana Miriam de Mattos", "TMM", "T. M. M."),
        ("Rosa Freire da", "RF", "R. F."),
        ("de", "D", "D."),
    ],
)
def test_given_names_become_initials(given_name, run, dotted):
    assert (initials(given_name), dotted_initials(given_name)) == (run, dotted)


def test_particles_stay_with_the_family_name():
    person = {"family": "Berg", "given": "Jan P", "non-dropping-particle": "van den", "suffix": "Jr."}
    assert inverted(person) == "van den Berg JP Jr"
    assert inverted({"family": "Silva", "given": "Rosa Freire da"}) == "da Silva RF"
    assert inverted({"family": "Humboldt", "dropping-particle": "von", "given": "A"}) == "von Humboldt A"


@pytest.mark.parametrize(
    ("page", "full", "short"),
    [
        ("1025-1029", "1025-1029", "1025-9"),
        ("1025–9", "1025-1029", "1025-9"),
        ("123--127", "123-127", "123-7"),
        ("98-102", "98-102", "98-102"),
        ("S12-S15", "S12-S15", "S12-5"),
        ("S12-5", "S12-S15", "S12-5"),
        ("126A-127A", "126A-127A", "126A-127A"),
        ("e0209899", "e0209899", "e0209899"),
        ("xii-xv", "xii-xv", "xii-xv"),
        ("12-15, 18", "12-15, 18", "12-5, 18"),
        ("270", "270", "270"),
        ("4068-4068", "4068", "4068"),
        ("e12–e12", "e12", "e12"),
        ("", "", ""),
    ],
)
def test_page_ranges_in_full_and_short(page, full, short):
    assert (in_full(page), shortened(page)) == (full, short)


@given(st.integers(1, 9999), st.integers(1, 500))
@settings(max_examples=60)
def test_a_shortened_range_can_be_written_out_again(first, more):
    page = f"{first}-{first + more}"
    assert in_full(shortened(page)) == page


def test_an_article_number_is_no_page():
    assert [is_locator(page) for page in ("e12", "102345", "CD001234", "12", "12-15", "A1")] == [
        True,
        True,
        True,
    ] + [False] * 3


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [([], ""), ([4], "4"), ([1, 2], "1,2"), ([1, 2, 3, 5], "1-3,5"), ([5, 3, 3, 4, 9], "3-5,9")],
)
def test_runs_of_numbers_are_joined(numbers, shown):
    assert collapse(numbers) == shown


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("CO<sub>2</sub> and <i>E. coli</i>", "CO₂ and E. coli"),
        ("Ca<sup>2+</sup> in <jats:italic>vivo</jats:italic>", "Ca²⁺ in vivo"),
        ("R&amp;D &lt;i&gt;now&lt;/i&gt;", "R&D now"),
        (
            "<mml:math xmlns:mml='x'><mml:mi>α</mml:mi><mml:annotation>\\alpha</mml:annotation></mml:math>-acid",
            "α-acid",
        ),
        ("if a<b and c>d, p < 0.05", "if a<b and c>d, p < 0.05"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("two\n  lines\u200b", "two lines"),
        ("x<sub>max</sub>", "xmax"),
    ],
)
def test_titles_lose_their_markup_and_nothing_else(marked, text):
    assert plain(marked) == text


@given(st.text(st.sampled_from("<>/&;abisup 2lt#6="), max_size=30))
@settings(max_examples=100)
def test_plain_text_stays_plain(text):
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("date", "clean"),
    [
        ({"date-parts": [[None]]}, None),
        ({"date-parts": [["2003", "10", None]]}, {"date-parts": [[2003, 10]]}),
        ({"date-parts": [[2003, 13, 1]]}, {"date-parts": [[2003]]}),
        ({"date-parts": [[2003], [2004]]}, {"date-parts": [[2003], [2004]]}),
        ({"date-parts": [[2003]], "season": "2"}, {"date-parts": [[2003]], "season": 2}),
        ({"literal": "about 1990"}, {"literal": "about 1990"}),
        ({"date-parts": []}, None),
        ({"date-parts": None}, None),
        ("2003", None),
        (None, None),
    ],
)
def test_dates_lose_what_is_not_certain(date, clean):
    assert cleaned(date) == clean


def test_printed_fields_are_clean():
    csl = {
        "type": "journal-article",
        "title": ["<i>Bacopa</i> again", "second"],
        "container-title": None,
        "volume": 12,
        "author": [{"family": "Rae", "given": None, "affiliation": []}, "A Group", {}, None],
        "issued": {"date-parts": [[2003, None]]},
        "abstract": "Not printed.",
    }
    assert printed_fields(csl) == {
        "type": "article-journal",
        "title": "Bacopa again",
        "volume": "12",
        "author": [{"family": "Rae"}, {"literal": "A Group"}],
        "issued": {"date-parts": [[2003]]},
    }
    assert printed_fields(printed_fields(csl)) == printed_fields(csl)
