import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography.references import STYLES, text
from evidence.bibliography.references.name_lists import parse_name, parse_names
from evidence.bibliography.references.parsing import parse_reference
from evidence.bibliography.references.parsing.splitting import split
from tests.evidence.bibliography.references import works

LIBRARY = Path(__file__).parents[5] / "shared" / "data" / "reviews" / "creatine-sources.csl.json"


def names(csl):
    return [person.get("family", person.get("literal")) for person in csl.get("author", [])]


@pytest.mark.parametrize("style", STYLES)
def test_what_a_style_prints_can_be_read_again(style):
    csl = parse_reference(text(works.ARTICLE, style))
    assert csl["type"] == "article-journal"
    assert names(csl) == ["Rae", "Digney", "McEwan", "Bates"]
    assert csl["title"] == works.ARTICLE["title"]
    assert (csl["volume"], csl["issue"], csl["DOI"]) == ("270", "1529", "10.1098/rspb.2003.2492")
    assert csl["issued"]["date-parts"][0][0] == 2003


@pytest.mark.parametrize(
    ("raw", "author", "year", "title", "place"),
    [
        (
            "[4] A. Alder, B. C. Birch, and D. van Elm, “Lemon balm and sleep,” J. Ex., vol. 4, no. 2, "
            "pp. 12–19, 2011.",
            ["Alder", "Birch", "Elm"], 2011, "Lemon balm and sleep", "J. Ex",
        ),
        (
            "12. Alder AB, Birch C, et al. Does lemon balm help? Made Ex 2011 Mar 4;4(2):12-9. PMID: 12345",
            ["Alder", "Birch"], 2011, "Does lemon balm help?", "Made Ex",
        ),
        (
            "Alder, A. B., & Birch, C.-D. (2011a). Lemon balm: A trial in people. Examples, 4(2), 12–19. doi:10.1000/x",
            ["Alder", "Birch"], 2011, "Lemon balm: A trial in people", "Examples",
        ),
        (
            "Alder, Ann, and Ben Birch. “Lemon Balm.” Journal of Made Examples 4, no. 2 (Spring 2011): 12–19.",
            ["Alder", "Birch"], 2011, "Lemon Balm", "Journal of Made Examples",
        ),
        (
            "World Health Organization. Lemon balm in food. Geneva: WHO Press; 2011.",
            ["World Health Organization"], 2011, "Lemon balm in food", None,
        ),
        (
            "Alder, Ann. Lemon Balm: A History. 2nd ed. New York: Made Press, 1998.",
            ["Alder"], 1998, "Lemon Balm: A History", None,
        ),
    ],
)  # fmt: skip
def test_references_in_many_styles(raw, author, year, title, place):
    csl = parse_reference(raw)
    assert (names(csl), csl["issued"]["date-parts"][0][0], csl["title"]) == (author, year, title)
    assert csl.get("container-title") == place
    assert csl["raw"] == raw


def test_a_reference_read_only_in_part_is_printed_as_it_was_written():
    raw = "Alder A, Birch B, et al. Lemon balm. Made Ex 2011;4:12-9. Reprinted by kind permission."
    assert parse_reference(raw)["type"] == "document"
    assert text(parse_reference(raw)) == raw


def test_a_book_keeps_its_place_and_publisher():
    csl = parse_reference("Alder A. Lemon balm. Leeds: Made Press; 2011.")
    assert (csl["type"], csl["publisher-place"], csl["publisher"]) == ("book", "Leeds", "Made Press")


def test_names_set_apart_by_full_stops_are_all_authors():
    parts = split("Alder, A. Birch, BC. Elm, D. (2011). Does lemon balm help? Made Ex, 4: 12-19.")
    assert parts["author"] == "Alder, A. Birch, BC. Elm, D."
    assert (parts["date"], parts["title"]) == ("2011", "Does lemon balm help?")


def test_a_journal_and_its_numbers_are_no_title():
    assert "title" not in split("Alder A.B., Birch C., 2011, M&E, 40, 319")
    assert split("Alder A. Tea & calm. Made Ex. 2011;4:12-9.")["title"] == "Tea & calm."


def test_the_parts_stand_as_they_were_written():
    parts = split(
        "(7) Alder, A.; Birch, B. Lemon balm. Made Ex 2011, 4, pp. 12 – 19. https://example.org/a.pdf."
    )
    assert parts["author"] == "Alder, A.; Birch, B."
    assert (parts["date"], parts["pages"], parts["url"]) == ("2011", "12 – 19", "https://example.org/a.pdf")


@pytest.mark.parametrize(
    ("written", "csl"),
    [
        ("Rae, Caroline", {"family": "Rae", "given": "Caroline"}),
        ("Rae CD", {"family": "Rae", "given": "CD"}),
        ("Caroline D. Rae", {"family": "Rae", "given": "Caroline D."}),
        (
            "van der Berg, Jan, Jr.",
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
        ),
        ("Jan van der Berg", {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}),
        ("De Gruttola, V", {"family": "De Gruttola", "given": "V"}),
        ("Gilbert LC 3rd", {"family": "Gilbert", "given": "LC", "suffix": "3rd"}),
        ("COSMOS", {"literal": "COSMOS"}),
    ],
)
def test_names_become_csl(written, csl):
    assert parse_name(written) == csl


def test_name_lists_of_all_kinds_are_taken_apart():
    lists = [
        "Rae C, Digney AL",
        "Rae, C., & Digney, A. L.",
        "C. Rae and A. L. Digney",
        "Rae, Caroline, and Alison Digney",
    ]
    assert [[name["family"] for name in parse_names(written)] for written in lists] == [["Rae", "Digney"]] * 4


@settings(max_examples=80)
@given(st.one_of(st.text(max_size=80), st.text(st.sampled_from("Aa B.,;:()[]“” 12390-–&/"), max_size=120)))
def test_nothing_is_too_strange_to_keep(raw):
    csl = parse_reference(raw)
    assert csl["raw"] == raw
    assert all(value for value in csl.values() if value is not csl["raw"])


def test_a_long_text_is_kept_and_not_parsed():
    assert parse_reference("A. " * 1000) == {"type": "document", "raw": "A. " * 1000}


@pytest.mark.skipif(not LIBRARY.exists(), reason="the shared library is not beside the project")
def test_a_real_library_survives_being_printed_and_read():
    records = json.loads(LIBRARY.read_text())
    read = [parse_reference(text(record, "vancouver")) for record in records]
    same = sum(
        csl.get("title") == record["title"].rstrip(".") for csl, record in zip(read, records, strict=True)
    )
    assert same >= len(records) - 1
