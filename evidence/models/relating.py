from django.db import models, transaction
from django.utils.translation import gettext as _t

from evidence.bibliography.proposals import propose
from evidence.errors import Refused
from evidence.models.article import Article
from evidence.models.comparison import Answer, Comparison
from evidence.models.edition import Edition
from evidence.models.event import Event


class Relating(models.Model):
    """What a source is to other records, and what its own record proposes: each changed by a verb of its own."""

    class Meta:
        abstract = True

    def ensure_may_become(self, version):
        """Raises Refused for a record that cannot be the version of record of this one; None always can."""
        if version and (
            version.pk == self.pk or version.published_as_id == self.pk or version.merged_into_id
        ):
            raise Refused(_t("“%(title)s” cannot be its version of record.") % {"title": version})

    def link_version(self, version, *, by):
        """Say which version of record this preprint became, or that there is none (None); safe to repeat. Raises
        Refused for a record that cannot be it."""
        if self.published_as_id == (version.pk if version else None):
            return
        self.ensure_may_become(version)
        with transaction.atomic():
            self.published_as = version
            self.save(update_fields=["published_as"])
            said = version.key if version else ""
            Event.record("source.linked", by=by, subject=f"source:{self.key}", version=said)
            if version and by:
                Comparison.give(self, version, Answer.VERSIONS, by=by)

    def include(self, studies, *, by):
        """Say which studies of the library this review includes; safe to repeat."""
        before, now = set(self.included.values_list("key", flat=True)), {study.key for study in studies}
        if before == now:
            return
        with transaction.atomic():
            self.included.set(studies)
            Event.record(
                "source.included", by=by, subject=f"source:{self.key}", studies=",".join(sorted(now))
            )

    def used_in(self):
        """Numbers of drafts, live pages and editions that name it or a former record of it: three queries."""
        records = self.records()
        editions = Edition.objects.filter(sources__in=records)
        return {
            "drafts": Article.objects.kept().filter(claims__citations__source__in=records).distinct().count(),
            "live": Article.objects.public().filter(publication__edition__in=editions).count(),
            "editions": editions.distinct().count(),
        }

    def proposals(self):
        """[(Proposal, what is stored in its field as a form spells it)]: what the record and the stored text say of
        the kind of study."""
        return [
            (one, self._spelled(one.field), getattr(self, one.field) == one.value)
            for one in propose(self.csl, self.stored_text)
        ]

    def take_proposal(self, field, *, by):
        """Confirm what the record proposes for a field; the Proposal. Safe to repeat; raises Refused where nothing is
        proposed any more."""
        found = next((one for one in propose(self.csl, self.stored_text) if one.field == field), None)
        if found is None:
            raise Refused(_t("Its record proposes nothing for this field any more."))
        if getattr(self, field) != found.value:
            with transaction.atomic():
                self.correct(by=by, **{field: found.value})
                subject = f"source:{self.key}"
                Event.record("source.confirmed", by=by, subject=subject, field=field, value=str(found.value))
        return found

    def _spelled(self, field):
        spell = getattr(self, f"get_{field}_display", None)
        return str(spell() if spell else getattr(self, field) or "")
