"""The one door: only here does a version become public, and only here do readers get told more."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from evidence.errors import Reason, Refused
from evidence.manuscript import from_json
from evidence.models import Article, Edition, Event, Notice, Publication, Source
from evidence.public.rendering import render_edition, render_notices
from evidence.public.rendering.marks import places_of
from evidence.vocabulary import RETRACTING, ChangeType, NoticeKind, UpdateType
from reviews import permissions
from reviews.flags import flagging
from reviews.flags.evaluation import Evaluation
from reviews.models.flag import Stand
from reviews.publishing.gate import blocking_reasons, reasons_not_to_publish
from reviews.publishing.imprint import imprint_of, people_of

WARNED_OF = {
    **dict.fromkeys(RETRACTING, NoticeKind.SOURCE_RETRACTED),
    UpdateType.CONCERN: NoticeKind.CONCERN,
}


def publish(article, *, by, change_type="", note=""):
    """Make the version under review public; its Edition, the same one if it is out already.

    Raises PermissionDenied for who is no publisher, Refused with every reason that stands in the way.
    """
    permissions.require(by, "publish", article)
    earlier = Evaluation.of(article.manuscript(), article)
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        if done := _published_already(article):
            flagging.reconcile(article)  # somebody may have been stopped right after it came out
            return done
        evaluation = Evaluation.of(article.manuscript(), article, earlier)
        reasons = reasons_not_to_publish(article, evaluation) + _reasons_about_change(
            article, change_type, note
        )
        if reasons:
            raise Refused(*reasons)
        edition = _bring_out(article, evaluation, by, change_type, note.strip())
    flagging.reconcile(article)
    return edition


def put_notice(article, *, by, kind, text, update=None):
    """Tell readers of the live edition something at once; the Notice."""
    permissions.require(by, "put_notice", article)
    if not text.strip():
        raise Refused(_("Write what readers must know."))
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        return _put_notice(article, by, kind, text.strip(), update)


def withdraw(article, *, by, reason):
    """Take the page down at once, leaving a tombstone with the reason; safe to repeat."""
    permissions.require(by, "withdraw", article)
    if not reason.strip():
        raise Refused(_("Readers are told why: write the reason."))
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        publication = _publication_of(article)
        if not publication.is_live:
            return
        # Written down first, here and in `reinstate`: the database lets the page go and come only on the record.
        Event.record("page.withdrawing", by=by, article=article)
        publication.hide(by=by, reason=reason.strip())
        _put_notice(article, by, NoticeKind.WITHDRAWAL, reason.strip())
        _record("page.withdrawn", article, publication, by)
    flagging.reconcile(article)


def classify(article, *, by):
    """Let readers find the page under the topics that the draft names; safe to repeat."""
    permissions.require(by, "classify", article)
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        publication = _publication_of(article)
        if publication.classify():
            topics = ",".join(sorted(publication.topics.values_list("slug", flat=True)))
            Event.record("page.classified", by=by, article=article, topics=topics, rows=[publication])


def reinstate(article, *, by):
    """Show a withdrawn edition again if the gate still lets it through; safe to repeat."""
    permissions.require(by, "reinstate", article)
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        publication = _publication_of(article)
        if publication.is_live:
            return
        manuscript = from_json(publication.edition.revision.manuscript)
        if reasons := blocking_reasons(article, Evaluation.of(manuscript, article), Stand.LIVE):
            raise Refused(*reasons)
        Event.record("page.reinstating", by=by, article=article)
        publication.reveal()
        publication.warn(rendered_notices(publication))
        _record("page.reinstated", article, publication, by)
    flagging.reconcile(article)


def warn_of(update, article, *, by):
    """Tell readers of the live edition what happened to a source that it cites, in the transaction that records it;
    the caller holds the article's row lock. One notice for a source and kind, whoever asserts it; safe to repeat."""
    if update.type not in WARNED_OF or update.superseded:
        return
    kind = WARNED_OF[update.type]
    told = Notice.objects.filter(
        edition=article.publication.edition, kind=kind, update__source__in=update.source.records()
    )
    if not told.exists():
        _put_notice(article, by, kind, _warning(update), update)


