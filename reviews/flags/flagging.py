"""Run the checks on a stand and reconcile its flags: raised, kept, reopened, closed."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from evidence.library.again import again
from evidence.library.storing import store
from evidence.models import Article
from evidence.vocabulary import Severity
from reviews import checks
from reviews.flags.evaluation import Evaluation
from reviews.models import Checking, Flag
from reviews.models.flag import Stand
from reviews.models.subject import manuscript_of_stand, subject_digest

RANK = {severity: rank for rank, severity in enumerate(Severity.values)}
SHOWN = ("code", "version", "severity", "subject", "words", "message", "mend")


def reconcile(article, earlier=None):
    """Bring the flags of both stands in step with what the checks find today. Safe to repeat.

    `earlier` is what `evaluated` gave: a stand that has not moved since is not checked again under the lock.
    """
    earlier = earlier or {}
    with transaction.atomic():
        article = Article.objects.locked_for_writing(article.pk)
        _reconcile_stand(article, Stand.DRAFT, earlier.get(Stand.DRAFT))
        publication = getattr(article, "publication", None)
        if publication and publication.is_live:
            _reconcile_stand(article, Stand.LIVE, earlier.get(Stand.LIVE))
        elif publication:
            _close(article.flags.on(Stand.LIVE).raised(), None, _("The page was withdrawn."))


def stored(manuscript, **said):
    """`library.storing.store`, the flags of the new article with it in one transaction: nobody ever meets a text that
    was stored and not checked. Begun anew where somebody stores the same works or the same address meanwhile."""

    def act():
        article = store(manuscript, **said)
        reconcile(article)
        return article

    return again(act)


def evaluated(article):
    """Stand → Evaluation as of now. Takes no lock, so that many articles can be checked side by side."""
    publication = getattr(article, "publication", None)
    stands = Stand if publication and publication.is_live else (Stand.DRAFT,)
    return {stand: Evaluation.of(manuscript_of_stand(article, stand), article) for stand in stands}


def reconcile_all(articles):
    """The same for several articles, one transaction each."""
    for article in articles:
        reconcile(article)


def tally(findings):
    """Number of findings by severity: {"block", "warn", "info"}."""
    counts = dict.fromkeys(Severity.values, 0)
    for found in findings:
        counts[found.severity] += 1
    return counts


def section_of(manuscript, subject):
    """Key of the section in which a subject stands; empty for the article, sources and unplaced claims."""
    kind, _colon, key = subject.partition(":")
    if kind == "section":
        return key
    placed = manuscript.placed.get(key, ()) if kind == "claim" else ()
    return placed[0].section if placed else ""


def _reconcile_stand(article, stand, earlier):
    evaluation = Evaluation.of(manuscript_of_stand(article, stand), article, earlier)
    manuscript = evaluation.manuscript
    number = _revision_number(article, stand)
    findings = {found.fingerprint: found for found in evaluation.findings}
    known = {flag.fingerprint: flag for flag in article.flags.on(stand)}
    raised = []
    for place, (fingerprint, found) in enumerate(findings.items(), start=1):
        flag = known.get(fingerprint) or Flag(
            article=article, stand=stand, fingerprint=fingerprint, raised_in=number
        )
        if _raise(flag, found, place, section_of(manuscript, found.subject)):
            raised.append(flag)
    new, changed = [flag for flag in raised if not flag.pk], [flag for flag in raised if flag.pk]
    Flag.objects.bulk_create(new)
    for flag in changed:
        flag.save()
    for because, gone in _gone(known, findings, number):
        _close(Flag.objects.filter(pk__in=gone), *because)
    _void_waivers(article, stand, manuscript, evaluation.circumstances)
    Checking.note(article, stand, digest=manuscript.digest, revision=number)


def _revision_number(article, stand):
    if stand == Stand.LIVE:
        return article.publication.edition.revision.number
    latest = article.latest_revision()
    return latest.number if latest else 0


def _raise(flag, found, place, section):
    """Bring a flag in step with its finding; whether anything about it changed."""
    now = {name: str(getattr(found, name)) for name in SHOWN if name != "version"}
    now |= {"version": found.version, "rank": RANK[found.severity], "place": place, "section": section}
    if flag.pk and flag.is_open and all(getattr(flag, name) == value for name, value in now.items()):
        return False
    for name, value in now.items():
        setattr(flag, name, value)
    if flag.closed_at:
        # What closed it last stays readable: the words remain, only the fact is taken back.
        flag.closed_at, flag.reopened = None, flag.reopened + 1
    return True


def _gone(known, findings, number):
    """[((revision or None, reason), pks)] of open flags that are no longer found. One that a revision mended is told
    from one that went because the site switched its rule off or the rule itself changed."""
    off = settings.VOUCH["CHECKS_OFF"]
    closed = defaultdict(list)
    for fingerprint, flag in known.items():
        if not flag.is_open or fingerprint in findings:
            continue
        rule = checks.REGISTRY.get(flag.code)
        if flag.code in off:
            because = None, _("This site switched the check off.")
        elif rule is None or rule.version != flag.version:
            because = None, _("The check itself has changed.")
        else:
            because = number, _("Revision %(n)s no longer has it.") % {"n": number}
        closed[because].append(flag.pk)
    return closed.items()


def _close(flags, number, because):
    flags.update(closed_at=timezone.now(), closed_in=number, closed_because=because)


def _void_waivers(article, stand, manuscript, circumstances):
    for flag in article.flags.on(stand).filter(waivers__voided_at=None, waivers__isnull=False).distinct():
        now = subject_digest(manuscript, circumstances, flag.subject)
        for waiver in flag.waivers.filter(voided_at=None).exclude(subject_digest=now):
            waiver.void(article)
