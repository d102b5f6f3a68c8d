"""Two records of one work become one: citations, readers and memory follow; nothing is lost or told twice."""

import pytest
from django.core.exceptions import PermissionDenied

from evidence.bibliography.importers.records import Record
from evidence.errors import Refused
from evidence.library.cataloguing import Fate, catalogue
from evidence.library.circumstances import observe
from evidence.models import Citation, Comparison, Event, Notice, Source
from evidence.models.comparison import Answer
from reviews.watching import merging, recording
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast):
    return builders.article(cast.ada)


@pytest.fixture
def kept(article):
    return Source.objects.get(key="alder-2019")


@pytest.fixture
def double(kept):
    return double_of(kept)


def double_of(source, **fields):
    """A second record of the same work, without its DOI."""
    twin = Source(key=f"{source.key}-again", **{"pmid": "31000001", "peer_review": "yes", **fields})
    twin.describe({**source.csl, "volume": "7"})
    twin.save()
    return twin


def cite(article, key, source, **said):
    return Citation.objects.create(claim=article.claims.get(key=key), source=source, **said)


def test_records_that_look_alike_are_proposed_until_somebody_answers(cast, kept, double):
    assert Source.objects.look_alike() == [(kept, double)]
    assert kept.doubles() == [double]
    Comparison.give(double, kept, Answer.DIFFERENT, by=cast.ada)
    Comparison.give(kept, double, Answer.DIFFERENT, by=cast.ada)
    assert (Source.objects.look_alike(), kept.doubles()) == ([], [])
    assert Event.objects.filter(verb="sources.compared").count() == 1


def test_citations_move_and_the_draft_is_frozen_anew(cast, article, kept, double):
    cite(article, "c4", double, stance="supports", quote="slept well", locator="p. 3")
    article.revise(by=cast.ada)
    merging.merge(kept, double, by=cast.ben, taking=())
    moved = article.claims.get(key="c4").citations.get(source=kept)
    assert (moved.quote, moved.locator) == ("slept well", "p. 3")
    revision = article.latest_revision()
    assert double.key not in revision.frozen.source_by_key
    assert revision.digest == article.manuscript().digest
    assert cast.ben in revision.contributors.all()


def test_the_lost_record_stays_known_by_all_its_names(cast, kept, double):
    merging.merge(kept, double, by=cast.ada)
    kept.refresh_from_db()
    double.refresh_from_db()
    assert (double.merged_into, double.pmid, kept.pmid) == (kept, "", "31000001")
    assert kept.csl["volume"] == "7"
    assert list(kept.aliases.values_list("name", "value")) == [("key", "alder-2019-again")]
    assert Source.objects.look_alike() == []


def test_an_identifier_that_gave_way_leads_to_the_record_too(cast, kept, double):
    double.doi = "10.5555/other"
    double.save()
    merging.merge(kept, double, by=cast.ada, taking=["doi"])
    for doi in ("10.5555/other", "10.5555/alder.2019"):
        assert Source.objects.identified_by(doi=doi).get() == kept


def test_importing_the_lost_record_again_changes_nothing(cast, kept, double):
    records = [Record(1, 1, {**double.csl, "PMID": "31000001"}), Record(2, 9, dict(double.csl))]
    merging.merge(kept, double, by=cast.ada, taking=["csl.volume"])
    assert {(entry.fate, entry.source) for entry in catalogue(records, by=cast.ada)} == {
        (Fate.KNOWN, kept.key)
    }


def test_a_claim_that_cites_both_keeps_one_citation_and_all_words(cast, article, kept, double):
    mine = article.claims.get(key="c3").citations.get(source=kept)
    mine.verify(by=cast.cleo, against="full_text")
    cite(article, "c3", double, quote="mild improvement", locator="p. 9")
    merging.merge(kept, double, by=cast.ada)
    said = article.claims.get(key="c3").citations.get()
    assert (said.stance, said.quote, said.locator, said.figure) == (
        "supports",
        "mild improvement",
        "Table 1; p. 9",
        "40",
    )
    assert said.verified_by is None


def test_a_stamp_stands_where_the_citation_says_what_was_read(cast, article, kept, double):
    mine = article.claims.get(key="c3").citations.get(source=kept)
    mine.verify(by=cast.cleo, against="full_text")
    cite(article, "c3", double)
    merging.merge(kept, double, by=cast.ada)
    assert article.claims.get(key="c3").citations.get().verified_by == cast.cleo


