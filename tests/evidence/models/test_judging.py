"""A judgement holds for the words it was given for: when they change it lapses, by whatever way they changed."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from evidence.errors import Refused
from evidence.library.circumstances import observe
from evidence.library.storing import store
from evidence.models import Citation, Event, Reading, Section, Source
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    return builders.article(cast.ada)


def cited(article, claim="c3"):
    return Citation.objects.get(claim__article=article, claim__key=claim)


def counted(article, claim="c3"):
    return [one.stance for one in article.manuscript().claim_by_key[claim].citations]


def reword(article, old, new, key="s3"):
    section = article.sections.get(key=key)
    assert old in section.body
    Section.objects.filter(pk=section.pk).update(body=section.body.replace(old, new))


WORDS = ("improve sleep slightly", "ruin sleep")
FIELDS = {
    "quote": "Slept longer.",
    "figure": "400",
    "unit": "rats",
    "locator": "Table 2",
    "stance": "contradicts",
}
IDENTITY = {
    "doi": "10.5555/other",
    "key": "alder-2020",
    "csl": {
        "title": "Lemon balm and dreams",
        "author": [{"family": "Alder"}],
        "issued": {"date-parts": [[2019]]},
    },
}


def test_what_was_said_to_support_rose_does_not_support_fell(article):
    reword(article, *WORDS)
    assert counted(article) == ["not_judged"]
    assert cited(article).stance == "supports"
    reword(article, *reversed(WORDS))
    assert counted(article) == ["supports"]


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_citation_counts(article, name):
    Citation.objects.filter(pk=cited(article).pk).update(**{name: FIELDS[name]})
    assert counted(article) == ["not_judged"]


@pytest.mark.parametrize("name", IDENTITY)
def test_a_record_that_becomes_another_work_is_seen(article, name):
    source = cited(article).source
    setattr(source, name, IDENTITY[name])
    source.save()
    assert counted(article) == ["not_judged"]


def test_another_source_in_its_place_is_seen(article):
    Citation.objects.filter(pk=cited(article).pk).update(source=Source.objects.get(key="birch-2021"))
    assert counted(article) == ["not_judged"]


def test_a_marker_set_at_a_second_sentence_is_seen(article):
    reword(article, "did not find a difference.", "did not find a difference.[^c3]")
    assert counted(article) == ["not_judged"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("may improve sleep slightly", "may  improve\nsleep slightly"),
        ("may improve sleep", "**may** improve [sleep](https://example.org)"),
        (".[^c3]", "[^c3]."),
        (".[^c3] However", ".[^c3][^c9] However"),
    ],
)
def test_spacing_emphasis_and_markers_are_nobodys_words(article, old, new):
    reword(article, old, new)
    assert counted(article) == ["supports"]


def test_a_sentence_that_moves_takes_its_judgement_along(cast, article):
    sentence = "One trial in 40 adults found that lemon balm may improve sleep slightly.[^c3]"
    reword(article, f"{sentence} ", "")
    article.revise(by=cast.ada)
    assert counted(article) == ["supports"]
    reword(article, "A trial in 40", f"{sentence} A trial in 40", key="s4")
    assert counted(article) == ["supports"]


def test_a_stance_written_past_the_verbs_was_judged_by_nobody(article):
    claim = article.claims.get(key="c9")
    Citation.objects.create(claim=claim, source=Source.objects.first(), stance="supports")
    assert counted(article, "c9") == ["not_judged"]
    assert Citation.objects.get(claim=claim).lapse.then is None


def test_who_brings_in_a_judged_manuscript_stands_behind_it(cast):
    article = store(builders.manuscript(), slug="again", by=cast.ben)
    assert article.manuscript().digest == builders.manuscript().digest
    assert cited(article).judged_by == cast.ben
    assert {one.judged_for for one in Citation.objects.filter(claim__article=article)} != {""}


def test_confirming_lets_it_hold_and_makes_a_contributor(cast, article):
    reword(article, *WORDS)
    article.revise(by=cast.ada)
    row = cited(article)
    row.confirm(by=cast.ben, seen=row.vouched().digest)
    assert counted(article) == ["supports"]
    assert list(article.latest_revision().contributors.all()) == [cast.ben]
    event = Event.objects.get(verb="citation.confirmed")
    assert (event.actor, event.subject) == (cast.ben.pk, "claim:c3")
    row.confirm(by=cast.ada)
    assert Event.objects.filter(verb="citation.confirmed").count() == 1
    assert cited(article).judged_by == cast.ben


def test_nobody_confirms_words_they_did_not_see(cast, article):
    reword(article, *WORDS)
    shown = cited(article).vouched().digest
    reword(article, "ruin sleep", "kill")
    with pytest.raises(Refused, match="look at the words again"):
        cited(article).confirm(by=cast.ada, seen=shown)
    assert counted(article) == ["not_judged"]


def test_what_was_not_judged_cannot_be_confirmed(cast, article):
    Citation.objects.filter(pk=cited(article).pk).update(stance="not_judged")
    with pytest.raises(Refused, match="set its stance"):
        cited(article).confirm(by=cast.ada)


def test_nothing_is_confirmed_while_the_draft_is_under_review(cast, article):
    reword(article, *WORDS)
    article.revise(by=cast.ada)
    builders.in_review(cast, article)
    with pytest.raises(Refused, match="locked"):
        cited(article).confirm(by=cast.ada)


def test_read_for_forty_is_not_read_for_nine_hundred(cast, article):
    cited(article).verify(by=cast.cleo, against="full_text")
    assert ("c3", "alder-2019") in observe(article.manuscript(), article).verified
    reword(article, "40 adults", "999 adults")
    builders.confirmed(article, cast.ada)
    assert ("c3", "alder-2019") not in observe(article.manuscript(), article).verified
    cited(article).verify(by=cast.cleo, against="full_text")
    assert ("c3", "alder-2019") in observe(article.manuscript(), article).verified
    assert [one.vouched.sentence.count("999") for one in Reading.objects.all()] == [0, 1]
    [(newest, lapse), (_first, earlier)] = cited(article).stamps
    assert (newest.read_by, lapse) == (cast.cleo, None)
    assert [(str(what), "40" in was, "999" in now) for what, was, now in earlier.both] == [
        ("Sentence", True, True)
    ]


@pytest.mark.parametrize("name", FIELDS)
def test_a_stamp_lapses_with_every_field(cast, article, name):
    cited(article).verify(by=cast.cleo, against="full_text")
    Citation.objects.filter(pk=cited(article).pk).update(**{name: FIELDS[name]})
    assert cited(article).stamps[0][1] is not None
    assert ("c3", "alder-2019") not in observe(article.manuscript(), article).verified


def test_a_stamp_is_given_once_for_the_same_words(cast, article):
    for _again in range(2):
        cited(article).verify(by=cast.cleo, against="full_text")
    assert Reading.objects.count() == 1


def test_what_readers_have_stays_read_when_the_draft_is_reworded(cast):
    article = builders.published(cast)
    cited(article).verify(by=cast.cleo, against="full_text")
    live = article.publication.edition.revision.frozen
    reword(article, "40 adults", "999 adults")
    article.revise(by=cast.ada)
    builders.confirmed(article, cast.ada)
    cited(article).verify(by=cast.cleo, against="full_text")
    assert ("c3", "alder-2019") in observe(live, article).verified
    assert observe(live, article).lapsed == {}


def test_a_judgement_set_for_the_draft_accuses_no_edition(cast):
    frozen = builders.manuscript()
    claims = [
        replace(one, citations=(replace(one.citations[0], stance="not_judged"),)) if one.key == "c10" else one
        for one in frozen.claims
    ]
    article = builders.article(cast.ada, claims=tuple(claims))
    live = article.manuscript()
    row = cited(article, "c10")
    row.stance = "supports"
    row.save()
    reword(article, "two small trials", "three small trials", key="s8")
    article.revise(by=cast.ada)
    row.judge(by=cast.ada)
    assert observe(live, article).lapsed == {}
    assert counted(article, "c10") == ["supports"]


def test_what_was_judged_before_words_were_kept_holds_for_what_stands(cast, article):
    cited(article).verify(by=cast.cleo, against="full_text")
    before = article.manuscript().digest
    Citation.objects.update(judged_for="", judged_at=None, judged_by=None, verified_for="")
    assert article.manuscript().digest != before
    import_module("evidence.migrations.0010_judged_for_what_stands").keep_words(apps, None)
    assert article.manuscript().digest == before == article.latest_revision().digest
    assert [lapse for _reading, lapse in cited(article).stamps] == [None, None]
    reword(article, *WORDS)
    assert counted(article) == ["not_judged"]