def _published_already(article):
    last = article.rounds.latest_first().first()
    if last is None or last.outcome != "published":
        return None
    return article.editions.filter(revision_id=last.revision_id).order_by("-number").first()


def _reasons_about_change(article, change_type, note):
    if not article.editions.exists():
        return []
    reasons = []
    if change_type == ChangeType.FIRST:
        reasons.append(Reason(_("It has been out before: say what kind of change this is."), "GV7", "desk"))
    if not note.strip():
        told = _("Readers of the edition before are told what changed: write the note.")
        reasons.append(Reason(told, "GV7", "desk"))
    return reasons


def _bring_out(article, evaluation, by, change_type, note):
    current = article.rounds.open().select_related("revision").get()
    last = article.editions.order_by("-number").first()
    number = last.number + 1 if last else 1
    change_type = change_type or (ChangeType.NEW_VERSION if last else ChangeType.FIRST)
    imprint = imprint_of(article, current, evaluation, number=number, change_type=change_type, note=note)
    edition = Edition.objects.create(
        article=article,
        number=number,
        revision=current.revision,
        digest=current.revision.digest,
        title=evaluation.manuscript.title,
        summary=evaluation.manuscript.summary,
        body=render_edition(evaluation.manuscript, imprint),
        people=people_of(imprint),
        change_type=change_type,
        note=note,
        published_at=imprint.published_at,
        published_by=by,
    )
    edition.sources.set(Source.objects.filter(key__in=evaluation.manuscript.source_by_key))
    publication = Publication.objects.filter(article=article).first() or Publication(article=article)
    publication.show(edition)
    publication.classify()
    _record("edition.published", article, publication, by, edition, digest=edition.digest)
    current.close_published(article, by=by)
    return edition


def _record(verb, article, publication, by, *rows, **about):
    number = publication.edition.number
    Event.record(verb, by=by, article=article, edition=number, rows=[publication, *rows], **about)


def _publication_of(article):
    publication = Publication.objects.filter(article=article).select_related("edition__revision").first()
    if publication is None:
        raise Refused(_("It was never published."))
    return publication


def _put_notice(article, by, kind, text, update=None):
    publication = _publication_of(article)
    put, is_new = Notice.objects.get_or_create(
        edition=publication.edition, kind=kind, text=text, update=update, defaults={"put_by": by}
    )
    # The same words put once more, of a second withdrawal: they are there, and are told otherwise.
    if (now := rendered_notices(publication)) != publication.notices or is_new:
        publication.warn(now)
        _record("notice.put", article, publication, by, put, kind=str(kind))
    return put


def rendered_notices(publication):
    """HTML of the notices as readers get them; a page that can be read again says so beside its withdrawal."""
    notices = publication.edition.notices.select_related("update__source")
    return render_notices(
        [(n.get_kind_display(), _told(n, publication), n.put_at, _places(n, publication)) for n in notices]
    )


def _places(notice, publication):
    if notice.kind != NoticeKind.SOURCE_RETRACTED or notice.update is None:
        return []
    keys = {record.key for record in notice.update.source.records()}
    return places_of(publication.edition.revision.frozen, keys)


def _told(notice, publication):
    if notice.kind != NoticeKind.WITHDRAWAL or not publication.is_live:
        return notice.text
    return f"{notice.text} {_('The page was checked again since, and put back.')}"


def _warning(update):
    said = {
        "title": update.source.title,
        "on": date_format(update.on, "j F Y") if update.on else "",
        "notice": update.notice,
    }
    if update.type == UpdateType.CONCERN:
        return _("An expression of concern was published about a source cited here, “%(title)s”.") % said
    text = _("A source cited here, “%(title)s”, was retracted.") % said
    if update.on:
        text = _("A source cited here, “%(title)s”, was retracted on %(on)s.") % said
    return text + " " + _("We are reviewing what this page says because of it.")
