"""Dirty exports: each good record comes through, whatever its neighbours are, and nothing is lost silently."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.bibliography.importers import FORMATS, Problem, Record, guess_format, read
from evidence.errors import ImportRefused


def records(text, name="export", format=None, encoding="utf-8"):
    data = text if isinstance(text, bytes) else text.encode(encoding)
    return [one.csl for one in read(name, data, format) if isinstance(one, Record)]


def problems(text, format=None):
    return [one for one in read("export", text.encode(), format) if isinstance(one, Problem)]


RIS = "TY  - JOUR\nAU  - Berg, A\nTI  - Valerian\nPY  - 2011\nER  - \n"


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + RIS,
        RIS.replace("\n", "\r\n"),
        RIS.replace("\n", "\r"),
        RIS.replace("  - ", " - "),
        RIS.lower().replace("berg", "Berg").replace("valerian", "Valerian").replace("jour", "JOUR"),
        RIS.replace("ER  - \n", ""),
        "\n\n" + RIS + "\n\n",
        RIS.replace("TI  -", "T1  -").replace("PY  - 2011", "Y1  - 2011///"),
    ],
)
def test_ris_is_read_however_it_is_written(text):
    (csl,) = records(text)
    assert (csl["type"], csl["title"], csl["issued"]) == (
        "article-journal",
        "Valerian",
        {"date-parts": [[2011]]},
    )
    assert csl["author"][0]["family"] == "Berg"


def test_records_before_one_end_tag_are_told_apart_and_told():
    text = RIS.replace("ER  - \n", "") + RIS.replace("Valerian", "Hops")
    assert [csl["title"] for csl in records(text)] == ["Valerian", "Hops"]
    assert [(one.record, one.line) for one in problems(text)] == [(1, 1)]


def test_text_that_looks_like_a_tag_stays_in_the_abstract():
    text = RIS.replace("ER  - ", "AB  - Sleep.\nAB - more of it\nRESULTS - none\nXY\nER  - ")
    assert records(text)[0]["abstract"] == "Sleep. AB - more of it RESULTS - none XY"


def test_unknown_and_repeated_tags_are_kept_with_the_record():
    text = RIS.replace("ER  - ", "TI  - Another title\nQQ  - odd\nER  - ")
    assert records(text)[0]["custom"] == {"TI": ["Another title"], "QQ": ["odd"]}


@pytest.mark.parametrize(
    ("title", "encoding"), [("Über Größe", "latin-1"), ("中文标题研究", "gb18030"), ("中文", "utf-16")]
)
def test_old_encodings_are_recognised(title, encoding):
    assert records(RIS.replace("Valerian", title), encoding=encoding)[0]["title"] == title


def test_web_of_science_is_read_with_its_own_tags():
    text = (
        "FN Clarivate\nVR 1.0\nPT J\nAU Berg, A\n   Dahl, B\nTI Valerian and\n   sleep\nSO J SLEEP\nPY 2011\n"
        "BP 3\nEP 9\nDI 10.5555/x.1\nER\n\nEF\n"
    )
    (csl,) = records(text)
    assert (csl["title"], csl["page"], csl["DOI"]) == ("Valerian and sleep", "3-9", "10.5555/x.1")
    assert [one["family"] for one in csl["author"]] == ["Berg", "Dahl"]


BIBTEX = r"""
@string{js = "J. Sleep"}
@article{berg, title = {Valerian {DNA} {\"u}ber $\alpha$}, journal = js # " Lett", year = 2011, month = may,
  author = {{Sleep Consortium} and van der Berg, Anna and Jos{\'e} Garc{\'\i}a and others}, pages = {12--19}}
@article{broken, title = {never closed
@inproceedings{child, title = "A child", crossref = {parent}}
@proceedings{parent, title = {The Parent}, publisher = {ACM}, year = 1999}
"""


def test_bibtex_is_read_past_a_broken_entry():
    first, child, _parent = records(BIBTEX)
    assert first["title"] == "Valerian DNA über α"
    assert first["container-title"] == "J. Sleep Lett"
    assert first["author"] == [
        {"literal": "Sleep Consortium"},
        {"non-dropping-particle": "van der", "family": "Berg", "given": "Anna"},
        {"family": "García", "given": "José"},
    ]
    assert (first["issued"], first["page"]) == ({"date-parts": [[2011, 5]]}, "12-19")
    assert (child["container-title"], child["publisher"]) == ("The Parent", "ACM")
    assert [one.line for one in problems(BIBTEX)] == [5]


NBIB = """PMID- 101
TI  - A long title that
      goes on.
FAU - Berg, Anna
AU  - Berg A
CN  - The Sleep Group
DP  - 1998 Dec-1999 Jan
PG  - 1234-8
AID - 10.5555/x.1 [doi]
PT  - Randomized Controlled Trial
MH  - Humans
RIN - J Sleep. 2001;1:1. PMID: 7
RIN - J Sleep. 2002;1:1. PMID: 8

PMID- 102
TI  - Second.
"""


def test_medline_keeps_every_notice():
    first, second = records(NBIB)
    assert (first["title"], first["page"], first["DOI"]) == (
        "A long title that goes on",
        "1234-1238",
        "10.5555/x.1",
    )
    assert first["issued"] == {"date-parts": [[1998, 12], [1999, 1]]}
    assert first["author"] == [{"family": "Berg", "given": "Anna"}, {"literal": "The Sleep Group"}]
    assert len(first["custom"]["comments"]["RIN"]) == 2
    assert first["custom"]["proposed"]["design"] == "RCT"
    assert second["PMID"] == "102"


XML = """<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "x.dtd"><PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2000 Spring
</MedlineDate></PubDate></JournalIssue><Title>J</Title></Journal><ArticleTitle>A <i>b</i> c.</ArticleTitle><Abstract>
<AbstractText Label="AIM">Why.</AbstractText><AbstractText Label="END">So.</AbstractText></Abstract></Article>
</MedlineCitation></PubmedArticle>
<PubmedArticle><broken></PubmedArticle>
<PubmedArticle><MedlineCitation><PMID>3</PMID><Article><ArticleTitle>Third</ArticleTitle></Article></MedlineCitation>
</PubmedArticle></PubmedArticleSet>"""


def test_a_broken_pubmed_record_spoils_no_other():
    first, third = records(XML)
    assert (first["title"], first["abstract"]) == ("A b c", "AIM: Why.\nEND: So.")
    assert first["issued"] == {"date-parts": [[2000]], "season": 1}
    assert third["PMID"] == "3"
    assert [(one.record, one.line) for one in problems(XML)] == [(2, 6)]


def test_entities_cannot_swell():
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><PubmedArticle><PMID>&a;</PMID></PubmedArticle>'
    )
    assert records(bomb) == []
    assert len(problems(bomb)) == 1


def test_crossref_is_read_with_its_markup_and_lists():
    work = {
        "type": "journal-article", "title": ["Effect of <i>E. coli</i> on H<sub>2</sub>O &amp; more"],
        "DOI": "10.5555/X.1",
        "container-title": ["J Sleep"],
        "issued": {"date-parts": [[2020, 5]]}, "reference-count": 3,
        "author": [{"family": "van Dam", "given": "A"}, {"name": "The Group"}],
        "update-to": [{"type": "retraction", "DOI": "10.5555/y"}],
    }  # fmt: skip
    (csl,) = records(json.dumps({"status": "ok", "message": work}))
    assert csl["title"] == "Effect of E. coli on H₂O & more"
    assert (csl["type"], csl["DOI"]) == ("article-journal", "10.5555/x.1")
    assert csl["author"][1] == {"literal": "The Group"}
    assert csl["custom"]["update-to"][0]["type"] == "retraction"


def test_a_preprint_stands_on_a_server_and_not_at_a_publisher():
    work = {
        "type": "posted-content", "title": ["Tea first"], "DOI": "10.5555/pre.1", "reference-count": 1,
        "publisher": "Open Servers", "institution": [{"name": "exampleRxiv"}],
    }  # fmt: skip
    (csl,) = records(json.dumps(work))
    assert (csl["container-title"], csl["publisher"]) == ("exampleRxiv", "Open Servers")


def test_openalex_puts_its_abstract_together():
    work = {
        "id": "https://openalex.org/W1", "title": "T of sleep", "publication_date": "2020-05-01", "type": "article",
        "authorships": [{"author": {"display_name": "Anna van der Berg"}}], "is_retracted": True,
        "abstract_inverted_index": {"We": [0], "slept.": [1]}, "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/12"},
    }  # fmt: skip
    (csl,) = records(json.dumps({"results": [work]}))
    assert (csl["abstract"], csl["PMID"], csl["custom"]["is_retracted"]) == ("We slept.", "12", True)
    assert csl["author"][0] == {"non-dropping-particle": "van der", "family": "Berg", "given": "Anna"}


def test_broken_json_gives_what_can_be_saved():
    text = '[\n {"title": "One"},\n {"title": "Two"\n {"title": "Three"}\n]'
    assert {csl["title"] for csl in records(text, format="csl")} >= {"One", "Three"}
    assert problems(text, "csl")


def test_a_table_of_pubmed_is_read():
    header = "PMID,Title,Authors,Journal/Book,Publication Year,DOI,Extra"
    text = f'{header}\n1,"A title.","Smith J, Doe AB.",Lancet,2001,,kept\n,,,,,,\n'
    (csl,) = records(text, name="x.csv")
    assert [one["family"] for one in csl["author"]] == ["Smith", "Doe"]
    assert csl["custom"] == {"extra": ["kept"]}


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"just words, no format"])
def test_what_is_no_export_is_refused_by_name(data):
    with pytest.raises(ImportRefused, match=r"letter\.doc"):
        list(read("letter.doc", data))


WORDS = st.from_regex(r"[A-Za-z][a-z]{1,8}( [a-z]{1,8}){0,3}", fullmatch=True)


@given(st.lists(st.tuples(WORDS, WORDS, st.integers(1800, 2030)), min_size=1, max_size=8))
def test_every_record_of_a_ris_file_comes_through(rows):
    text = "".join(
        f"TY  - JOUR\nTI  - {title}\nJO  - {journal}\nPY  - {year}\nER  - \n\n"
        for title, journal, year in rows
    )
    found = records(text)
    assert [csl["title"] for csl in found] == [title for title, _journal, _year in rows]
    assert [csl["issued"]["date-parts"][0][0] for csl in found] == [year for _t, _j, year in rows]


@given(st.binary(max_size=300), st.sampled_from(sorted(FORMATS)))
def test_no_bytes_bring_an_importer_down(data, format):
    try:
        for one in read("any", data, format):
            assert isinstance(one, Record | Problem)
    except ImportRefused as refused:
        assert "any" in str(refused)


@given(
    st.text(st.sampled_from('@{}="#,\\article \nTY-ER<>[]:PMID12'), max_size=120),
    st.sampled_from(sorted(FORMATS)),
)
def test_no_scraps_bring_an_importer_down(text, format):
    try:
        list(read("any", text.encode(), format))
    except ImportRefused as refused:
        assert "any" in str(refused)


@pytest.mark.parametrize(
    ("text", "format"),
    [(RIS, "ris"), (BIBTEX, "bibtex"), (NBIB, "nbib"), (XML, "pubmed"), ("[]", "csl"), ("FN x\n", "wos")],
)
def test_the_format_is_guessed(text, format):
    assert guess_format("download", text) == format
