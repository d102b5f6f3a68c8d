from django.db import models, transaction
from django.utils.translation import gettext as _t

from evidence.bibliography.identifiers import NORMALISERS
from evidence.bibliography.side_by_side import joined, settled
from evidence.errors import Reason, Refused
from evidence.manuscript.taking import source_of
from evidence.models.article import Article
from evidence.models.comparison import Answer, Comparison
from evidence.models.event import Event
from evidence.models.source_alias import SourceAlias


class Merging(models.Model):
    """What a source knows of its doubles: two records of one work become one, and nothing on them is lost."""

    class Meta:
        abstract = True

    def absorb(self, other, *, by, taking=()):
        """Make `other` a former record of this work; safe to repeat. Returns this source as it is afterwards.

        Fields named in `taking` (see side_by_side) are taken from `other`, and what this record leaves out. Citations,
        listings, included studies, preprints and updates move here; `other` stays as a merged row, for the revisions
        and editions that name it, and its identifiers and key stay known as aliases. The drafts that cited it are
        frozen anew. Raises Refused while a draft is under review whose text would change, or where one claim says
        different things of the two.
        """
        with transaction.atomic():
            # Articles before sources, each in the order of their keys, as for every other verb that takes several.
            articles = list(citing_or_listing(self, other).select_for_update().order_by("pk"))
            kept, lost = self._locked(other)
            if lost.merged_into_id != kept.pk:
                kept.ensure_may_absorb(lost, articles, taking)
                kept._take_over(lost, by, taking)
            moved = _move_citations(lost, kept)
            _move_relations(lost, kept)
            for article in (one for one in articles if one.pk in moved and not one.discarded_at):
                Event.record(
                    "source.merged", by=by, article=article, subject=f"source:{kept.key}", other=lost.key
                )
                article.revise(by=by)
        return kept

    def records(self):
        """This source and the records that were merged into it: what any of them says is said of the one work."""
        return [self, *self.merged.all()]

    def ensure_may_absorb(self, other, articles=None, taking=()):
        """Raises Refused, with every reason, unless `absorb` may be done now."""
        reasons = [*_reasons_about_records(self, other)]
        if articles is None:
            articles = list(citing_or_listing(self, other))
        reasons += _reasons_about_drafts(self, other, articles, taking)
        if reasons:
            raise Refused(*reasons)

    def _locked(self, other):
        # Citing a source needs no more than its key: whoever cites it in this moment is not kept waiting.
        rows = (
            type(self)
            .objects.select_for_update(no_key=True)
            .filter(pk__in=[self.pk, other.pk])
            .order_by("pk")
        )
        found = {row.pk: row for row in rows}
        return found[self.pk], found[other.pk]

    def _take_over(self, lost, by, taking):
        before, known = (
            source_of(self),
            {(name, getattr(one, name)) for one in (self, lost) for name in NORMALISERS},
        )
        columns, csl = settled(self, lost, taking)
        for name in NORMALISERS:
            setattr(lost, name, "")
        lost.merged_into, lost.unsettled = self, False
        lost.save()
        for name, value in columns.items():
            setattr(self, name, value)
        self.describe(csl)
        self.published_as = self.published_as or (
            lost.published_as if lost.published_as_id != self.pk else None
        )
        if any(getattr(self, name) != getattr(before, name) for name in NORMALISERS):
            self.checked_at, self.resolved = None, {}
        self.save()
        self._keep_aliases(lost, known)
        Event.record("source.merged", by=by, subject=f"source:{self.key}", other=lost.key)
        if source_of(self) != before:
            self.edited(by=by)
        for update in lost.updates.order_by("pk"):
            said = {
                name: getattr(update, name) for name in ("type", "asserted_by", "on", "notice", "superseded")
            }
            self.add_update(by=by, **said)
        Comparison.give(self, lost, Answer.MERGED, by=by)

    def _keep_aliases(self, lost, known):
        lost.aliases.update(source=self)
        lost.merged.update(merged_into=self)
        for name, value in sorted(known | {("key", lost.key)}):
            if value and getattr(self, name) != value:
                SourceAlias.objects.get_or_create(name=name, value=value, defaults={"source": self})


def citing_or_listing(*sources):
    """Articles whose draft cites or lists one of the sources; discarded ones too, for their rows move along."""
    return Article.objects.filter(
        models.Q(pk__in=Article.objects.filter(claims__citations__source__in=sources).values("pk"))
        | models.Q(pk__in=Article.objects.filter(listed__in=sources).values("pk"))
    )


def _reasons_about_records(kept, lost):
    if kept.pk == lost.pk:
        yield Reason(_t("These are not two records."))
    elif kept.merged_into_id or lost.merged_into_id:
        gone = kept if kept.merged_into_id else lost
        yield Reason(
            _t("“%(title)s” was merged into “%(other)s” already.")
            % {"title": gone, "other": gone.merged_into}
        )
    elif kept.published_as_id == lost.pk or lost.published_as_id == kept.pk:
        yield Reason(_t("A preprint and its version of record stay two records: they are linked."))


def _reasons_about_drafts(kept, lost, articles, taking):
    locked = {article.pk: article for article in articles if article.is_locked}
    columns, csl = settled(kept, lost, taking)
    would_be = type(kept)(key=kept.key, **{**columns, "note": ""})
    would_be.describe(csl)
    touched = [lost, kept] if source_of(would_be) != source_of(kept) else [lost]
    cited_in = (
        Article.objects.filter(pk__in=locked, claims__citations__source__in=touched).distinct().order_by("pk")
    )
    for article in cited_in:
        yield Reason(
            _t(
                "“%(article)s” is under review and its text would change: take it back, or merge when it is out."
            )
            % {"article": article},
            place=f"article:{article.slug}",
        )
    for one, other in _twins(lost, kept):
        try:
            joined(one.said, other.said, one.claim.key)
        except Refused as refused:
            yield from (Reason(reason.message, place=f"claim:{one.claim_id}") for reason in refused.reasons)


def _twins(lost, kept):
    """(citation of the kept source, citation of the lost one) by the same claim."""
    mine = {cited.claim_id: cited for cited in kept.citations.select_related("claim")}
    return [(mine[cited.claim_id], cited) for cited in lost.citations.all() if cited.claim_id in mine]


def _move_citations(lost, kept):
    """Primary keys of the articles whose citations now name the kept source."""
    moved = set(lost.citations.values_list("claim__article", flat=True))
    for one, other in _twins(lost, kept):
        one.take_in(other, kept.stored_text)
    lost.citations.update(source=kept)
    return moved


def _move_relations(lost, kept):
    for article in lost.listed_in.all():
        article.listed.add(kept)
        article.listed.remove(lost)
    kept.included.add(*lost.included.exclude(pk=kept.pk))
    lost.included.clear()
    for review in lost.included_in.exclude(pk=kept.pk):
        review.included.add(kept)
    lost.included_in.clear()
    lost.earlier_versions.exclude(pk=kept.pk).update(published_as=kept)
