"""The fixed cast of the stories, and articles at each stage of the way, made by the verbs themselves."""

from datetime import date, timedelta
from types import SimpleNamespace

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.text import slugify

from evidence.appraisal.grade import LOWERING
from evidence.library.circumstances import observe
from evidence.library.storing import store
from evidence.manuscript import (
    BylineEntry,
    Citation,
    Claim,
    DomainRating,
    Manuscript,
    Outcome,
    SearchRecord,
    Section,
    Source,
)
from evidence.models import Citation as CitationRow
from evidence.models import Consensus, Contributor, Declaration, Rating
from reviews.checklist import QUESTIONS
from reviews.flags import flagging, judging
from reviews.groups import EDITORS, KEEPERS, PUBLISHERS, REVIEWERS
from reviews.models import Point, Round
from reviews.models.reading import unread
from reviews.publishing import publication

PASSWORD = "correct horse battery"
CAST = (
    ("ada", "Ada Lind", EDITORS, "MSc"),
    ("ben", "Ben Okoro", EDITORS, "BSc"),
    ("cleo", "Cleo Marsh", REVIEWERS, "MD, neurologist"),
    ("dev", "Dev Anand", REVIEWERS, "PharmD"),
    ("eve", "Eve Duarte", PUBLISHERS, "PhD"),
    ("kim", "Kim Novak", KEEPERS, ""),
)


def cast():
    """Everybody, by user name; logins, contributors, and general declarations of today."""
    people = {name: _person(name, full, group, title) for name, full, group, title in CAST}
    people["rex"] = get_user_model().objects.create_superuser("rex", "rex@example.org", PASSWORD)
    return SimpleNamespace(**people)


def _person(username, full_name, group, credentials):
    user = get_user_model().objects.create_user(
        username, f"{username}@example.org", PASSWORD, is_staff=True, first_name=full_name.split()[0]
    )
    user.groups.add(Group.objects.get(name=group))
    person = Contributor.objects.create(key=slugify(full_name), name=full_name, credentials=credentials)
    person.link(user, by=None)
    Declaration.declare(person, by=user, none_declared=True)
    return user


TEXT = {
    "summary": (
        "In short",
        "Lemon balm tea may help slightly with sleep; nobody has studied it for more than two weeks.[^c1]",
    ),
    "mechanism": (
        "How it works",
        "In rats, extracts of lemon balm slowed the enzyme that breaks down GABA.[^c2] "
        "Whether this happens in people is not known.[^c9]",
    ),
    "effects": (
        "Effects",
        "One trial in 40 adults found that lemon balm may improve sleep slightly.[^c3] "
        "However, a second trial did not find a difference.[^c4]",
    ),
    "harms": (
        "Side effects",
        "A trial in 40 adults reported mild nausea in some people.[^c5]",
    ),
    "contraindications": (
        "Who should be careful",
        "No study of lemon balm in people with thyroid disease was found.[^c6]",
    ),
    "interactions": (
        "Interactions",
        "No study of lemon balm together with sedatives was found.[^c7]",
    ),
    "pregnancy": (
        "Pregnancy and breast-feeding",
        "No study of lemon balm in pregnant women was found.[^c8]",
    ),
    "quality": (
        "Quality of the evidence",
        "The evidence comes from two small trials, which makes every result uncertain.[^c10]",
    ),
}


def manuscript(**changes):
    """A short, sound review of lemon balm that the whole catalogue lets through."""
    fields = {
        "title": "Does lemon balm help with sleep?",
        "subject": "Lemon balm for sleep in adults",
        "summary": "Lemon balm may help slightly with sleep. The evidence is thin.",
        "byline": (BylineEntry("ada-lind", "Ada Lind", "MSc", "Author"),),
        "searched_up_to": date(2026, 10, 1),
        "search": SearchRecord("MEDLINE, Embase", "lemon balm AND sleep", timezone.localdate()),
        "funding": "The site pays for its reviews; no seller had a part in this one.",
        "sections": tuple(
            Section(f"s{n}", heading, 2, kind, body)
            for n, (kind, (heading, body)) in enumerate(TEXT.items(), start=1)
        ),
        "claims": _claims(),
        "outcomes": _outcomes(),
        "sources": _sources(),
    }
    return Manuscript(**{**fields, **changes})


def _claims():
    trial, second = Citation("alder-2019", "supports"), Citation("birch-2021", "supports")
    return (
        Claim("c1", "effect", population="people", outcome="o1", citations=(trial,)),
        Claim("c2", "mechanism", population="animals", citations=(Citation("cedar-2010", "supports"),)),
        Claim("c3", "effect", population="people", outcome="o1", citations=(
            Citation("alder-2019", "supports", figure="40", unit="adults", locator="Table 1"),
        )),
        Claim("c4", "effect", population="people", outcome="o1", citations=(second,)),
        Claim("c5", "harm", population="people", outcome="o2", citations=(
            Citation("alder-2019", "supports", figure="40", unit="adults", locator="Table 1"),
        )),
        Claim("c6", "absence", population="people"),
        Claim("c7", "absence", population="people"),
        Claim("c8", "absence", population="pregnant"),
        Claim("c9", "absence", population="people"),
        Claim("c10", "epidemiology", population="people", citations=(trial, second)),
    )  # fmt: skip


