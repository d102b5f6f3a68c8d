"""Ada and Cleo judge one outcome, each alone; they differ; they agree; the outcome takes it over."""

import json
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from evidence.errors import Refused
from evidence.library.ratings import rated
from evidence.manuscript import DomainRating
from evidence.manuscript.taking import outcome_of
from evidence.models import Consensus, Contribution, Event, Outcome, Rating
from evidence.models.rating import Sitting
from reviews import permissions
from tests import builders

pytestmark = pytest.mark.django_db
SMALL = DomainRating("imprecision", -2, "Two small trials.")
UNBLINDED = DomainRating("risk_of_bias", -1, "Nobody was blinded.")


@pytest.fixture
def article(cast):
    return builders.article(cast.ada)


@pytest.fixture
def sleep(article):
    return article.outcomes.get(key="o1")


def rate(row, by, *domains, body="randomised"):
    return Rating.give(row, body=body, domains=builders.looked_at(*domains), by=by)


def agree(row, by, *domains, reason="We read the trials again.", body="randomised"):
    return Consensus.reach(row, body=body, domains=builders.looked_at(*domains), reason=reason, by=by)


def test_a_rating_keeps_its_level_and_what_it_was_made_of(cast, sleep):
    given = rate(sleep, cast.cleo, UNBLINDED, SMALL)
    assert given.level == "very_low"
    assert given.outcome == replace(outcome_of(sleep), domains=builders.looked_at(SMALL, UNBLINDED))
    assert json.loads(given.judged)["participants"] == 80


def test_rating_changes_nothing_of_the_draft(cast, article, sleep):
    rate(sleep, cast.cleo, UNBLINDED)
    assert article.revise(by=cast.ada).number == 1
    assert not Contribution.objects.filter(user=cast.cleo).exists()


def test_rating_twice_alike_is_one_rating(cast, sleep):
    assert rate(sleep, cast.ada, SMALL) == rate(sleep, cast.ada, SMALL)
    rate(sleep, cast.cleo)
    assert rate(sleep, cast.ada, SMALL).number == 1  # a second click, after the other one came in


def test_until_the_other_is_in_one_may_think_again(cast, article, sleep):
    rate(sleep, cast.ada, SMALL)
    rate(sleep, cast.ada, UNBLINDED)
    assert [one.number for one in Rating.objects.all()] == [1, 2]
    assert Sitting.of(article, "o1").by(cast.ada).number == 2


def test_once_both_are_in_neither_is_changed_and_nobody_joins(cast, article):
    sleep = builders.rated(cast, article)
    for person in (cast.ada, cast.dev):
        with pytest.raises(Refused, match="Two have rated it"):
            rate(sleep, person, body="no_studies")


@pytest.mark.parametrize(
    ("body", "domains", "why"),
    [
        ("", [], "what kind of evidence"),
        ("randomised", [DomainRating("imprecision", -1, " ")], "without a reason"),
        ("randomised", [DomainRating("imprecision", 1, "So.")], "cannot move"),
        ("cells", [SMALL], "Nothing is rated here"),
    ],
)
def test_what_grade_does_not_allow_is_refused(cast, sleep, body, domains, why):
    with pytest.raises(Refused, match=why):
        rate(sleep, cast.ada, *domains, body=body)


def test_a_domain_that_nobody_looked_at_leaves_nothing_to_agree_upon(cast, sleep):
    with pytest.raises(Refused, match="1 of 5 were looked at"):
        Rating.give(sleep, body="randomised", domains=[SMALL], by=cast.ada)
    assert Rating.give(sleep, body="cells", domains=[], by=cast.ada).level == "not_rated"


def test_a_deleted_outcome_or_a_discarded_article_is_rated_no_more(cast, article, sleep):
    given = rate(sleep, cast.ada, SMALL)
    Outcome.objects.get(pk=sleep.pk).delete()
    with pytest.raises(Refused, match="deleted"):
        rate(sleep, cast.cleo, SMALL)
    assert Rating.objects.get() == given
    article.discard(by=cast.ada)
    with pytest.raises(Refused, match="discarded"):
        rate(article.outcomes.get(key="o2"), cast.cleo, SMALL)


def test_a_reviewer_rates_while_the_draft_is_under_review_but_agreeing_waits(cast):
    article = builders.in_review(cast).article
    sleep = builders.rated(cast, article)
    with pytest.raises(Refused, match="locked"):
        agree(sleep, cast.ada, SMALL)


def test_events_betray_no_judgement(cast, article):
    builders.rated(cast, article)
    said = Event.objects.filter(verb="outcome.rated").order_by("number")
    assert [(one.subject, one.actor, json.loads(one.about)) for one in said] == [
        ("outcome:o1", cast.ada.pk, {"number": 1}),
        ("outcome:o1", cast.cleo.pk, {"number": 1}),
    ]


