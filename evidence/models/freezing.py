from datetime import timedelta

from django.db import models, transaction

from evidence.manuscript.placing import place_claims
from evidence.manuscript.taking import take
from evidence.models.event import Event
from evidence.models.revision import Revision
from evidence.models.source_alias import SourceAlias

EDITS = ("source.edited", "contributor.edited")
LONGEST_TRANSACTION = timedelta(minutes=1)


class Freezing(models.Model):
    """What an article knows of its own past: every change that counts becomes a Revision."""

    class Meta:
        abstract = True

    def manuscript(self):
        """The draft as it is now, as a Manuscript."""
        return take(self)

    def revise(self, *, by):
        """Freeze the draft if its digest changed; the latest revision either way.

        The draft of the text is brought in step first (claims placed, their sentences derived). Raises Refused
        while the draft is locked or discarded.
        """
        with transaction.atomic():
            article = type(self).objects.locked_for_writing(self.pk)
            article.ensure_editable()
            place_claims(article)
            return article.freeze(by=by)

    def freeze(self, *, by):
        """Freeze what `take` sees now, the row lock being held by the caller.

        Whoever changed a digested field of a cited source, or of a person in the byline, since the last revision
        contributed to this one.
        """
        manuscript, latest = take(self), self.latest_revision()
        if latest and latest.digest == manuscript.digest:
            return latest
        revision = Revision.objects.create(
            article=self,
            number=latest.number + 1 if latest else 1,
            digest=manuscript.digest,
            manuscript=manuscript.to_json(),
            created_by=by,
        )
        credited = revision.credit({by.pk, *self._editors_of_records(manuscript, latest)})
        Event.record(
            "article.revised",
            by=by,
            article=self,
            revision=revision.number,
            digest=revision.digest,
            rows=[revision, *credited],
        )
        return revision

    def latest_revision(self):
        return self.revisions.order_by("-number").first()

    def _editors_of_records(self, manuscript, since):
        if since is None:
            return ()
        keys = [source.key for source in manuscript.sources]
        # Who changed a record that was merged into a cited one since then changed what is cited now.
        keys += SourceAlias.objects.filter(name="key", source__key__in=keys).values_list("value", flat=True)
        subjects = [f"source:{key}" for key in keys]
        subjects += [f"contributor:{entry.key}" for entry in manuscript.byline]
        # An edit that was not committed yet when the last revision was frozen has an earlier time than it.
        after = since.created_at - LONGEST_TRANSACTION
        edits = Event.objects.filter(verb__in=EDITS, subject__in=subjects, at__gt=after)
        return edits.exclude(actor=None).values_list("actor", flat=True)
