"""Where reference lists go wrong: each trap in each style, after the rules of the three manuals."""

import pytest

from evidence.bibliography.references import STYLES, listed, text
from tests.evidence.bibliography.references.works import (
    ARTICLE,
    BOOK,
    CHAPTER,
    LABEL,
    NEWS,
    PREPRINT,
    REPORT,
    THESIS,
    WEBPAGE,
    day,
    people,
)

# What of the work differs → what follows from it, in the order of STYLES: AMA, Vancouver, APA.
TRAPS = {
    "a group beside people": (
        ARTICLE | {"author": [*people("Horby Peter"), {"literal": "RECOVERY Collaborative Group"}]},
        "Horby P, RECOVERY Collaborative Group. Oral",
        "Horby P, RECOVERY Collaborative Group. Oral",
        "Horby, P., & RECOVERY Collaborative Group. (2003). Oral",
    ),
    "particles of both kinds": (
        ARTICLE
        | {
            "author": [
                {"family": "Gogh", "given": "Vincent W", "non-dropping-particle": "van"},
                {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            ]
        },
        "van Gogh VW, von Humboldt A. Oral",
        "van Gogh VW, von Humboldt A. Oral",
        "van Gogh, V. W., & von Humboldt, A. (2003). Oral",
    ),
    "a particle behind the given name": (
        ARTICLE | {"author": people("Silva Rosa Freire da")},
        "da Silva RF. Oral",
        "da Silva RF. Oral",
        "da Silva, R. F. (2003). Oral",
    ),
    "juniors and thirds": (
        ARTICLE | {"author": [{"family": "Gates", "given": "William H", "suffix": "III"}]},
        "Gates WH III. Oral",
        "Gates WH 3rd. Oral",
        "Gates, W. H., III. (2003). Oral",
    ),
    "a list that ends in others": (
        ARTICLE | {"author": people("Rae Caroline", "{others}")},
        "Rae C, et al. Oral",
        "Rae C, et al. Oral",
        "Rae, C., et al. (2003). Oral",
    ),
    "a title that is a question": (
        ARTICLE | {"title": "Does it work?"},
        "Does it work? Proc Biol Sci.",
        "Does it work? Proc Biol Sci.",
        "(2003). Does it work? Proceedings",
    ),
    "a title that ends in a quotation": (
        ARTICLE | {"title": "On the word “nootropic”"},
        "On the word “nootropic.” Proc",
        "On the word “nootropic”. Proc",
        "On the word “nootropic.” Proceedings",
    ),
    "a book's title in quotation marks": (
        BOOK | {"title": "“Brain food”", "edition": ""},
        "“Brain food.” Linden Press",
        "“Brain food”. Leeds: Linden Press",
        "“Brain food.” Linden Press",
    ),
    "no author": (
        BOOK | {"author": []},
        "Nutrition and the nervous system. 3rd ed. Linden Press; 2018.",
        "Nutrition and the nervous system. 3rd ed. Leeds: Linden Press; 2018.",
        "Nutrition and the nervous system (3rd ed.). (2018). Linden Press.",
    ),
    "no date": (
        BOOK | {"issued": None},
        "3rd ed. Linden Press.",
        "3rd ed. Leeds: Linden Press; [date unknown].",
        "Cedar, C. J. (n.d.). Nutrition",
    ),
    "a page without a date": (
        WEBPAGE | {"issued": {"date-parts": [[None]]}},
        "Office of Supplements. Accessed March 9, 2024. https://example.org/creatine",
        "Office of Supplements; [date unknown] [cited 2024 Mar 9]. Available from: https://example.org/creatine",
        "(n.d.). Creatine: what the science says. Office of Supplements. Retrieved March 9, 2024, from https://example",
    ),
    "a page of a site that wrote it": (
        WEBPAGE | {"author": people("{Office of Supplements}")},
        "Office of Supplements. Creatine: what the science says. Published January 5, 2020.",
        "[Internet]. Office of Supplements; 2020 Jan 5 [cited 2024 Mar 9].",
        "Office of Supplements. (2020, January 5). Creatine: what the science says. https://example.org/creatine",
    ),
    "in press": (
        ARTICLE | {"issued": None, "status": "in press", "volume": "", "issue": "", "page": ""},
        "Proc Biol Sci. In press. doi:",
        "Proc Biol Sci. Forthcoming. doi:",
        "(in press). Oral",
    ),
    "an e-locator": (
        ARTICLE | {"page": "e0209899"},
        "270(1529):e0209899.",
        "270(1529):e0209899.",
        "270(1529), Article e0209899.",
    ),
    "an article number": (
        ARTICLE | {"page": "1424972", "issue": ""},
        "2003;270:1424972.",
        "2003 Oct 22;270:1424972.",
        "270, Article 1424972.",
    ),
    "one page called a range": (
        CHAPTER | {"page": "93-93"},
        "2018:93.",
        "2018. p. 93.",
        "(2nd ed., p. 93).",
    ),
    "a supplement": (
        ARTICLE | {"issue": "Supplement 1", "page": "S12-S15"},
        "270(suppl 1):S12-S15.",
        "270(Suppl 1):S12-5.",
        "270(Suppl. 1), S12–S15.",
    ),
    "a double issue": (
        ARTICLE | {"issue": "4-6", "issued": {"date-parts": [[2003, 11], [2003, 12]]}},
        "2003;270(4-6):2147-2150.",
        "2003 Nov-Dec;270(4-6):2147-50.",
        "270(4–6), 2147–2150.",
    ),
    "an issue over the turn of the year": (
        ARTICLE | {"issued": {"date-parts": [[2003, 12], [2004, 1]]}},
        "2003;270(1529)",
        "2003 Dec-2004 Jan;270(1529)",
        "(2003). Oral",
    ),
    "an abbreviated journal with points": (
        ARTICLE | {"container-title-short": "Proc. Natl. Acad. Sci. U.S.A."},
        "Proc Natl Acad Sci USA. 2003;",
        "Proc Natl Acad Sci USA. 2003 Oct 22;",
        "Proceedings of the Royal Society B: Biological Sciences, 270",
    ),
    "an article on the web alone": (
        ARTICLE | {"DOI": None, "URL": "https://example.org/a", "accessed": day(2024, 3, 9)},
        "2147-2150. Accessed March 9, 2024. https://example.org/a",
        "Proc Biol Sci [Internet]. 2003 Oct 22 [cited 2024 Mar 9];270(1529):2147-50. Available from: https://example.org/a",
        "2147–2150. https://example.org/a",
    ),
    "a magazine": (
        NEWS | {"type": "article-magazine", "volume": "3", "issue": "2", "page": "12-14"},
        "The Leeds Courier. August 2, 2019:12-14.",
        "The Leeds Courier. 2019 Aug 2;3(2):12-4.",
        "(2019, August 2). Do supplements work? The Leeds Courier, 3(2), 12–14.",
    ),
    "an edition in words": (
        BOOK | {"edition": "Revised edition"},
        "Revised ed. Linden",
        "Revised ed. Leeds",
        "(Revised ed.). Linden",
    ),
    "an eleventh edition in a volume and a series": (
        BOOK | {"edition": "11", "volume": "2", "collection-title": "Brain Library"},
        "Vol 2. 11th ed. Brain Library. Linden Press; 2018.",
        "Vol. 2. 11th ed. Leeds: Linden Press; 2018. (Brain Library).",
        "(11th ed., Vol. 2). Linden Press.",
    ),
    "an author's book that others edited and translated": (
        BOOK | {"editor": people("Dogwood Dev"), "translator": people("Elm Eve")},
        "Cedar CJ. Nutrition and the nervous system. Elm E, trans. Dogwood D, ed. 3rd ed. Linden Press; 2018.",
        "3rd ed. Elm E, translator; Dogwood D, editor. Leeds: Linden Press; 2018.",
        "Nutrition and the nervous system (D. Dogwood, Ed.; E. Elm, Trans.; 3rd ed.). Linden Press.",
    ),
    "a chapter by nobody": (
        CHAPTER | {"author": []},
        "Energy stores of the brain. In: Dogwood D, Elm EI, eds. Nutrition and the nervous system. 2nd ed.",
        "Energy stores of the brain. In: Dogwood D, Elm EI, editors. Nutrition and the nervous system. 2nd ed.",
        "Energy stores of the brain. (2018). In D. Dogwood & E. I. Elm (Eds.), Nutrition and the nervous system",
    ),
    "a chapter of an unedited book": (
        CHAPTER | {"editor": []},
        "In: Nutrition and the nervous system. 2nd ed. Linden Press; 2018:93-113.",
        "In: Nutrition and the nervous system. 2nd ed. Leeds: Linden Press; 2018. p. 93-113.",
        "In Nutrition and the nervous system (2nd ed., pp. 93–113). Linden Press.",
    ),
    "a report whose number is a number": (
        REPORT | {"number": "916", "genre": "Technical Report"},
        "World Health Organization; 2019. Publication 916.",
        "2019 May [cited 2024 Mar 9]. Report No.: 916.",
        "(Technical Report No. 916). https",
    ),
    "a thesis on the web": (
        THESIS | {"URL": "https://example.org/t", "accessed": day(2024, 3, 9), "publisher-place": "Leeds"},
        "Doctoral dissertation. University of Leeds; 2014. Accessed March 9, 2024. https://example.org/t",
        "[doctoral dissertation] [Internet]. Leeds: University of Leeds; 2014 [cited 2024 Mar 9]. Available from:",
        "[Doctoral dissertation, University of Leeds]. https://example.org/t",
    ),
    "a preprint on no server": (
        PREPRINT | {"publisher": ""},
        "in nurses. Preprint posted online February 14, 2021.",
        "in nurses [Preprint]. 2021 Feb 14.",
        "in nurses. https://doi.org/",
    ),
    "a label of an authority": (
        LABEL | {"type": "legislation", "publisher": "European Medicines Agency", "number": "EMEA/H/C/000123"},
        "Sample Pharmaceuticals. Examplol. Prescribing information. EMEA/H/C/000123. European Medicines Agency; 2017.",
        "Examplol [prescribing information] [Internet]. EMEA/H/C/000123. European Medicines Agency; 2017",
        "Examplol [Prescribing information, EMEA/H/C/000123]. European Medicines Agency.",
    ),
    "a law": (
        {
            "type": "legislation", "title": "Sample Supplements Act of 1994", "number": "Pub. L. No. 103-0",
            "volume": "108", "container-title": "Stat.", "page": "4000", "issued": day(1994, 10, 25),
        },
        "Sample Supplements Act of 1994, Pub. L. No. 103-0, 108 Stat. 4000 (1994).",
        "Sample Supplements Act of 1994, Pub. L. No. 103-0, 108 Stat. 4000 (Oct. 25, 1994).",
        "Sample Supplements Act of 1994, Pub. L. No. 103-0, 108 Stat. 4000 (1994).",
    ),
    "a European regulation": (
        {
            "type": "regulation", "title": "Regulation (EC) No 1924/2006 on claims", "container-title": "OJ",
            "volume": "L404", "page": "9", "issued": day(2006, 12, 30),
        },
        "Regulation (EC) No 1924/2006 on claims, OJ L404:9 (2006).",
        "Regulation (EC) No 1924/2006 on claims, OJ L404:9 (Dec. 30, 2006).",
        "Regulation (EC) No 1924/2006 on claims, OJ L404:9 (2006).",
    ),
    "a data set": (
        {"type": "dataset", "title": "Food", "author": people("Fir Fay"), "publisher": "Archive",
         "issued": day(2020, 3)},
        "Fir F. Food. Archive; 2020.",
        "Fir F. Food [dataset]. Archive; 2020 Mar.",
        "Fir, F. (2020). Food [Data set]. Archive.",
    ),
}  # fmt: skip
CASES = [
    (trap, style, work, shown)
    for trap, (work, *all_) in TRAPS.items()
    for style, shown in zip(STYLES, all_, strict=True)
]


@pytest.mark.parametrize(
    ("trap", "style", "work", "shown"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_traps(trap, style, work, shown):
    assert shown in text(work, style)


def test_the_traps_are_told_in_the_order_of_the_styles():
    assert list(STYLES) == ["ama", "vancouver", "apa"]


def test_a_case_is_named_in_italics_where_the_manual_says_so():
    case = {
        "type": "legal_case",
        "title": "Rae v Bates",
        "volume": "347",
        "container-title": "US",
        "page": "483",
    }
    assert [listed([case], style)[0][1] for style in STYLES] == [
        "<em>Rae v Bates</em>, 347 US 483.", "Rae v Bates, 347 US 483.", "<em>Rae v Bates</em>, 347 US 483.",
    ]  # fmt: skip


def test_a_list_in_apa_reads_accents_as_letters_and_puts_what_is_in_press_last():
    made = [("Zimmer Al", day(2001), ""), ("Öhman Bo", day(2003), ""), ("Öhman Bo", None, "in press")]
    made += [("Öhman Bo", None, ""), ("Ohman Bo", day(2003), "")]
    records = [
        {"type": "book", "author": people(name), "issued": issued, "status": status, "title": f"T{number}"}
        for number, (name, issued, status) in enumerate(made)
    ]
    assert [index for index, _html in listed(records, "apa")] == [3, 1, 4, 2, 0]


def test_a_name_spelled_otherwise_is_another_author_and_gets_no_letter():
    records = [
        {"type": "book", "author": people(name), "issued": day(2003), "title": "T"}
        for name in ("Öhman B", "Ohman B")
    ]
    assert [html.count("(2003)") for _index, html in listed(records, "apa")] == [1, 1]


def test_a_twenty_seventh_work_of_one_year_has_two_letters():
    records = [{"author": people("Rae Bo"), "issued": day(2003), "title": f"T{n:02}"} for n in range(28)]
    years = [html.split("(")[1].split(")")[0] for _index, html in listed(records, "apa")]
    assert (years[0], years[25], years[26], years[27]) == ("2003a", "2003z", "2003aa", "2003ab")