def test_the_consensus_becomes_the_outcome_and_both_raters_contributors(cast, article):
    sleep = builders.rated(cast, article)
    made = agree(sleep, cast.ben, SMALL, UNBLINDED)
    sleep.refresh_from_db()
    assert (made.level, outcome_of(sleep)) == ("very_low", made.outcome)
    latest = article.latest_revision()
    assert (latest.number, latest.frozen.outcome_by_key["o1"].domains) == (
        2,
        builders.looked_at(SMALL, UNBLINDED),
    )
    assert {one.user for one in latest.contributions.all()} == {cast.ada, cast.ben, cast.cleo}
    assert "contributed" in permissions.why_not_approve(cast.cleo, article)


def test_a_consensus_that_changes_nothing_makes_nobody_a_contributor(cast, article):
    builders.agreed(cast, article)
    assert article.latest_revision().number == 1
    assert permissions.why_not_approve(cast.cleo, article) == ""


def test_agreeing_twice_is_agreeing_once(cast, article):
    sleep = builders.rated(cast, article)
    assert agree(sleep, cast.ada, SMALL) == agree(sleep, cast.ada, SMALL)
    assert Event.objects.filter(verb="outcome.agreed").count() == 1
    with pytest.raises(Refused, match="not in yet"):
        agree(sleep, cast.ada, UNBLINDED)


def test_it_takes_two_and_a_reason(cast, article, sleep):
    rate(sleep, cast.ada, SMALL)
    with pytest.raises(Refused, match="not in yet"):
        agree(sleep, cast.ada, SMALL)
    rate(sleep, cast.cleo)
    with pytest.raises(Refused, match="how the two came"):
        agree(sleep, cast.ada, SMALL, reason=" ")


def test_after_the_consensus_new_evidence_is_rated_anew(cast, article):
    builders.agreed(cast, article)
    sleep = builders.rated(cast, article, names=("cleo", "dev"))
    assert {one.sitting for one in Rating.objects.filter(rated_by=cast.cleo)} == {1, 2}
    assert agree(sleep, cast.ben, SMALL).sitting == 2


def test_a_rating_knows_whether_the_facts_have_changed(cast, article):
    sleep = builders.rated(cast, article)
    given = Rating.objects.first()
    assert given.is_of(outcome_of(sleep))
    sleep.participants = 400
    assert not given.is_of(outcome_of(sleep))


def test_the_article_says_how_far_two_agree(cast, article, django_assert_num_queries):
    keys = {"o1", "o2"}
    assert not rated(article, keys).begun
    rate(article.outcomes.get(key="o1"), cast.ada, SMALL)
    assert str(rated(article, keys)) == "0 of 2 outcomes rated by two"
    rate(article.outcomes.get(key="o1"), cast.cleo, SMALL, UNBLINDED)
    assert str(rated(article, keys)) == "1 of 2 outcomes rated by two; weighted kappa not defined yet"
    # Low and very low, then high and high: observed 1; by chance (1 + 2 + 3 + 0) ÷ 2 = 3; 1 − 1 ÷ 3.
    for person in (cast.cleo, cast.ada):
        rate(article.outcomes.get(key="o2"), person)
    with django_assert_num_queries(1):
        found = rated(article, keys)
        assert str(found) == "2 of 2 outcomes rated by two; weighted kappa 0.67"
        assert [pair.in_words for pair in found.pairs] == [
            "Ada Lind and Cleo Marsh: the same certainty for 1 of 2 outcomes; weighted kappa 0.67."
        ]


def test_kappa_is_of_two_people_and_others_are_counted_apart(cast, article):
    builders.rated(cast, article)
    builders.rated(cast, article, names=("cleo", "dev"), key="o2")
    assert len(rated(article, {"o1", "o2"}).pairs) == 2
    assert rated(article, {"o2"}).twice == 1


@pytest.mark.parametrize("table", ["evidence_rating", "evidence_consensus"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET id = id"])
def test_the_database_keeps_what_was_judged_and_agreed(cast, article, table, statement):
    builders.agreed(cast, article)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


def refuses(act):
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def test_the_database_takes_no_third_rater_and_no_late_rating(cast, article):
    builders.rated(cast, article)
    said = {"article": article, "outcome_key": "o1", "sitting": 1, "judged": "{}", "level": "low"}
    refuses(lambda: Rating.objects.create(rated_by=cast.dev, number=1, **said))
    refuses(lambda: Rating.objects.create(rated_by=cast.ada, number=2, **said))


def test_the_database_takes_no_consensus_of_one_person(cast, article, sleep):
    mine = rate(sleep, cast.ada, SMALL)
    again = rate(sleep, cast.ada, UNBLINDED)
    other = rate(article.outcomes.get(key="o2"), cast.cleo)
    said = {"article": article, "outcome_key": "o1", "sitting": 1, "agreed": "{}", "level": "low"}
    said |= {"agreed_by": cast.ada, "reason": "So."}
    for second in (mine, again, other):
        refuses(lambda second=second: Consensus.objects.create(first=mine, second=second, **said))
