"""What people and publishers put into records must not break a page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibliography.references import STYLES, listed, render, text
from evidence.bibliography.references.printed import DATES as DATE_FIELDS
from evidence.bibliography.references.printed import NAME_PARTS, TEXTS
from evidence.bibliography.references.printed import NAMES as NAME_FIELDS
from tests.evidence.bibliography.references import works

TAGS = re.compile(r"</?em>|<a href=\"https?://[^\"<>]*\">|</a>")
SCALARS = st.one_of(
    st.none(),
    st.integers(-5, 99999),
    st.text(max_size=12),
    st.sampled_from(["<b>x", "?", "a&b", "{}", "1-2"]),
)
NAMES = [
    "type",
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "edition",
    "publisher",
    "genre",
    "URL",
    "DOI",
    "PMID",
    "number",
]
PEOPLE = st.lists(
    st.one_of(SCALARS, st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix"]), SCALARS)),
    max_size=9,
)
DATES = st.one_of(
    SCALARS, st.fixed_dictionaries({"date-parts": st.lists(st.lists(SCALARS, max_size=4), max_size=3)})
)
RECORDS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(NAMES, SCALARS)
    | {"author": PEOPLE, "editor": PEOPLE, "issued": DATES, "accessed": DATES},
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "field", ["title", "container-title", "publisher", "volume", "page", "genre", "edition", "raw"]
)
def test_markup_in_a_record_is_shown_and_never_run(style, field):
    html = render({"type": "chapter", field: "<script>alert(1)</script>"}, style)
    assert "<script" not in html
    assert "alert(1)" in text({"type": "chapter", "title": "<script>alert(1)</script>"}, style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "http://[", "file:///x"]
)
def test_only_addresses_of_the_web_become_links(style, url):
    assert "href" not in render({"title": "T", "type": "webpage", "URL": url}, style)


@pytest.mark.parametrize("style", STYLES)
def test_a_quote_in_an_address_cannot_leave_its_attribute(style):
    html = render({"title": "T", "URL": 'https://example.org/"onclick="x', "type": "webpage"}, style)
    assert 'onclick="' not in html


@settings(max_examples=80)
@given(RECORDS, st.sampled_from(sorted(STYLES)))
def test_any_record_comes_out_as_safe_html(record, style):
    assert not re.search("[<>]", TAGS.sub("", render(record, style)))


JSON = st.recursive(
    st.one_of(SCALARS, st.booleans(), st.floats(), st.just("<script>alert(1)</script>")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from([*NAME_PARTS, "date-parts", "season", "literal", "raw"]), inner, max_size=3
        ),
    ),
    max_leaves=6,
)
ANYTHING = st.dictionaries(
    st.sampled_from([*TEXTS, *NAME_FIELDS, *DATE_FIELDS, "DOI", "PMID", "year-suffix"]), JSON, max_size=8
)


@settings(max_examples=200)
@given(st.lists(ANYTHING, max_size=3), st.sampled_from(sorted(STYLES)), st.sampled_from(works.WORKS))
def test_whatever_json_a_record_is_made_of_the_list_is_safe(records, style, work):
    """Wrong types, nulls and nests in every field: never an exception, and never a tag of somebody else's."""
    shown = listed([*records, *({**work, **record} for record in records)], style)
    assert [html for _index, html in shown if re.search("[<>]", TAGS.sub("", html))] == []


@settings(max_examples=40)
@given(st.sampled_from(works.WORKS), st.sampled_from(sorted(STYLES)), st.data())
def test_no_missing_field_leaves_stray_marks(work, style, data):
    gone = data.draw(st.sets(st.sampled_from(sorted(set(work) - {"raw"})))) if "raw" not in work else set()
    shown = text({name: value for name, value in work.items() if name not in gone}, style)
    assert not re.search(
        r"\.\.(?! \.)|\?\.|,,|;;|\(\)|\[\]| [,.;:](?! \.)|None|null", shown.replace(". . .", "")
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", ["Does it work?", "It works!", "Is it “safe?”"])
def test_a_title_that_ends_by_itself_gets_no_full_stop(style, title):
    for kind in ("article-journal", "book", "report", "webpage"):
        shown = text(
            {"type": kind, "title": title, "author": works.people("Rae C"), "issued": works.day(2003)}, style
        )
        assert f"{title}." not in shown
        assert title in shown


@pytest.mark.parametrize("style", STYLES)
def test_a_retracted_work_says_so_first(style):
    assert render(works.ARTICLE, style, retracted=True).startswith("<em>Retracted.</em> Rae")
    assert "Retracted" not in render(works.ARTICLE, style)


@pytest.mark.parametrize("style", STYLES)
def test_frozen_records_print_like_plain_ones(style):
    plain = {name: value for name, value in works.ARTICLE.items() if name != "DOI"}
    assert render(works.FROZEN, style) == render(plain, style)


@pytest.mark.parametrize("style", STYLES)
def test_pubmed_is_a_link_where_there_is_no_doi(style):
    article = {**works.ARTICLE, "DOI": None, "PMID": 14561278}
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/14561278/"' in render(article, style)


def test_letters_that_grow_in_small_do_not_move_the_link():
    work = {"raw": "İNCİ İ. Çay. doi:10.5555/ÇAY.X1 (2003)", "DOI": "10.5555/Çay.x1"}
    assert text(work) == "İNCİ İ. Çay. doi:10.5555/Çay.x1 (2003)"


def test_a_raw_reference_parsed_completely_is_printed_from_its_fields():
    assert text({**works.ARTICLE, "raw": "Rae C, et al."}).startswith("Rae C, Digney AL")
    assert text({**works.ARTICLE, "raw": "Rae C, et al.", "type": "document"}).startswith("Rae C, et al.")