def test_what_only_a_person_can_settle_stops_the_merge_whole(cast, article, kept, double):
    cite(article, "c3", double, stance="contradicts")
    with pytest.raises(Refused, match="c3 cites both"):
        merging.merge(kept, double, by=cast.ada)
    double.refresh_from_db()
    assert (double.merged_into, double.pmid) == (None, "31000001")


def test_a_draft_under_review_is_not_changed_behind_its_reviewers(cast, article, kept, double):
    cite(article, "c4", double, stance="supports")
    builders.in_review(cast, article)
    with pytest.raises(Refused, match="under review"):
        merging.merge(kept, double, by=cast.ada)
    article.rounds.get().take_back(by=cast.ada)
    merging.merge(kept, double, by=cast.ada)
    assert not double.citations.exists()


def test_a_review_of_the_kept_record_stops_only_what_would_change_it(cast, article, kept, double):
    builders.in_review(cast, article)
    with pytest.raises(Refused, match="under review"):
        merging.merge(kept, double, by=cast.ada)
    double.describe(dict(kept.csl))
    double.pmid = ""
    double.save()
    merging.merge(kept, double, by=cast.ada)
    double.refresh_from_db()
    assert double.merged_into == kept


def test_merging_again_changes_nothing(cast, article, kept, double):
    cite(article, "c4", double)
    for _time in range(2):
        merging.merge(kept, double, by=cast.ada)
    assert Event.objects.filter(verb="source.merged", article=None).count() == 1
    assert article.revisions.count() == 2
    with pytest.raises(Refused, match="was merged into"):
        merging.merge(double, Source.objects.get(key="cedar-2010"), by=cast.ada)


def test_listings_preprints_and_included_studies_follow(cast, article, kept, double):
    preprint = Source.objects.create(key="pre", title="Pre")
    preprint.link_version(double, by=cast.ada)
    review = Source.objects.create(key="review", title="A review")
    review.included.add(double)
    article.listed.add(double)
    merging.merge(kept, double, by=cast.ada)
    preprint.refresh_from_db()
    assert preprint.published_as == kept
    assert list(review.included.all()) == list(article.listed.all()) == [kept]


def test_preprint_and_version_stay_two_records(cast, kept, double):
    double.link_version(kept, by=cast.ada)
    with pytest.raises(Refused, match="stay two records"):
        merging.merge(kept, double, by=cast.ada)
    assert Comparison.objects.get().answer == "versions"
    with pytest.raises(Refused, match="cannot be its version"):
        kept.link_version(double, by=cast.ada)


def test_a_retraction_known_of_the_lost_record_reaches_the_readers_of_the_kept_one(cast, client):
    page = builders.published(cast)
    kept = Source.objects.get(key="alder-2019")
    double = double_of(kept)
    recording.record_update(double, "retraction", by=cast.eve, asserted_by="PubMed")
    assert not Notice.objects.exists()
    merging.merge(kept, double, by=cast.ada)
    assert b"was retracted" in client.get(f"/reviews/{page.slug}/").content
    assert page.flags.open().on("live").filter(code="SI1").exists()


def test_a_retraction_of_the_kept_record_warns_the_readers_of_a_page_that_names_the_lost_one(cast, client):
    kept = Source.objects.create(key="main", title="Lemon balm and sleep")
    page = builders.published(cast)
    lost = Source.objects.get(key="alder-2019")
    merging.merge(kept, lost, by=cast.ada)
    assert page.publication.edition.sources.filter(pk=lost.pk).exists()
    recording.record_update(kept, "retraction", by=cast.eve, asserted_by="Crossref")
    recording.record_update(lost, "retraction", by=cast.eve, asserted_by="PubMed")
    assert b"was retracted" in client.get(f"/reviews/{page.slug}/").content
    assert (Notice.objects.count(), lost.updates.count(), kept.updates.count()) == (1, 0, 2)
    frozen = page.publication.edition.revision.frozen
    assert observe(frozen, page).retracted == {"alder-2019"}


def test_a_chain_of_merges_ends_in_one_record(cast, kept, double):
    third = (
        double_of(kept, key=None)
        if False
        else Source.objects.create(key="third", title="Lemon balm and sleep")
    )
    merging.merge(double, kept, by=cast.ada)
    merging.merge(third, Source.objects.get(pk=double.pk), by=cast.ada)
    assert set(Source.objects.filter(merged_into=third).values_list("key", flat=True)) == {
        kept.key,
        double.key,
    }
    assert set(third.aliases.filter(name="key").values_list("value", flat=True)) == {kept.key, double.key}


def test_only_editors_merge(cast, kept, double):
    with pytest.raises(PermissionDenied):
        merging.merge(kept, double, by=cast.cleo)
