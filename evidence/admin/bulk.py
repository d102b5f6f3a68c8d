"""Many sources at once: an action prepares a Job, whose page asks what is still to be said and starts it."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from evidence.models import Job, Source
from evidence.vocabulary import JobKind

JUDGED = ("peer_review", "level")


class BulkAdmin:
    """Adds actions that take their time to the source's admin. `bulk`: kind of job → what the action is called."""

    @property
    def bulk(self):
        return {JobKind.JUDGE: _("Set peer review or level")}

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.has_change_permission(request):
            for kind, name in self.bulk.items():
                actions[f"bulk_{kind}"] = (_preparing(kind), f"bulk_{kind}", name)
        return actions


def settings_of(job):
    """[(value, label)] of what a job may be told to set; empty for one that asks nothing."""
    if job.kind != JobKind.JUDGE:
        return []
    fields = [Source._meta.get_field(name) for name in JUDGED]
    return [
        (f"{field.name}={value}", f"{field.verbose_name.capitalize()}: {label}")
        for field in fields
        for value, label in field.choices
    ]


def _preparing(kind):
    def prepare(model_admin, request, queryset):
        found = list(queryset.order_by("title", "pk").values_list("pk", flat=True))
        name = ngettext("%(n)d source", "%(n)d sources", len(found)) % {"n": len(found)}
        job = Job.prepare(kind, name, found, by=request.user)
        return HttpResponseRedirect(reverse("admin:evidence_job_change", args=[job.pk]))

    return prepare
