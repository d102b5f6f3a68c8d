"""From a source to all that rests on it, and how long it took to mend a page after its readers were warned."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from evidence.library.corrections import corrections, median_time, rests_on
from evidence.library.reach import named_by, reach_of
from evidence.models import Citation, Source
from reviews.publishing import publication
from reviews.watching import merging, recording
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    return builders.published(cast)


@pytest.fixture
def source(article):
    return Source.objects.get(key="alder-2019")


def run(*args, **options):
    out = StringIO()
    call_command("reach", *args, stdout=out, **options)
    return out.getvalue()


def without(article, source, by):
    """The next edition's draft, in which another trial takes the source's place."""
    other = Source.objects.get(key="birch-2021")
    for cited in source.citations.filter(claim__article=article):
        if not cited.claim.citations.filter(source=other).exists():
            said = {name: getattr(cited, name) for name in ("stance", "quote", "locator", "figure", "unit")}
            Citation.objects.create(claim=cited.claim, source=other, **said).judge(by=by)
        cited.delete()
    article.revise(by=by)


def retract(source, by):
    return recording.record_update(source, "retraction", by=by, asserted_by="PubMed")


def test_drafts_live_pages_and_past_editions_are_kept_apart(cast, article, source):
    without(article, source, cast.ada)
    other = builders.article(cast.ada, title="Another review")
    found = reach_of(source)
    assert [stand.article for stand in found.drafts] == [other]
    assert [(stand.edition.number, len(stand.claims)) for stand in found.live] == [(1, 4)]
    builders.published(cast, article, note="Another trial.")
    assert [stand.edition.number for stand in reach_of(source).past] == [1]
    assert reach_of(source).live == ()


def test_each_claim_is_named_with_its_place(article, source):
    (stand,) = reach_of(source).drafts
    said = {one.claim: one for one in stand.claims}
    assert set(said) == {"c1", "c3", "c5", "c10"}
    assert (said["c3"].section, said["c3"].outcome, said["c3"].stance) == (
        "Effects",
        "Sleep quality",
        "supports",
    )
    assert said["c3"].text.startswith("One trial in 40 adults")
    (edition,) = reach_of(source).live
    assert [one.text for one in edition.claims if one.claim == "c3"] == [said["c3"].text]


def test_what_rests_on_a_review_rests_on_what_it_includes(article, source):
    inside = Source.objects.create(key="inside", title="A trial inside")
    source.included.add(inside)
    found = reach_of(inside)
    assert {one.through for stand in (*found.drafts, *found.live) for one in stand.claims} == {source.title}


def test_a_merged_record_reaches_what_the_kept_one_does(cast, article, source):
    kept = Source.objects.create(key="main", title=source.title)
    merging.merge(kept, source, by=cast.ada)
    for record in (kept, Source.objects.get(pk=source.pk)):
        found = reach_of(record)
        assert (len(found.drafts), len(found.live)) == (1, 1)
    assert named_by("10.5555/ALDER.2019") == named_by("alder-2019") == kept


def test_reach_costs_as_many_queries_for_many_as_for_one(
    cast, article, source, django_assert_max_num_queries
):
    for number in range(3):
        builders.published(cast, builders.article(cast.ada, title=f"Review {number}"))
    source = Source.objects.get(pk=source.pk)
    with django_assert_max_num_queries(5):
        found = reach_of(source)
        assert sum(len(stand.claims) for stand in (*found.drafts, *found.live)) == 32
    retract(source, cast.eve)
    with django_assert_max_num_queries(6):
        assert len(corrections()) == 4


def test_the_command_prints_and_dumps(cast, article, source):
    retract(source, cast.eve)
    said = run("https://doi.org/10.5555/alder.2019")
    assert said.startswith("Lemon balm and sleep (2019) [alder-2019]: Retracted")
    assert "c3 in “Effects”, outcome “Sleep quality”" in said
    dumped = json.loads(run("alder-2019", json=True))
    assert dumped["status"] == ["retracted", "people"]
    assert [stand["edition"] for stand in dumped["live"]] == [1]
    with pytest.raises(CommandError, match="no source 'nobody'"):
        run("nobody")


def test_the_page_shows_a_retracted_sources_reach(cast, article, source, client):
    retract(source, cast.eve)
    client.force_login(cast.cleo)
    page = client.get(reverse("admin:evidence_source_reach", args=[source.pk])).content.decode()
    assert "One trial in 40 adults" in page
    assert "still to be corrected" in page


def test_a_correction_is_the_next_edition_that_does_not_rest_on_it(cast, article, source):
    retract(source, cast.eve)
    assert [one.how for one in corrections(source)] == [""]
    assert median_time(corrections()) is None
    without(article, source, cast.ada)
    builders.published(cast, article, note="A trial was retracted.")
    (made,) = corrections(source)
    assert (made.how, made.edition, made.days) == ("edition", 2, 0)
    assert median_time([made]) == made.took
    assert f"{article.slug}: “Lemon balm and sleep”" in run(corrections=True)
    assert json.loads(run("alder-2019", corrections=True, json=True))["corrections"][0]["edition"] == 2


def test_a_withdrawal_ends_it_too(cast, article, source):
    retract(source, cast.eve)
    publication.withdraw(article, by=cast.eve, reason="The trial behind it was retracted.")
    assert [one.how for one in corrections()] == ["withdrawn"]


def test_a_concern_that_was_lifted_leaves_nothing_to_correct(cast, article, source):
    said = {"by": cast.eve, "asserted_by": "publisher"}
    recording.record_update(source, "expression_of_concern", on=timezone.localdate() - timedelta(9), **said)
    recording.record_update(source, "expression_of_concern", on=timezone.localdate(), superseded=True, **said)
    assert [(one.how, one.days) for one in corrections()] == [("lifted", None)]


def test_telling_of_a_papers_history_is_no_support(cast):
    manuscript = builders.manuscript()
    assert rests_on(manuscript, {"alder-2019"})
    assert not rests_on(manuscript, {"somebody-else"})
