"""Why an article may not be published now: the gate, asked before the lock and again inside it."""

from django.conf import settings
from django.utils.translation import gettext as _

from evidence.errors import Reason
from evidence.models import Declaration
from evidence.vocabulary import Severity
from reviews import permissions
from reviews.checks.months import months_before
from reviews.flags.evaluation import Evaluation
from reviews.models.flag import Stand
from reviews.models.reading import reasons_unread
from reviews.models.subject import subject_digest
from reviews.publishing.approvals import counted_approvals, updates_since


def reasons_not_to_publish(article, evaluation=None):
    """Everything that stands between an article and its readers, each reason tied to its place; empty when the
    door is open."""
    evaluation = evaluation or Evaluation.of(article.manuscript(), article)
    reasons = list(reasons_about_round(article, evaluation))
    reasons += blocking_reasons(article, evaluation, Stand.DRAFT)
    return reasons


def reasons_about_round(article, evaluation):
    """The people's part: a round that is open on exactly this text, and its approvals."""
    if article.discarded_at:
        yield Reason(_("The article was discarded."))
    current = article.rounds.open().select_related("revision").first()
    if current is None:
        yield Reason(_("It is not in review: submit it first."), "GV5", "desk")
        return
    if current.revision.digest != evaluation.manuscript.digest:
        yield Reason(
            _("The text or a source's record is no longer what is under review: take it back and submit."),
            "GV5",
            "desk",
        )
    yield from _reasons_about_approvals(article, current, evaluation)
    yield from reasons_unread(evaluation.manuscript, evaluation.circumstances)


def blocking_reasons(article, evaluation, stand):
    """Every blocking finding that no waiver covers."""
    waived = waived_fingerprints(article, evaluation, stand)
    return [
        Reason(f"{found.message} {found.mend}", found.code, found.subject)
        for found in evaluation.findings
        if found.severity == Severity.BLOCK and found.fingerprint not in waived
    ]


def waived_fingerprints(article, evaluation, stand):
    """Fingerprints covered by a waiver that counts today and whose subject is still as it was."""
    covered = set()
    flags = article.flags.on(stand).waived(evaluation.circumstances.today).prefetch_related("waivers")
    for flag in flags:
        digest = subject_digest(evaluation.manuscript, evaluation.circumstances, flag.subject)
        if any(w.voided_at is None and w.subject_digest == digest for w in flag.waivers.all()):
            covered.add(flag.fingerprint)
    return covered


def _reasons_about_approvals(article, current, evaluation):
    approvals = counted_approvals(current, article, evaluation.manuscript.digest)
    if len(approvals) < current.required:
        yield Reason(
            _("%(have)d of %(need)d approvals.") % {"have": len(approvals), "need": current.required},
            "GV3",
            "desk",
        )
        if len(permissions.possible_reviewers(article)) < current.required:
            yield Reason(
                _("Too few people here may approve it: add reviewers who wrote none of it."), "GV3", "desk"
            )
    if current.decisions.exclude(verdict="approve").exists():
        yield Reason(_("A request for changes or a rejection stands."), "GV3", "desk")
    for decision in approvals:
        yield from _reasons_about_reviewer(decision, evaluation)


def _reasons_about_reviewer(decision, evaluation):
    if decision.contributor is None or not decision.credentials.strip():
        yield Reason(_("The reviewer %(who)s has no credentials.") % {"who": decision.reviewer}, "GV1")
        return
    since = months_before(evaluation.circumstances.today, settings.VOUCH["DECLARATION_MONTHS"])
    latest = Declaration.objects.that_counts(decision.contributor, decision.round.article_id)
    if latest is None or latest.declared_on < since:
        yield Reason(
            _("The reviewer %(who)s has declared no interests lately.") % {"who": decision.name}, "GV2"
        )
    elif latest.interests != decision.interests:
        # The page prints what was declared when it was approved; it must not be out of date from its first day.
        yield Reason(
            _(
                "%(who)s declared other interests after approving: take it back and ask for the approval again."
            )
            % {"who": decision.name},
            "GV2",
            "desk",
        )
    for update in updates_since([decision])[0][1]:
        yield Reason(
            _("“%(source)s” was updated (%(type)s) after %(who)s approved: the approval is to be confirmed.")
            % {"source": update.source.title, "type": update.get_type_display(), "who": decision.name},
            "GV5",
            f"source:{update.source.key}",
        )