def _outcomes():
    low = looked_at(SMALL)
    return (
        Outcome("o1", "Sleep quality", participants=80, studies=2, direction="increases", size="small",
                body="randomised", importance=7, absolute_effect="0.5 points of 21",
                domains=low),
        Outcome("o2", "Nausea", harm=True, participants=80, studies=2, body="randomised", importance=6,
                domains=low),
    )  # fmt: skip


def looked_at(*moved):
    """The DomainRatings of an outcome of which all that lowers was looked at: these, and "not serious" for the rest."""
    said = {one.domain: one for one in moved}
    rest = {str(name): DomainRating(str(name)) for name in LOWERING if name not in said}
    return tuple(sorted([*moved, *rest.values()], key=lambda one: one.domain))


def _sources():
    def made(key, author, year, title, **fields):
        csl = {"type": "article-journal", "title": title, "author": [{"family": author, "given": "A"}],
               "issued": {"date-parts": [[year]]}, "container-title": "Journal of Made Examples"}  # fmt: skip
        return Source(key, csl=csl, peer_review="yes", level="primary", **fields)

    return (
        made("alder-2019", "Alder", 2019, "Lemon balm and sleep", design="RCT", population="human_healthy",
             sample_size=40, doi="10.5555/alder.2019"),
        made("birch-2021", "Birch", 2021, "Lemon balm again", design="RCT", population="human_healthy",
             sample_size=40, doi="10.5555/birch.2021"),
        made("cedar-2010", "Cedar", 2010, "Lemon balm in rats", design="AN", population="animal",
             species="rat", doi="10.5555/cedar.2010"),
    )  # fmt: skip


def article(by, **changes):
    """The lemon balm review as a draft."""
    draft = store(manuscript(**changes), slug=changes.get("title", "lemon-balm"), by=by)
    draft.next_review_on = timezone.localdate() + timedelta(days=365)
    draft.save(update_fields=["next_review_on"])
    flagging.reconcile(draft)
    return draft


def confirmed(draft, by):
    """The draft, whoever reworded it having confirmed every judgement that lapsed."""
    for cited in CitationRow.objects.filter(claim__article=draft):
        if cited.lapse:
            judging.confirm(cited, by=by)
    return draft


SMALL = DomainRating("imprecision", -2, "Two small trials.")
YES = {key: ("yes", "") for key, _question in QUESTIONS}  # every question of the check list answered with yes


def read(people, draft):
    """The draft, Ben having read every citation of a serious claim."""
    manuscript = draft.manuscript()
    for claim, source in unread(manuscript, observe(manuscript, draft)):
        row = CitationRow.objects.get(claim__article=draft, claim__key=claim, source__key=source)
        row.verify(by=people.ben, against="full_text")
    return draft


def in_review(people, draft=None, reviewers=("cleo",), is_read=True):
    """The round of a draft that Ada submitted, that Ben has read and whose reviewers have accepted."""
    draft = draft or article(people.ada)
    answers = {point.pk: "Done." for point in Point.objects.of(draft).unanswered()}
    current = Round.submit(draft, by=people.ada, answers=answers)
    for name in reviewers:
        reviewer = getattr(people, name)
        current.assign(reviewer, by=people.ada).accept(by=reviewer, none_declared=True)
    if is_read:
        read(people, current.article)
    return current


def sent_back(people):
    """The draft after Cleo asked for one change."""
    current = in_review(people)
    current.decide(by=people.cleo, verdict="request_changes", points=[("section:s3", "Name the dose.")])
    return current.article


def approved(people, draft=None, reviewers=("cleo",)):
    """The same round, approved by its reviewers."""
    current = in_review(people, draft, reviewers)
    for name in reviewers:
        said = {"verdict": "approve", "reason": "Every claim holds.", "checklist": YES}
        current.decide(by=getattr(people, name), **said)
    return current


def rated(people, draft, names=("ada", "cleo"), key="o1"):
    """The outcome of a draft, judged by two who differ: the one saw two small trials, the other also no blinding."""
    row, blind = draft.outcomes.get(key=key), DomainRating("risk_of_bias", -1, "Nobody was blinded.")
    for name, domains in zip(names, (looked_at(SMALL), looked_at(SMALL, blind)), strict=False):
        Rating.give(row, body="randomised", domains=domains, by=getattr(people, name))
    return row


def agreed(people, draft):
    """The consensus on that outcome, which leaves it as it is."""
    row = rated(people, draft)
    reason = "Sleep was measured by a device: blinding hardly matters."
    return Consensus.reach(row, body="randomised", domains=looked_at(SMALL), reason=reason, by=people.ada)


def published(people, draft=None, note=""):
    """The article, its edition out."""
    current = approved(people, draft)
    publication.publish(current.article, by=people.eve, note=note)
    current.article.refresh_from_db()
    return current.article
