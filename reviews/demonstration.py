"""The demonstration, made by walking it: every revision, approval and edition comes from the verbs themselves."""

import json
from dataclasses import replace
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.text import slugify

from evidence.importers import read
from evidence.importers.claiming import manuscript_of
from evidence.importers.manuscripts import read_manuscript, source_of
from evidence.library.circumstances import observe
from evidence.library.storing import store
from evidence.models import Article, Citation, Contributor, Declaration, Source, Topic
from evidence.vocabulary import UpdateType
from reviews.checklist import QUESTIONS
from reviews.flags import flagging
from reviews.models import Round
from reviews.models.reading import unread
from reviews.publishing import publication
from reviews.watching import recording

FIXTURES = settings.BASE_DIR / "fixtures"
PASSWORD = "vouch-demo"
UNCONFIRMED = (
    "Unverified: only parts of this record were seen in public records. Check it before you rely on it."
)
RETRACTED = "10.1016/j.ijantimicag.2020.105949"
NOTICE = "10.1016/j.ijantimicag.2024.107416"


def people():
    """The cast by user name, made once."""
    entries = json.loads((FIXTURES / "people.json").read_text(encoding="utf-8"))
    return {entry["username"]: _person(entry) for entry in entries}


def creatine(cast):
    """A review that went the whole way."""
    if not _exists("creatine"):
        article = _stored("creatine", cast["ada"], "Supplements")
        _publish(article, cast["ada"], cast["cleo"], cast["eve"])


def hydroxychloroquine(cast):
    """A published review, one of whose sources was then retracted; its correction is in preparation."""
    if _exists("hydroxychloroquine"):
        return
    article = _stored("hydroxychloroquine", cast["ben"], "Medicines")
    _publish(article, cast["ben"], cast["dev"], cast["eve"])
    recording.record_update(
        Source.objects.get(doi=RETRACTED),
        UpdateType.RETRACTION,
        by=cast["eve"],
        asserted_by="Retraction Watch",
        on=date(2024, 12, 16),
        notice=NOTICE,
    )
    _prepare_correction(article, cast["ben"])


def noopept(cast):
    """A rough article as it came in, with all its flags, and the mended one, in review."""
    if not _exists("noopept-rough"):
        path = FIXTURES / "manuscripts" / "noopept-rough.txt"
        draft = read(path.name, path.read_bytes())
        said = {"slug": "noopept-rough", "by": cast["ben"], "how": "article.imported"}
        flagging.stored(manuscript_of(draft), **said)
    if not _exists("noopept"):
        article = _stored("noopept", cast["ben"], "Medicines")
        current = Round.submit(article, by=cast["ben"])
        current.assign(cast["cleo"], by=cast["ben"]).accept(by=cast["cleo"], none_declared=True)
        current.assign(cast["dev"], by=cast["ben"], due=timezone.localdate() + timedelta(days=14))


def _person(entry):
    user, is_new = get_user_model().objects.get_or_create(
        username=entry["username"], defaults={"is_staff": True, "first_name": entry["name"].split()[0]}
    )
    if is_new:
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=entry["group"]))
        contributor = Contributor.objects.create(
            key=slugify(entry["name"]), name=entry["name"], credentials=entry["credentials"]
        )
        contributor.link(user, by=None)
        Declaration.declare(contributor, by=user, none_declared=True)
    return user


def _exists(slug):
    return Article.objects.filter(slug=slug).exists()


def _stored(name, author, topic):
    records = json.loads((FIXTURES / "sources" / f"{name}.json").read_text(encoding="utf-8"))
    sources = {record["id"]: source_of(record) for record in records}
    text = (FIXTURES / "manuscripts" / f"{name}.md").read_text(encoding="utf-8")
    article = store(_searched_today(read_manuscript(text, sources)), slug=name, by=author)
    article.next_review_on = timezone.localdate() + timedelta(days=730)
    article.save(update_fields=["next_review_on"])
    doubtful = [record["id"] for record in records if record["custom"].get("unconfirmed")]
    Source.objects.filter(key__in=doubtful).update(note=UNCONFIRMED)
    article.topics.add(Topic.objects.get_or_create(slug=slugify(topic), defaults={"name": topic})[0])
    flagging.reconcile(article)
    return article


def _searched_today(manuscript):
    """The search was of the demonstration's own bibliography, so it is as old as the demonstration."""
    today = timezone.localdate()
    return replace(manuscript, searched_up_to=today, search=replace(manuscript.search, on=today))


def _publish(article, author, reviewer, publisher):
    current = Round.submit(article, by=author)
    current.assign(reviewer, by=author).accept(by=reviewer, none_declared=True)
    # The invented reviewer says to have read what the claims rest on, as the gate asks of everybody.
    for claim, source in unread(article.manuscript(), observe(article.manuscript(), article)):
        cited = Citation.objects.get(claim__article=article, claim__key=claim, source__key=source)
        cited.verify(by=reviewer, against="elsewhere")
    answers = {key: ("yes", "") for key, _question in QUESTIONS}
    reason = "Each claim is worded as its sources allow."
    current.decide(by=reviewer, verdict="approve", reason=reason, checklist=answers)
    publication.publish(article, by=publisher)


def _prepare_correction(article, author):
    """Take the sentence that rests on the retracted paper out of the draft; the public page keeps its notice."""
    claim = article.claims.get(citations__source__doi=RETRACTED)
    section = claim.section
    section.body = "\n\n".join(part for part in section.body.split("\n\n") if f"[^{claim.key}]" not in part)
    section.save(update_fields=["body"])
    claim.delete()
    article.revise(by=author)
    flagging.reconcile(article)
