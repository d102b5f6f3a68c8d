"""From rows to the frozen shape and back: the same text has the same digest, whatever rows hold it."""

from dataclasses import fields, is_dataclass, make_dataclass, replace
from datetime import date

import pytest

from evidence.canonical import dumps, plain
from evidence.library.storing import store
from evidence.manuscript import Claim, Manuscript, Section, from_json
from evidence.models import Citation
from evidence.models import Claim as ClaimRow
from evidence.models import Section as SectionRow
from tests import builders

WHOLE = builders.manuscript()


def places(value, path=()):
    """Every (path, value) of a field inside a frozen value; of a tuple its first part."""
    for one in fields(value):
        inner = getattr(value, one.name)
        yield (*path, one.name), inner
        if is_dataclass(inner):
            yield from places(inner, (*path, one.name))
        elif isinstance(inner, tuple) and inner and is_dataclass(inner[0]):
            yield from places(inner[0], (*path, one.name, 0))


def other(value):
    if value is None:
        return 7
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, str):
        return f"{value} else"
    if isinstance(value, date):
        return date(1999, 1, 1)
    if isinstance(value, tuple):
        return (*value, value[0]) if value else (Section("s99"),)
    if is_dataclass(value):
        return replace(value, **{fields(value)[0].name: other(getattr(value, fields(value)[0].name))})
    return {**value, "title": "Another"}


def changed(value, path, new):
    if not path:
        return new
    if path[0] == 0:
        return (changed(value[0], path[1:], new), *value[1:])
    return replace(value, **{path[0]: changed(getattr(value, path[0]), path[1:], new)})


PLACES = dict(places(WHOLE))


@pytest.mark.parametrize("path", PLACES, ids=lambda path: ".".join(map(str, path)))
def test_a_change_of_any_digested_field_changes_the_digest(path):
    assert changed(WHOLE, path, other(PLACES[path])).digest != WHOLE.digest


def test_a_field_that_comes_later_changes_no_digest_at_its_default():
    later = make_dataclass("Claim", [("mood", str, "calm")], bases=(Claim,), frozen=True)
    assert dumps(plain(later("c1"))) == dumps(plain(Claim("c1")))
    assert dumps(plain(later("c1", mood="cross"))) != dumps(plain(Claim("c1")))


@pytest.mark.parametrize("text", ["e\u0301clair", "one\r\ntwo\rthree", "nul\0byte"])
def test_what_browsers_and_files_do_to_text_changes_no_digest(text):
    same = {"e\u0301clair": "éclair", "one\r\ntwo\rthree": "one\ntwo\nthree", "nul\0byte": "nulbyte"}[text]
    assert Manuscript(text, sections=(Section("s1", body=text),)).digest == (
        Manuscript(same, sections=(Section("s1", body=same),)).digest
    )


def test_a_number_with_a_point_is_a_text_in_the_canonical_form():
    record = replace(WHOLE.sources[0], csl={"title": "T", "volume": 1.50, "issue": 10.0})
    text = replace(WHOLE, sources=(record,)).to_json()
    assert '"volume":"1.5"' in text
    assert '"issue":"10"' in text
    assert from_json(text).to_json() == text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema":2,"title":"T"}', '{"schema":1,"title":"T","x":1}']
)
def test_what_is_no_manuscript_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        from_json(text)


@pytest.mark.django_db
def test_row_ids_do_not_change_the_digest(cast):
    one, two = (store(WHOLE, slug="lemon-balm", by=cast.ada) for _again in range(2))
    assert one.pk != two.pk
    assert one.manuscript().digest == two.manuscript().digest == WHOLE.digest


@pytest.mark.django_db
def test_a_large_article_is_taken_in_as_few_queries_as_a_small_one(cast, django_assert_max_num_queries):
    article = builders.article(cast.ada)
    sections = SectionRow.objects.bulk_create(
        SectionRow(article=article, key=f"s{n}", position=n, heading=f"Part {n}") for n in range(20, 80)
    )
    claims = ClaimRow.objects.bulk_create(
        ClaimRow(article=article, key=f"c{n}", section=sections[n % 60]) for n in range(100, 400)
    )
    source = article.claims.get(key="c3").citations.get().source
    Citation.objects.bulk_create(Citation(claim=claim, source=source) for claim in claims)
    with django_assert_max_num_queries(8):
        assert len(article.manuscript().claims) == 310
