"""Exports in other dress than the format's own: each record comes out whole, or its line is told."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography.importers import Problem, Record, guess_format, read
from evidence.bibliography.importers.dates import csl_date
from evidence.bibliography.importers.markup import words
from evidence.bibliography.importers.people_lists import people_of
from evidence.errors import ImportRefused


def told(text, name="export", format=None):
    found = list(read(name, text.encode(), format))
    return [one.csl for one in found if isinstance(one, Record)], [
        one for one in found if isinstance(one, Problem)
    ]


def families(people):
    return [one.get("family") or one.get("literal") for one in people]


FAMILIES = ("Quill", "Daggett", "Okonjo", "van der Veldt", "Ruiz-Lara", "O’Hara", "Ødegård", "Šimić")
SURNAMES = ("Quill", "Daggett", "Okonjo", "Ruiz-Lara", "Šimić")
FORMS = ("{f} J", "{f} J.", "{f} J.P.", "{f} JP", "J. {f}", "J.P. {f}", "Jon {f}", "{f}, J.", "{f}, J. P.")
GIVEN = ("Ada", "Jon", "Amara B.", "Marie-Luise", "Pieter")
JOINTS = ("; ", ";", " | ", "||", " and ", " & ", "\n")


@given(
    st.lists(
        st.tuples(st.sampled_from(FAMILIES), st.sampled_from(GIVEN)), min_size=1, max_size=5, unique=True
    ),
    st.sampled_from(JOINTS),
)
def test_people_are_parted_however_they_are_joined(people, joint):
    found, doubtful = people_of(joint.join(f"{family}, {given}" for family, given in people))
    plain = [" ".join(filter(None, (one.get("non-dropping-particle"), one["family"]))) for one in found]
    assert (plain, doubtful) == ([family for family, _given in people], False)


@given(
    st.lists(
        st.sampled_from(("Quill", "Daggett", "Okonjo", "Ruiz-Lara", "Šimić")),
        min_size=2,
        max_size=6,
        unique=True,
    ),
    st.sampled_from(
        ("{f} J", "{f} J.", "{f} J.P.", "{f} JP", "J. {f}", "J.P. {f}", "Jon {f}", "{f}, J.", "{f}, J. P.")
    ),
    st.sampled_from((", ", ", and ", " & ")),
)
def test_people_between_commas_are_told_apart_by_form(surnames, form, last):
    names = [form.format(f=family) for family in surnames]
    found, doubtful = people_of(", ".join(names[:-1]) + last + names[-1])
    assert (families(found), doubtful) == (surnames, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill, Ada, Jr.", ["Quill"]),
        ("Centers for Sleep Control and Prevention", ["Centers for Sleep Control and Prevention"]),
        ("Quill AB, Nap Trial Group", ["Quill", "Nap Trial Group"]),
        ("Ministry of Naps, Norway", ["Ministry of Naps, Norway"]),
        ("Quill, Ada; Daggett, Jon; Okonjo, Amara & Veldt, Pieter", ["Quill", "Daggett", "Okonjo", "Veldt"]),
        ("Quill, A. B.", ["Quill"]),
    ],
)
def test_bodies_and_suffixes_are_nobodys_second_author(text, expected):
    assert families(people_of(text)[0]) == expected


def test_an_order_that_no_form_shows_is_told_with_its_line():
    records, problems = told('Title,Authors\nNaps,"Quill, Ada, Daggett, Jon"\n', "x.csv")
    assert families(records[0]["author"]) == ["Quill", "Daggett"]
    assert [one.line for one in problems] == [2]


def test_a_table_of_a_screening_tool_gives_its_place_its_date_and_the_doi_of_its_address():
    text = (
        "key,title,year,month,day,journal,authors,url,location,notes,pubmed_id\n"
        'r-1,Mint tea,2018,3,1,J Naps,"Quill, A. and Daggett, Jon",https://doi.org/10.5555/oth.1,Bergen,'
        '"LABELS: sleep",39999903\n'
    )
    (csl,), problems = told(text, "x.csv")
    assert (csl["issued"], csl["DOI"], csl["publisher-place"]) == (
        {"date-parts": [[2018, 3, 1]]},
        "10.5555/oth.1",
        "Bergen",
    )
    assert families(csl["author"]) == ["Quill", "Daggett"]
    assert csl["custom"]["notes"] == ["LABELS: sleep"]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Naps,2018,10.5555/a,1,more,and more", "more cells"),
        ("Naps", "fewer cells"),
        ("Naps,sometime,10.5555/a,1", "no date"),
        ("Naps,2018,none known,1", "no DOI"),
        ("Naps,2018,10.5555/a,PM", "no PMID"),
    ],
)
def test_a_cell_that_does_not_fit_its_column_is_told_and_kept(row, said):
    records, problems = told(f"Title,Year,DOI,PMID\n{row}\n", "x.csv")
    assert records[0]["title"] == "Naps"
    assert [(one.line, said in one.message) for one in problems] == [(2, True)]


TAGS = {
    "TI": "Marsh hare",
    "AU": "Okafor, B. T.",
    "PY": "2006",
    "JO": "Savanna",
    "DB": "House",
    "SP": "67-76",
}


@given(st.permutations(list(TAGS)), st.integers(0, 6), st.integers(1, 3))
@settings(max_examples=60)
def test_a_record_may_begin_with_any_tag(order, place, times):
    lines = [f"{tag}  - {TAGS[tag]}" for tag in order]
    lines.insert(place, "TY  - JOUR")
    records, problems = told("\n".join([*lines, "ER  - ", ""] * times), "x.ris")
    assert [one["title"] for one in records] == ["Marsh hare"] * times
    assert records[0]["page"] == "67-76"
    assert problems == []


def test_a_line_behind_the_end_tag_is_told_and_begins_nothing():
    text = (
        "TY  - JOUR\nT1  - Rye tea**\nAU  - Sydhoff, Jorgen*\nPY  - 2014\nDA  - 17.01.2014\nSP  - 073\nER  - \n"
        "AB  - Abstract - We asked.\n\nTY  - JOUR\nT1  - Second\nPY  - 2016\nER  - \n"
    )
    (first, second), problems = told(text)
    assert (first["title"], first["author"], first["page"]) == (
        "Rye tea",
        [{"family": "Sydhoff", "given": "Jorgen"}],
        "73",
    )
    assert first["issued"] == {"date-parts": [[2014, 1, 17]]}
    assert second == {"type": "article-journal", "title": "Second", "issued": {"date-parts": [[2016]]}}
    assert [one.line for one in problems] == [8]


@pytest.mark.parametrize("value", ["///", "/", "0000", "soon", "....", "99.99.2014", "2014///", "-"])
def test_no_value_of_one_record_ends_the_file(value):
    text = f"TY  - JOUR\nTI  - One\nDA  - {value}\nPY  - {value}\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n"
    assert [one["title"] for one in told(text)[0]] == ["One", "Two"]


@pytest.mark.parametrize(
    "order", list(itertools.permutations(("JF  - Journal of Sleep Research", "JO  - J Sleep Res")))
)
def test_the_full_title_of_a_journal_beats_its_abbreviation(order):
    (csl,), _problems = told("TY  - JOUR\nTI  - One\n" + "\n".join(order) + "\nER  - \n")
    assert (csl["container-title"], csl["container-title-short"]) == (
        "Journal of Sleep Research",
        "J Sleep Res",
    )


def test_authors_stand_in_the_order_of_the_file_whatever_their_tags():
    (csl,), _problems = told("TY  - JOUR\nTI  - One\nA1  - Berg, A\nAU  - Dahl, B\nA1  - Eide, C\nER  - \n")
    assert families(csl["author"]) == ["Berg", "Dahl", "Eide"]


@pytest.mark.parametrize(
    "name", ["Berg A.", "Berg A", "A. Berg", "Ada Berg", "Berg, A.", "Berg, Ada", "Berg A.-M."]
)
def test_a_name_without_a_comma_has_its_family_name(name):
    (csl,), _problems = told(f"TY  - JOUR\nTI  - One\nAU  - {name}\nER  - \n")
    assert families(csl["author"]) == ["Berg"]


def test_a_type_at_the_beginning_wins_over_a_stray_pmid():
    assert guess_format("x.txt", "TY  - JOUR\nTI  - One\nPMID- 12345\nER  - \n") == "ris"


@pytest.mark.parametrize(
    "value",
    ["10.5555/x.1 [doi]", "doi:10.5555/x.1 [doi]", "https://doi.org/10.5555/x.1 [doi]", "10.5555/x.1"],
)
def test_a_doi_of_pubmed_is_read_with_any_prefix(value):
    (csl,), _problems = told(f"PMID- 39999901\nTI  - One\nAID - {value.format('10.5555/x.1')}\n")
    assert csl["DOI"] == "10.5555/x.1"


def test_records_of_eric_begin_with_their_own_tag():
    records, _problems = told(
        "OWN - ERIC\nTI  - One\nAU  - Berg, Ada\n\nOWN - ERIC\nTI  - Two\nAU  - Dahl, B\n", "x.nbib"
    )
    assert [one["title"] for one in records] == ["One", "Two"]


def test_refer_is_read_record_by_record():
    text = (
        "%0 Journal Article\n%A Quill, Ada\n%A Daggett, Jon\n%T Oats\n%J J Naps\n%D 2017\n%V 3\n%N 2\n%P 4-9\n"
        "%R 10.5555/ref.1\n\n%0 Book\n%A Veldt, P.\n%T Rye\n%I Fjord Press\n%D 2001\n"
    )
    (first, second), problems = told(text, "x.enw")
    assert (first["title"], first["DOI"], first["page"], families(first["author"])) == (
        "Oats",
        "10.5555/ref.1",
        "4-9",
        ["Quill", "Daggett"],
    )
    assert (second["type"], second["publisher"]) == ("book", "Fjord Press")
    assert problems == []


def test_crossref_xml_is_read_with_people_numbers_and_formulas():
    text = (
        '<?xml version="1.0"?><crossref_result xmlns="http://x"><query_result><body><query><doi_record><crossref>'
        "<journal><journal_metadata><full_title>Journal of Naps</full_title><issn>1234-5679</issn></journal_metadata>"
        "<journal_issue><publication_date media_type='print'><month>3</month><year>2019</year></publication_date>"
        "<journal_volume><volume>7</volume></journal_volume><issue>2</issue></journal_issue><journal_article><titles>"
        "<title>CO<sub>2</sub> and 10<sup>6</sup> naps</title></titles><contributors><person_name "
        "contributor_role='author'><given_name>Ada</given_name><surname>Quill</surname></person_name></contributors>"
        "<pages><first_page>4</first_page><last_page>9</last_page></pages><doi_data><doi>10.5555/cx.1</doi></doi_data>"
        "</journal_article></journal></crossref></doi_record></query></body></query_result></crossref_result>"
    )
    (csl,), problems = told(text, "x.xml")
    assert (csl["title"], csl["container-title"], csl["volume"], csl["page"], csl["DOI"]) == (
        "CO₂ and 10⁶ naps",
        "Journal of Naps",
        "7",
        "4-9",
        "10.5555/cx.1",
    )
    assert (families(csl["author"]), csl["issued"], problems) == (["Quill"], {"date-parts": [[2019, 3]]}, [])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "x.txt",
            b"1: Okonjo AB. Evening oats. J Naps. 2021;12(3):1-9. doi: 10.5555/f.1. PMID: 39999901.\n",
            "PubMed",
        ),
        ("x.ris", b"<!DOCTYPE html><html><body>TI - x</body></html>", "web page"),
        ("x.xml", b"<?xml version='1.0'?><xml><records><record/></records></xml>", "EndNote XML"),
        ("x.xml", b"<?xml version='1.0'?><article><front/></article>", "JATS"),
        ("x.csv", b"PK\x03\x04rest", "Excel"),
        ("x.bib", b"nothing at all in here", "bibtex"),
        ("x.ris", b"nothing at all in here", "ris"),
        ("x.xml", b"<?xml version='1.0'?><other/>", "pubmed"),
    ],
)
def test_a_foreign_format_is_named_in_one_sentence(name, data, said):
    with pytest.raises(ImportRefused, match=said):
        list(read(name, data))


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("{{Okonjo, Amara; Veldt, Pieter; Ruiz}, Marta}", ["Okonjo", "Veldt", "Ruiz"]),
        ("{{Okonjo, A. and Veldt, P.}}", ["Okonjo", "Veldt"]),
        ("{{Centers for Sleep and Naps}}", ["Centers for Sleep and Naps"]),
        ('"Quill, A." # and # "Daggett, J."', ["Quill", "Daggett"]),
        ('"Quill, A." # " and " # "Daggett, J."', ["Quill", "Daggett"]),
    ],
)
def test_bibtex_names_are_parted_under_braces_and_signs(authors, expected):
    (csl,), _problems = told(f"@book{{k, title = {{Oats}}, author = {authors}, year = 2014}}")
    assert families(csl["author"]) == expected


@pytest.mark.parametrize(
    ("doi", "plain"),
    [
        (r"10.5555/a{\_}b", "10.5555/a_b"),
        (r"10.5555/a\_b", "10.5555/a_b"),
        (r"10.5555/a\textless{}b\textgreater{}c", "10.5555/a<b>c"),
        (r"{10.5555/a{\textunderscore}b}", "10.5555/a_b"),
        (r"https://doi.org/10.5555/a\%b", "10.5555/a%b"),
    ],
)
def test_a_doi_comes_out_of_latex(doi, plain):
    (csl,), _problems = told(f"@article{{k, title = {{Oats}}, doi = {{{doi}}}}}")
    assert csl["DOI"] == plain


def test_an_unknown_type_of_entry_is_kept_and_told():
    (csl,), problems = told("@gadget{k, title = {Oats}, year = 2014}")
    assert (csl["title"], csl["custom"]["entry-type"], len(problems)) == ("Oats", ["gadget"], 1)


@pytest.mark.parametrize(
    ("markup", "plain"),
    [
        ("Much<mml:math><mml:mi>n</mml:mi><mml:mo>-</mml:mo><mml:mn>3</mml:mn></mml:math>fats", "Much n-3 fats"),
        ("A look at\n   <i>Oats</i>\n  in tea", "A look at Oats in tea"),
        ("<m:math><m:msub><m:mi>CO</m:mi><m:mn>2</m:mn></m:msub></m:math> &amp;lt;5&amp;#xB0;C", "CO₂ <5°C"),
        (r"Estimates of $$p\lt 0.05$$ in trials", "Estimates of p < 0.05 in trials"),
        (r"$10^{-3}$ m$^2$ and $\alpha$", "10⁻³ m² and α"),
        ("costs $5 and $6, US$5m (A$6m)", "costs $5 and $6, US$5m (A$6m)"),
        ("10<sup>−6.5</sup>", "10^(−6.5)"),
        ("p <a and b> vitamin <D> x < y", "p <a and b> vitamin <D> x < y"),
        ("<alternatives><tex-math>$$10^6$$</tex-math><mml:math><mml:msup><mml:mn>10</mml:mn><mml:mn>6</mml:mn></mml:msup>"
         "</mml:math></alternatives> cells", "10⁶ cells"),
        (r"<tex-math>10^6</tex-math> cells", "10⁶ cells"),
        (r"\(H_2O\) at $37^\circ$C", "H₂O at 37°C"),
        ("<mml:math><mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac></mml:math> dose", "1/2 dose"),
    ],
)  # fmt: skip
def test_formulas_in_titles_read_as_what_they_say(markup, plain):
    assert words(markup) == plain


FIGURES = st.integers(0, 99).map(str)
UNICODE = dict(zip("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", strict=True))


@given(FIGURES, st.sampled_from(["", "-"]), FIGURES, st.sampled_from(["cells", "m", "Oats"]))
def test_no_markup_of_a_power_alters_its_figures_or_glues_its_words(base, sign, power, word):
    expected = f"of {base}{''.join(UNICODE[one] for one in sign + power)} {word}"
    for markup in (
        f"of {base}<sup>{sign}{power}</sup> {word}",
        f"of {base}<jats:sup>{sign}{power}</jats:sup> {word}",
        f"of ${base}^{{{sign}{power}}}$ {word}",
        f"of<math><msup><mn>{base}</mn><mrow><mo>{sign}</mo><mn>{power}</mn></mrow></msup></math> {word}",
        f"of {base}&lt;sup&gt;{sign}{power}&lt;/sup&gt; {word}",
    ):
        assert words(markup) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("17.01.2014", [2014, 1, 17]),
        ("17/01/2014", [2014, 1, 17]),
        ("01/17/2014", [2014, 1, 17]),
        ("03/04/2014", [2014]),
    ],
)
def test_a_day_is_read_where_its_form_is_certain(text, parts):
    assert csl_date(text) == {"date-parts": [parts]}


def test_a_record_without_a_title_is_kept_where_it_says_which_work_it_is():
    (csl,), problems = told('[{"type": "book", "PMID": "39999901", "author": [{"family": "Quill"}]}]')
    assert (csl["PMID"], [one.message for one in problems]) == ("39999901", ["The record has no title."])


def test_a_book_of_pubmed_has_its_authors_and_its_isbn():
    text = (
        "<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>39999901</PMID><Book><Publisher><PublisherName>Fjord"
        "</PublisherName></Publisher><BookTitle>Oats and 10<sup>6</sup> naps</BookTitle><PubDate><Year>2014</Year>"
        "</PubDate><AuthorList Type='authors'><Author><LastName>Quill</LastName><ForeName>Ada</ForeName></Author>"
        "</AuthorList><Isbn>9780306406157</Isbn></Book></BookDocument></PubmedBookArticle></PubmedArticleSet>"
    )
    (csl,), _problems = told(text, "x.xml")
    assert (csl["type"], csl["title"], families(csl["author"]), csl["ISBN"]) == (
        "book",
        "Oats and 10⁶ naps",
        ["Quill"],
        "9780306406157",
    )


def test_nested_strings_of_bibtex_stay_small():
    lines = ["@string{s0 = {abcdefghij}}"]
    lines += [f"@string{{s{n} = {' # '.join([f's{n - 1}'] * 8)}}}" for n in range(1, 12)]
    (csl,), _problems = told("\n".join([*lines, "@article{k, title = s11}"]))
    assert len(csl["title"]) <= 20_000
